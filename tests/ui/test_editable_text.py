"""Foreign text on its way into an editor."""

import pytest

from tests.data.hostile_texts import HOSTILE
from tui.widgets.text import editable


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_steers_a_terminal_gets_into_an_editor(text: str) -> None:
    for multiline, kept in ((False, "\u200c\u200d"), (True, "\u200c\u200d\n\t")):
        safe = editable(text, multiline=multiline)
        assert all(char.isprintable() or char in kept for char in safe)
        assert len(safe) <= len(text)
        assert editable(safe, multiline=multiline) == safe


@pytest.mark.parametrize(
    "text", ["plain", "می\u200cخواهم", "👩\u200d👩\u200d👧", "Tie\u0302\u0301ng", "x" * 100_000]
)
def test_words_stay_as_they_are_spelled(text: str) -> None:
    assert editable(text) == text


def test_lines_stay_where_there_may_be_several() -> None:
    assert editable("a\r\n\tb\x1b", multiline=True) == "a\n\tb␛"
    assert editable("a\n\tb") == "a  b"
