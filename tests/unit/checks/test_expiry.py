from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.unit.checks.cases import NOW, W, changed
from tui.checks.client import check_client
from tui.models.dates import to_wire

CLIENT, SECRET = "expirationDate", "clientSecretExpiresAt"
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def messages(path: str, value: str, now: datetime = NOW) -> list[str]:
    found = check_client(changed({path: value}), now=now)
    assert all(finding.severity is W and finding.path == path for finding in found)
    return [finding.message for finding in found]


@pytest.mark.parametrize("path", [CLIENT, SECRET])
@pytest.mark.parametrize("ago", [timedelta(), SECOND, 400 * DAY])
def test_the_past_is_found(path: str, ago: timedelta) -> None:
    [message] = messages(path, to_wire(NOW - ago))
    assert "expired on 20" in message


def test_a_secret_that_ends_soon_is_found() -> None:
    for ahead in (SECOND, 30 * DAY):
        [message] = messages(SECRET, to_wire(NOW + ahead))
        assert "expires on 2026" in message
    assert messages(SECRET, to_wire(NOW + 30 * DAY + SECOND)) == []


def test_a_client_that_ends_soon_is_not() -> None:
    assert messages(CLIENT, to_wire(NOW + SECOND)) == []


def test_the_epoch_is_never() -> None:
    assert messages(SECRET, "1970-01-01T00:00:00") == []


def test_a_present_with_a_zone_is_compared_as_utc() -> None:
    value = "2026-03-01T12:00:00"
    east = timezone(timedelta(hours=5))
    assert messages(CLIENT, value, datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert not messages(CLIENT, value, datetime(2026, 3, 1, 12, tzinfo=east))


def test_without_a_present_it_is_the_clock() -> None:
    assert check_client(changed({CLIENT: "2001-01-01T00:00:00"}))
    assert not check_client(changed({CLIENT: "9999-01-01T00:00:00"}))
