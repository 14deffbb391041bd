import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.checks.cases import Bad, Changes, E, W, at
from tui.checks.patterns import regular_expression

REDIRECT, SCOPES = "attributes.redirectUrisRegex", "attributes.spontaneousScopes"
ALLOW = "attributes.allowSpontaneousScopes"
EXACT = r"^https://rp\.example\.org/.*$"


def scopes(*patterns: str) -> Changes:
    return {ALLOW: True, SCOPES: list(patterns)}


BAD = [
    Bad(REDIRECT, W, "list the redirect URIs", {REDIRECT: EXACT}),
    Bad(REDIRECT, E, "any host", {REDIRECT: ".*"}),
    Bad(REDIRECT, E, "any host", {REDIRECT: "^.+$"}),
    Bad(REDIRECT, E, "any host", {REDIRECT: "https?://.*"}),
    Bad(REDIRECT, E, "any host", {REDIRECT: "^https://(.*)/cb$"}),
    Bad(REDIRECT, E, "no regular expression", {REDIRECT: "^https://rp.example.org/("}),
    Bad(SCOPES, E, "no regular expression", scopes("^ok$", "[a-"), 1),
    Bad(SCOPES, E, "no regular expression", scopes("*"), 0),
    Bad(SCOPES, E, "too complex", scopes("a{99999999999}"), 0),
    Bad(SCOPES, W, "could not be checked", scopes(r"^\p{Alpha}+:x$"), 0),
    Bad(SCOPES, W, "could not be checked", scopes(r"^(?<name>x)$"), 0),
    Bad(SCOPES, W, "too long", scopes("x" * 2001), 0),
    Bad(SCOPES, W, "any scope", scopes("^.*$"), 0),
    Bad(SCOPES, W, "until spontaneous", {SCOPES: ["^ok$"]}),
    Bad(SCOPES, W, "until spontaneous", {SCOPES: ["^ok$"], ALLOW: False}),
    Bad(SCOPES, W, "without a pattern", {ALLOW: True}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


@pytest.mark.parametrize(
    "changes", [{}, {REDIRECT: ""}, {ALLOW: False}, scopes("^transaction:.+$", r"^a\d++$")], ids=str
)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert at(REDIRECT, changes) + at(SCOPES, changes) == []


def test_a_sound_pattern_is_no_error() -> None:
    assert len(at(REDIRECT, {REDIRECT: EXACT})) == 1


def test_a_pattern_that_python_warns_of_is_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(regular_expression(SCOPES, "[[a-z]&&[^b]]", 0)) == []


@given(st.text(alphabet="()[]{}?*+|\\.^$-,<>=!:aPpQ09\x1b", max_size=30))
def test_any_pattern_is_judged(pattern: str) -> None:
    for finding in regular_expression(SCOPES, pattern, 0):
        assert finding.message.isprintable()


def test_deep_patterns_are_too_complex() -> None:
    [finding] = regular_expression(SCOPES, "(" * 2000, 0)
    assert finding.severity is E
