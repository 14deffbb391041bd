"""Editing in another program."""

import os
import sys
from pathlib import Path

import pytest

from tui.text_editor import EditorError, edit, editor_command


def script(tmp_path: Path, body: str) -> list[str]:
    """A command that runs ``body``; the path of the file is ``path`` in it."""
    file = tmp_path / "an editor.py"
    file.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{body}\n")
    return [sys.executable, str(file)]


def nothing_there(name: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({"VISUAL": "vim", "EDITOR": "ed"}, ["vim"]),
        ({"EDITOR": "ed"}, ["ed"]),
        ({"VISUAL": "  ", "EDITOR": "ed"}, ["ed"]),
        ({"VISUAL": "code --wait -n"}, ["code", "--wait", "-n"]),
        ({"EDITOR": "'/opt/my editor' -x"}, ["/opt/my editor", "-x"]),
    ],
)
def test_the_variables_say_which_editor(environ: dict[str, str], command: list[str]) -> None:
    assert editor_command(environ, nothing_there) == command


def test_without_variables_a_usual_one_is_looked_for() -> None:
    assert editor_command({}, lambda name: f"/bin/{name}") == ["vi"]
    assert editor_command({}, lambda name: "x" if name == "nano" else None) == ["nano"]


def test_no_editor_is_a_sentence() -> None:
    with pytest.raises(EditorError, match=r"^No editor was found\. "):
        editor_command({}, nothing_there)
    with pytest.raises(EditorError, match=r"^\$EDITOR cannot be read: "):
        editor_command({"EDITOR": "vi 'x"}, nothing_there)


def test_what_the_editor_left_comes_back(tmp_path: Path) -> None:
    command = script(tmp_path, "path.write_text(path.read_text().upper() + 'é')")
    done = edit("text ü\n", command)
    assert (done.text, done.code) == ("TEXT Ü\né", 0)


def test_an_editor_that_puts_another_file_in_its_place(tmp_path: Path) -> None:
    body = "new = path.with_suffix('.new'); new.write_text('new'); new.rename(path)"
    assert edit("old", script(tmp_path, body)).text == "new"


def test_the_file_is_private_and_its_name_says_what_it_is(tmp_path: Path) -> None:
    out = tmp_path / "seen"
    body = (
        f"pathlib.Path({str(out)!r}).write_text("
        "f'{path.stat().st_mode & 0o777:o} {path.parent.stat().st_mode & 0o777:o} {path.name}')"
    )
    before = os.umask(0)
    try:
        edit("text", script(tmp_path, body))
    finally:
        os.umask(before)
    assert out.read_text() == "600 700 client.json"


@pytest.mark.parametrize("body", ["", "sys.exit(3)", "path.unlink()", "os.kill(os.getpid(), 9)"])
def test_nothing_is_left_behind(tmp_path: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    command = script(tmp_path, f"pathlib.Path(path.parent, 'swap').touch()\n{body}")
    if "unlink" in body:
        with pytest.raises(EditorError, match=r"^The text can't be handed"):
            edit("text", command)
    else:
        code = {"": 0, "sys.exit(3)": 3}.get(body, -9)
        assert edit("text", command).code == code
    assert list(temporary.iterdir()) == []


def test_bytes_that_are_no_utf_8_survive(tmp_path: Path) -> None:
    done = edit("text", script(tmp_path, r"path.write_bytes(b'a\xff\xfe')"))
    again = edit(done.text, script(tmp_path, "assert path.read_bytes() == b'a\\xff\\xfe'"))
    assert (again.text, again.code) == (done.text, 0)


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    assert edit("x", script(tmp_path, r"path.write_bytes(b'\xef\xbb\xbf{}')")).text == "{}"


@pytest.mark.parametrize("command", [["no-such-editor"], ["/"], ["a\0b"]])
def test_an_editor_that_cannot_be_started_is_a_sentence(command: list[str]) -> None:
    with pytest.raises(EditorError, match=r"can't be started: .+"):
        edit("text", command)


def test_ctrl_c_in_the_editor_is_not_for_us(tmp_path: Path) -> None:
    body = "import signal; os.kill(os.getppid(), signal.SIGINT)"
    assert edit("text", script(tmp_path, body)).code == 0


def test_the_editor_itself_hears_ctrl_c(tmp_path: Path) -> None:
    body = "import signal; print(signal.getsignal(2), file=path.open('w'))"
    assert "default_int_handler" in edit("text", script(tmp_path, body)).text
