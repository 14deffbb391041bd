import pytest

from tests.unit.checks.cases import Bad, Changes, E, W, everything

DEFAULT, ALLOWED = "defaultAcrValues", "attributes.jansAuthorizedAcr"
LEVEL, PRIORITY = "attributes.minimumAcrLevel", "attributes.minimumAcrPriorityList"
RESOLVE = "attributes.minimumAcrLevelAutoresolve"

BAD = [
    Bad(LEVEL, E, "no level", {LEVEL: -2}),
    Bad(DEFAULT, W, "allowed ACRs", {DEFAULT: ["otp", "basic"], ALLOWED: ["otp"]}, 1),
    Bad(PRIORITY, W, "priority list", {PRIORITY: ["otp"]}),
    Bad(PRIORITY, W, "priority list", {PRIORITY: ["otp"], LEVEL: 10, RESOLVE: False}),
    Bad(PRIORITY, W, "priority list", {PRIORITY: ["otp"], LEVEL: -1, RESOLVE: True}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


GOOD: list[Changes] = [
    {LEVEL: -1},
    {LEVEL: 0},
    {LEVEL: None},
    {LEVEL: 10, RESOLVE: True},
    {LEVEL: 10, RESOLVE: True, PRIORITY: ["otp"]},
    {DEFAULT: ["otp"]},
    {DEFAULT: ["otp"], ALLOWED: ["otp", "basic"]},
]


@pytest.mark.parametrize("changes", GOOD, ids=str)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert everything(changes) == []
