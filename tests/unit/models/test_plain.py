import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.hostile_texts import HOSTILE
from tests.unit.models.strategies import nested
from tui.models.plain import ELLIPSIS, plain

anything = st.text(st.characters(), max_size=60)


def assert_tame(shown: str, limit: int, multiline: bool = False) -> None:
    """One line, or several; nothing that a terminal obeys, hides or lets run over."""
    assert len(shown) <= limit
    rest = shown.replace("\n", "") if multiline else shown
    assert rest.isprintable()
    assert not any(unicodedata.category(char).startswith("C") for char in rest)
    marks = 0
    for char in " " + rest:
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        assert marks <= 3
    rest.encode()


def test_there_are_enough_hostile_texts() -> None:
    assert len(HOSTILE) >= 60
    assert len(set(HOSTILE)) == len(HOSTILE)


@pytest.mark.parametrize("multiline", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 20, 200])
def test_hostile_texts_are_tamed(limit: int, multiline: bool) -> None:
    for text in HOSTILE:
        shown = plain(text, limit, multiline=multiline)
        assert_tame(shown, limit, multiline)
        assert plain(shown, limit, multiline=multiline) == shown


@given(anything, st.integers(1, 80), st.booleans())
def test_any_text_is_tamed(text: str, limit: int, multiline: bool) -> None:
    shown = plain(text, limit, multiline=multiline)
    assert_tame(shown, limit, multiline)
    assert plain(shown, limit, multiline=multiline) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Acme Portal", "Acme Portal"),
        ("[/foo]", "[/foo]"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("  two  spaces  ", "  two  spaces  "),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;ZXZpbA==\x07", "␛]52;c;ZXZpbA==␇"),
        ("\x9b31mC1\x9c", "�31mC1�"),
        ("\x00\x08\x7f", "␀␈␡"),
        ("two\nlines", "two lines"),
        ("two\r\nlines\r\n", "two lines "),
        ("a\tb\vc\fd\re\x85f\u2028g\u2029h", "a b c d e f g h"),
        ("a\xa0b\u3000c\u2800d", "a b c d"),
        ("user\u202etxt.exe", "user�txt.exe"),
        ("a\u2066b\u2069\u200f\u061c", "a�b���"),
        ("ad\u200bmin\ufeff\u00ad\u2060", "admin"),
        ("flag\U000e0067\U000e007f", "flag"),
        ("\u3164\u115f\uffa0", ""),
        ("👩\u200d👧", "👩👧"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("👍🏽 🇫🇷", "👍🏽 🇫🇷"),
        ("客户端", "客户端"),
        ("مرحبا", "مرحبا"),
        ("क्षत्रिय", "क्षत्रिय"),
        ("Vie\u0323\u0302t", "Vie\u0323\u0302t"),
        ("a" + "\u0300" * 9 + "b", "a\u0300\u0300\u0300b"),
        ("\u0301x \u0301y", "x y"),
        ("a\u034f\u0301", "a\u0301"),
        ("a\u180bb\u17b4c\U000e0100", "abc"),
        ("\ud800x\udc00", "�x�"),
        ("\ue000\uffff\U0010ffff", "���"),
    ],
)
def test_text_becomes(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_long_text_is_cut() -> None:
    assert plain("x" * 200) == "x" * 200
    assert plain("x" * 201) == "x" * 199 + ELLIPSIS
    assert plain("客" * 5, 4) == "客客客" + ELLIPSIS
    assert plain("abc", 1) == ELLIPSIS
    assert plain("abc", 0) == ""
    assert plain("abc", -5) == ""
    assert plain("", 0) == ""


def test_an_endless_text_of_nothing_is_not_read_to_its_end() -> None:
    assert plain("\u200b" * 50_000_000 + "x", 10) == ELLIPSIS


def test_line_breaks_stay_where_they_may() -> None:
    text = "one\r\ntwo\rthree\x85four\u2028five\n\n\tsix\x1b"
    assert plain(text, multiline=True) == "one\ntwo\nthree\nfour\nfive\n\n six␛"
    assert plain("a\nb\nc", 4, multiline=True) == "a\nb" + ELLIPSIS
    assert plain("a\n\u0301b", multiline=True) == "a\nb"


class Rude:
    def __str__(self) -> str:
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "None"),
        (True, "True"),
        (600, "600"),
        (ValueError("two\nlines"), "two lines"),
        (["a\x1b"], "['a\\x1b']"),
        (Rude(), "(Rude)"),
    ],
)
def test_other_objects_are_shown_as_their_text(value: object, shown: str) -> None:
    assert plain(value) == shown


def test_objects_without_a_text_are_called_by_their_type() -> None:
    assert plain(10**5000) == "(int)"
    assert plain(nested(20_000)) == "(list)"
