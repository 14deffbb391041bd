import pytest

from tests.unit.checks.cases import Bad, Changes, W, at

NAME, LOCALIZED = "clientName", "clientNameLocalized"

BAD = [
    Bad(NAME, W, "no name", {NAME: ""}),
    Bad(NAME, W, "no name", {NAME: None}),
    Bad(NAME, W, "no name", {NAME: " \t"}),
    Bad(NAME, W, "101 characters", {NAME: "x" * 101}),
    Bad(NAME, W, "invisible", {NAME: "Portal\u202egnp.exe"}),
    Bad(NAME, W, "invisible", {NAME: "Por\u200btal"}),
    Bad(NAME, W, "invisible", {NAME: "Portal\x1b[31m"}),
    Bad(LOCALIZED, W, "invisible", {LOCALIZED: {"values": {"fr": "Por\ntail"}}}),
    Bad(LOCALIZED, W, "language tag", {LOCALIZED: {"values": {"french_FR": "x"}}}),
    Bad("logoUriLocalized", W, "language tag", {"logoUriLocalized": {"values": {"f": ""}}}),
    Bad("tosUriLocalized", W, "language tag", {"tosUriLocalized": {"values": {"fr-": ""}}}),
    Bad("contacts", W, "no e-mail", {"contacts": ["ops@example.org", "ops"]}, 1),
    Bad("contacts", W, "no e-mail", {"contacts": ["a b@example.org"]}, 0),
    Bad("contacts", W, "no e-mail", {"contacts": ["a@b@example.org"]}, 0),
    Bad("contacts", W, "no e-mail", {"contacts": [""]}, 0),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


GOOD: list[tuple[str, Changes]] = [
    (NAME, {NAME: "x" * 100}),
    (NAME, {NAME: "[/b] Büro 漢字"}),
    (NAME, {NAME: "می\u200cخواهم"}),
    (NAME, {NAME: None, "displayName": "Portal"}),
    (LOCALIZED, {LOCALIZED: {"values": {"": "a", "fr": "b", "pt-BR": "c", "zh-Hant-TW": "d"}}}),
    (LOCALIZED, {LOCALIZED: {"values": {"x-private": "a", "de-CH-1996": "b"}}}),
    (LOCALIZED, {LOCALIZED: {}}),
    ("contacts", {"contacts": ["ops@example.org", "ops+x@mail.example.org", "root@localhost"]}),
    ("contacts", {"contacts": ["mailto:ops@example.org"]}),
]


@pytest.mark.parametrize(("path", "changes"), GOOD, ids=str)
def test_good_ones_cause_no_finding(path: str, changes: Changes) -> None:
    assert at(path, changes) == []
