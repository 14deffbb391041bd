import pytest

from tests.bench.visible import visible_text


def test_colours_leave_no_trace() -> None:
    assert visible_text(b"Cli\x1b[1;38;5;253ments\x1b[0m") == "Clients"


@pytest.mark.parametrize("control", [b"\x1b[4;79H", b"\x1b[K", b"\x1b[?25l", b"\x1b7", b"\x1b(B"])
def test_what_moves_or_clears_parts_texts(control: bytes) -> None:
    assert visible_text(b"Cli" + control + b"ents") == "Cli\nents"


def test_the_text_of_a_command_string_is_not_on_the_screen() -> None:
    assert visible_text(b"a\x1b]0;Clients\x07b\x1bPClients\x1b\\c") == "a\nb\nc"


def test_other_scripts_and_what_is_cut_off() -> None:
    assert visible_text("Bürger東京".encode()) == "Bürger東京"
    assert visible_text(b"Clients\x1b[4;7").startswith("Clients")
    assert visible_text("ü".encode()[:1]) == "\ufffd"
