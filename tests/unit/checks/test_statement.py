"""What is said of a new software statement before it is asked for."""

from datetime import UTC, datetime

import pytest

from tests.unit.checks.cases import E, W
from tui.checks.statement import LONG, RESERVED, check_statement
from tui.models.json import Json

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
FURTHER = "more"


def findings(**members: Json) -> dict[str, str]:
    """Path and severity of what is found."""
    found = check_statement({"org_id": "acme", **members}, FURTHER, NOW)
    return {finding.path: finding.severity.value for finding in found}


def test_a_sound_one_has_none() -> None:
    row: Json = {"name": "tier", "values": ["gold"]}
    assert findings(expiration=LONG, lifetime=1, one_time_use=True, more=[row]) == {}
    assert findings(expiration="2026-06-15T12:00:01") == {}


@pytest.mark.parametrize("org", [None, ""])
def test_without_an_organization_the_server_takes_none(org: str | None) -> None:
    assert findings(org_id=org) == {"org_id": E.value}


@pytest.mark.parametrize("validity", [0, -1, "2026-06-15T12:00:00", "2020-01-01T00:00:00"])
def test_what_is_over_already(validity: int | str) -> None:
    assert findings(expiration=validity) == {"expiration": E.value}


@pytest.mark.parametrize("validity", [LONG + 1, "2030-01-01T00:00:00"])
def test_what_is_valid_for_long(validity: int | str) -> None:
    assert findings(expiration=validity) == {"expiration": W.value}


def test_what_can_be_used_again_and_again() -> None:
    assert findings(one_time_use=False) == {"one_time_use": W.value}


@pytest.mark.parametrize("lifetime", [0, -5])
def test_clients_live_for_a_second(lifetime: int) -> None:
    assert findings(lifetime=lifetime) == {"lifetime": E.value}


@pytest.mark.parametrize("name", [*sorted(RESERVED), "org_id", "lifetime"])
def test_claims_that_are_set_elsewhere(name: str) -> None:
    rows: list[Json] = [{"name": "ok", "values": [1]}, {"name": name, "values": [1]}, "odd"]
    [finding] = check_statement({"org_id": 1, FURTHER: rows}, FURTHER, NOW)
    assert (finding.path, finding.index, finding.severity) == (FURTHER, 1, E)
