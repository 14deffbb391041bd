import pytest

from tests.unit.checks.cases import E, W, at
from tui.checks.lifetimes import DAY, HOUR, YEAR

ACCESS, REFRESH, PAR = "accessTokenLifetime", "refreshTokenLifetime", "attributes.parLifetime"
ID_TOKEN, TX_TOKEN = "attributes.idTokenLifetime", "attributes.txTokenLifetime"
ASKED, AGE = "attributes.requestedLifetime", "defaultMaxAge"
LONGEST = {ACCESS: DAY, REFRESH: YEAR, ID_TOKEN: DAY, TX_TOKEN: HOUR, PAR: HOUR}


@pytest.mark.parametrize("path", [*LONGEST, ASKED, AGE])
def test_negative_ones_are_errors(path: str) -> None:
    [finding] = at(path, {path: -1})
    assert finding.severity is E


@pytest.mark.parametrize("path", LONGEST)
def test_overlong_ones_are_warnings(path: str) -> None:
    [finding] = at(path, {path: LONGEST[path] + 1})
    assert finding.severity is W
    assert str(LONGEST[path] + 1) in finding.message
    assert at(path, {path: LONGEST[path]}) == []
    assert at(path, {path: 1}) == []


@pytest.mark.parametrize("path", [ACCESS, REFRESH, ID_TOKEN, TX_TOKEN])
def test_zero_stands_for_the_default(path: str) -> None:
    [finding] = at(path, {path: 0})
    assert finding.severity is W
    assert "server's own lifetime" in finding.message


def test_zero_for_par_becomes_600() -> None:
    [finding] = at(PAR, {PAR: 0})
    assert finding.severity is W
    assert "600" in finding.message


@pytest.mark.parametrize("path", [ASKED, AGE])
@pytest.mark.parametrize("seconds", [0, 1, 2**31 - 1, None])
def test_others_may_be_zero_and_long(path: str, seconds: int | None) -> None:
    assert at(path, {path: seconds}) == []


@pytest.mark.parametrize("path", [*LONGEST, ASKED, AGE])
def test_more_than_32_bits_are_an_error_in_a_new_client(path: str) -> None:
    [finding] = at(path, {path: 2**31}, new=True)
    assert finding.severity is E
    assert "too large" in finding.message
