import pytest

from tests.unit.checks.cases import HTTPS, Bad, Changes, E, W, everything

MODE = "backchannelTokenDeliveryMode"
ENDPOINT = "backchannelClientNotificationEndpoint"
SIGNING = "backchannelAuthenticationRequestSigningAlg"
GRANT: Changes = {"grantTypes": ["urn:openid:params:grant-type:ciba"], "responseTypes": []}
NOTIFY: Changes = {ENDPOINT: f"{HTTPS}/ciba"}
PAIRWISE: Changes = {"subjectType": "pairwise"}

BAD = [
    Bad(MODE, E, "needs a token delivery mode", GRANT),
    Bad(MODE, W, "do nothing without", NOTIFY),
    Bad(MODE, W, "do nothing without", {SIGNING: "ES256"}),
    Bad(MODE, W, "do nothing without", {"backchannelUserCodeParameter": True}),
    Bad(MODE, W, "without the grant", {MODE: "poll"}),
    Bad(MODE, W, "without the grant", {MODE: "ping", **NOTIFY}),
    Bad(ENDPOINT, E, "needs an address", {**GRANT, MODE: "ping"}),
    Bad(ENDPOINT, E, "needs an address", {**GRANT, MODE: "push"}),
    Bad(MODE, E, "Pairwise", {**GRANT, **PAIRWISE, MODE: "poll"}),
    Bad(MODE, E, "Pairwise", {**GRANT, **PAIRWISE, **NOTIFY, MODE: "ping"}),
    Bad(SIGNING, E, "cannot be signed", {**GRANT, MODE: "poll", SIGNING: "HS256"}),
    Bad(SIGNING, E, "cannot be signed", {**GRANT, MODE: "poll", SIGNING: "none"}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


GOOD: list[Changes] = [
    {**GRANT, MODE: "poll"},
    {**GRANT, **NOTIFY, MODE: "ping", SIGNING: "ES256"},
    {**GRANT, **NOTIFY, MODE: "push"},
    {**NOTIFY, MODE: "push"},
    {**GRANT, **PAIRWISE, MODE: "poll", "jwksUri": f"{HTTPS}/jwks"},
    {**GRANT, **PAIRWISE, **NOTIFY, MODE: "push"},
    {"backchannelUserCodeParameter": False},
]


@pytest.mark.parametrize("changes", GOOD, ids=str)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert everything(changes) == []
