import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.forms.duration import parse_duration, spell_duration


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("900", 900),
        (" 900 ", 900),
        ("0", 0),
        ("-1", -1),
        ("15m", 900),
        ("15 min", 900),
        ("15 minutes", 900),
        ("1h 30m", 5400),
        ("1h30m", 5400),
        ("1 hour, 30 mins", 5400),
        ("2 hrs", 7200),
        ("10 secs", 10),
        ("2 d", 172_800),
        ("30D", 2_592_000),
        ("1 week", 604_800),
        ("1y", 31_536_000),
        ("2 years", 63_072_000),
        ("9" * 3000, int("9" * 3000)),
    ],
)
def test_reads_what_people_write(typed: str, seconds: int) -> None:
    assert parse_duration(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "soon", "1h 30", "2 months", "1 hays", "m", "1.5h", "٣ h", "9" * 5000, "-5m"],
)
def test_says_how_to_write_what_is_no_duration(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^Not a duration: write seconds"):
        parse_duration(typed)


@given(st.integers(1, 2**31 - 1))
def test_a_spelled_duration_reads_back(seconds: int) -> None:
    assert parse_duration(spell_duration(seconds)) == seconds


def test_spells_the_largest_units_first() -> None:
    assert spell_duration(90_061) == "1 d 1 h 1 min 1 s"
    assert spell_duration(3600) == "1 h"


@pytest.mark.parametrize("seconds", [0, -1])
def test_what_is_no_length_of_time_stays_a_number(seconds: int) -> None:
    assert spell_duration(seconds) == str(seconds)
