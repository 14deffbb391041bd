import pytest

from tests.unit.checks.cases import Bad, Changes, E, W, at, everything

GRANTS, ANSWERS = "grantTypes", "responseTypes"
PKCE = "attributes.requirePkce"
CIBA = "urn:openid:params:grant-type:ciba"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
PUBLIC = {"tokenEndpointAuthMethod": "none"}

BAD = [
    Bad(ANSWERS, W, "needs the grant authorization_code", {GRANTS: [], ANSWERS: ["code"]}),
    Bad(ANSWERS, W, "needs the grant implicit", {GRANTS: [], ANSWERS: ["id_token"]}),
    Bad(ANSWERS, W, "needs the grant implicit", {ANSWERS: ["code", "token"]}),
    Bad(ANSWERS, W, "leak", {GRANTS: ["implicit"], ANSWERS: ["id_token", "token"]}, 1),
    Bad(ANSWERS, W, "leak", {GRANTS: ["implicit"], ANSWERS: ["id_token token"]}, 0),
    Bad(ANSWERS, W, "needs the grant implicit", {ANSWERS: ["code", "id_token token"]}),
    Bad(GRANTS, W, "needs the response type", {ANSWERS: []}),
    Bad(GRANTS, W, "does nothing without", {GRANTS: ["authorization_code", "implicit"]}),
    Bad(GRANTS, W, "no longer has the implicit", {GRANTS: ["client_credentials", "implicit"]}, 1),
    Bad(GRANTS, W, "no longer has the password", {GRANTS: ["password"]}, 0),
    Bad(GRANTS, W, "gives a refresh token", {GRANTS: ["refresh_token", "client_credentials"]}),
    Bad(GRANTS, E, "Anyone", {**PUBLIC, GRANTS: ["client_credentials"]}),
    Bad(GRANTS, E, "Anyone", {**PUBLIC, GRANTS: [CIBA]}),
    Bad(PKCE, W, "Require PKCE", {**PUBLIC, PKCE: False}),
    Bad(PKCE, W, "Require PKCE", {**PUBLIC, PKCE: None}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


GOOD: list[Changes] = [
    {},
    {GRANTS: ["authorization_code"], ANSWERS: ["code", "id_token"]},
    {GRANTS: ["authorization_code"], ANSWERS: ["code id_token"]},
    {GRANTS: [DEVICE, "refresh_token"], ANSWERS: []},
    {GRANTS: ["client_credentials"], ANSWERS: []},
    {GRANTS: ["some:grant:of:tomorrow"], ANSWERS: []},
    {**PUBLIC, PKCE: True},
    {**PUBLIC, GRANTS: [DEVICE], ANSWERS: [], PKCE: False},
    {
        **PUBLIC,
        GRANTS: ["client_credentials"],
        ANSWERS: [],
        "attributes.additionalTokenEndpointAuthMethods": ["client_secret_post"],
    },
    {PKCE: False},
]


@pytest.mark.parametrize("changes", GOOD, ids=str)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert everything(changes) == []


def test_implicit_with_its_response_type_is_only_outdated() -> None:
    [finding] = at(GRANTS, {GRANTS: ["implicit"], ANSWERS: ["id_token"]})
    assert "no longer" in finding.message
    assert at(ANSWERS, {GRANTS: ["implicit"], ANSWERS: ["id_token"]}) == []
