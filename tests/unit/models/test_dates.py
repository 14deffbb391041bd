from datetime import UTC, datetime

import pytest

from tui.models.dates import to_local, to_wire


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-31T10:00:05",
        "2027-01-31T10:00:05Z",
        "2027-01-31T10:00:05.999",
        "2027-01-31T10:00:05.123456789+02:00",
        "2027-01-31T10:00:05+0000",
        "2027-01-31 10:00:05",
    ],
)
def test_fraction_and_zone_are_dropped(text: str) -> None:
    assert to_wire(to_local(text)) == "2027-01-31T10:00:05"


@pytest.mark.parametrize("text", ["", "soon", "2027-13-01T00:00:00", "1798707600000", "\ud800"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        to_local(text)


def test_years_have_four_digits() -> None:
    assert to_wire(datetime(33, 4, 3, 15, 0, 0, 7, tzinfo=UTC)) == "0033-04-03T15:00:00"
