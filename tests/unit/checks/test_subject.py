import pytest

from tests.unit.checks.cases import HTTPS, Bad, Changes, E, W, at

SECTOR, ATTRIBUTE = "sectorIdentifierUri", "attributes.jansSubAttr"
TWO_HOSTS: Changes = {"redirectUris": [f"{HTTPS}/cb", "https://other.example/cb"]}
PAIRWISE: Changes = {"subjectType": "pairwise"}

BAD = [
    Bad(SECTOR, E, "2 hosts", {**PAIRWISE, **TWO_HOSTS}),
    Bad(SECTOR, W, "internal", {SECTOR: "https://127.0.0.1/s.json"}),
    Bad(SECTOR, W, "internal", {SECTOR: "https://10.1.2.3/s.json"}),
    Bad(SECTOR, W, "internal", {SECTOR: "https://[fe80::1]/s.json"}),
    Bad(SECTOR, W, "internal", {SECTOR: "https://localhost/s.json"}),
    Bad(ATTRIBUTE, W, "pairwise", {**PAIRWISE, ATTRIBUTE: "mail"}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


GOOD: list[Changes] = [
    TWO_HOSTS,
    PAIRWISE,
    {**PAIRWISE, "redirectUris": [f"{HTTPS}/a", f"{HTTPS}:444/b", "no uri"]},
    {**PAIRWISE, **TWO_HOSTS, SECTOR: f"{HTTPS}/s.json"},
    {ATTRIBUTE: "mail"},
    {ATTRIBUTE: "mail", "subjectType": None},
]


@pytest.mark.parametrize("changes", GOOD, ids=str)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert at(SECTOR, changes) + at(ATTRIBUTE, changes) == []
