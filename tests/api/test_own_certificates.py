"""What can be seen of a client's own certificate before anybody refuses it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.sandbox.certificates import DAY, make
from tui.api.certificates import out_of_date

NOW = datetime.now(UTC)


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        (-DAY, DAY, ""),
        (-3 * DAY, -DAY, f"expired on {NOW - DAY:%Y-%m-%d}"),
        (DAY, 3 * DAY, f"is not valid before {NOW + DAY:%Y-%m-%d}"),
    ],
)
def test_its_dates(tmp_path: Path, start: timedelta, end: timedelta, says: str) -> None:
    own = make("CN=own", start=NOW + start, end=NOW + end)
    found = out_of_date(own.write(tmp_path / "own.pem"), NOW)
    assert found.startswith(says)
    assert bool(found) is bool(says)


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"-----BEGIN CERTIFICATE-----\n!!\n"])
def test_what_cannot_be_read_is_not_judged(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "own.pem"
    if content is not None:
        path.write_bytes(content)
    assert out_of_date(path) == ""
