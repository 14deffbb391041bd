import pytest

from tests.unit.checks.cases import HTTPS, Bad, Changes, E, W, at
from tui.models.json import Json

PATH = "redirectUris"


def web(*uris: Json) -> Changes:
    return {"redirectUris": list(uris)}


def native(*uris: Json) -> Changes:
    return {"redirectUris": list(uris), "applicationType": "native"}


GOOD = [
    web(f"{HTTPS}/cb"),
    web(f"{HTTPS}:8443/cb?x=1"),
    web("http://localhost/cb"),
    web("http://localhost:8080/cb"),
    web("http://127.0.0.1:8080/cb"),
    web(f"{HTTPS}/a", f"{HTTPS}/b"),
    web(f"{HTTPS}/?star=*"),
    web("HTTPS://RP.example.org/cb"),
    web("https://xn--bcher-kva.example/cb"),
    native("com.example.app:/cb"),
    native("com.example.app://cb"),
    native("http://127.0.0.1/cb"),
    native("http://[::1]:5000/cb"),
    native("http://localhost/cb"),
    native(f"{HTTPS}/cb"),
]


@pytest.mark.parametrize("changes", GOOD, ids=str)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert at(PATH, changes) == []


BAD = [
    Bad(PATH, E, "empty", web(""), 0),
    Bad(PATH, E, "not absolute", web("/cb"), 0),
    Bad(PATH, E, "not absolute", web("rp.example.org/cb"), 0),
    Bad(PATH, E, "not absolute", web("localhost:8080/cb"), 0),
    Bad(PATH, E, "not absolute", web("//rp.example.org/cb"), 0),
    Bad(PATH, E, "no host", web("https:///cb"), 0),
    Bad(PATH, E, "no host", web("https:cb"), 0),
    Bad(PATH, E, "not valid", web("https://[::1/cb"), 0),
    Bad(PATH, E, "not valid", web("https://rp.example.org:port/cb"), 0),
    Bad(PATH, E, "not valid", web("https://rp.example.org:99999/cb"), 0),
    Bad(PATH, E, "space or a control", web(f"{HTTPS}/c b"), 0),
    Bad(PATH, E, "space or a control", web(f" {HTTPS}/cb"), 0),
    Bad(PATH, E, "space or a control", web(f"{HTTPS}/cb\n"), 0),
    Bad(PATH, E, "space or a control", web(f"{HTTPS}/\x1b[31m"), 0),
    Bad(PATH, E, "percent-encode", web(f"{HTTPS}/<cb>"), 0),
    Bad(PATH, E, "percent-encode", web(f"{HTTPS}\\@evil.example/cb"), 0),
    Bad(PATH, E, "percent-encode", web(f"{HTTPS}/100%"), 0),
    Bad(PATH, E, "not ASCII", web("https://bücher.example/cb"), 0),
    Bad(PATH, W, "not ASCII", web(f"{HTTPS}/bücher"), 0),
    Bad(PATH, E, "fragment", web(f"{HTTPS}/cb#x"), 0),
    Bad(PATH, E, "fragment", web(f"{HTTPS}/cb#"), 0),
    Bad(PATH, E, "fragment", native("com.example.app:/cb#x"), 0),
    Bad(PATH, E, "wildcard", web("https://*.example.org/cb"), 0),
    Bad(PATH, E, "wildcard", web(f"{HTTPS}/*"), 0),
    Bad(PATH, E, "user name", web("https://me:pw@rp.example.org/cb"), 0),
    Bad(PATH, E, "runs code", web("javascript:alert(1)"), 0),
    Bad(PATH, E, "runs code", web("data:text/html,x"), 0),
    Bad(PATH, E, "runs code", native("vbscript:x"), 0),
    Bad(PATH, E, "runs code", native("FILE:///etc/passwd"), 0),
    Bad(PATH, E, "not encrypted", web("http://rp.example.org/cb"), 0),
    Bad(PATH, E, "not encrypted", web("http://localhost.example.org/cb"), 0),
    Bad(PATH, E, "not encrypted", native("http://rp.example.org/cb"), 0),
    Bad(PATH, W, "loopback", web("http://[::1]/cb"), 0),
    Bad(PATH, W, "loopback", web("http://127.0.0.2/cb"), 0),
    Bad(PATH, W, "native", web("com.example.app:/cb"), 0),
    Bad(PATH, W, "domain of yours", native("myapp:/cb"), 0),
    Bad(PATH, W, "twice", web(f"{HTTPS}/cb", f"{HTTPS}/x", f"{HTTPS}/cb"), 2),
    Bad(PATH, E, "fragment", web(f"{HTTPS}/cb", f"{HTTPS}/cb#x"), 1),
    Bad(PATH, E, "not encrypted", {**web("http://rp.example.org/"), "applicationType": None}, 0),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


def test_a_password_in_a_uri_is_not_repeated() -> None:
    [finding] = at(PATH, web("https://me:hunter2@rp.example.org/cb"))
    assert "hunter2" not in finding.message


def test_a_long_uri_is_shortened() -> None:
    [finding] = at(PATH, web("http://rp.example.org/" + "x" * 10_000))
    assert len(finding.message) < 200


GRANTS_THAT_NEED_ONE = [
    (["authorization_code"], ["code"]),
    (["implicit"], []),
    (["client_credentials"], ["token"]),
    (["client_credentials"], ["id_token"]),
    (["refresh_token"], ["code"]),
]
GRANTS_THAT_DO_NOT = [
    (["client_credentials"], []),
    (["client_credentials"], ["code"]),
    (["urn:ietf:params:oauth:grant-type:device_code"], ["code"]),
    (["password"], ["code"]),
    ([], []),
]


@pytest.mark.parametrize(("grants", "answers"), GRANTS_THAT_NEED_ONE)
@pytest.mark.parametrize("new", [False, True])
def test_a_redirect_uri_is_needed(grants: list[Json], answers: list[Json], new: bool) -> None:
    changes: Changes = {"redirectUris": [], "grantTypes": grants, "responseTypes": answers}
    Bad(PATH, E, "need a redirect URI", changes, new=new).check()
    assert len(at(PATH, changes, new=new)) == 1
    assert at(PATH, {**changes, "redirectUris": [f"{HTTPS}/cb"]}, new=new) == []


@pytest.mark.parametrize(("grants", "answers"), GRANTS_THAT_DO_NOT)
def test_no_redirect_uri_is_needed_but_for_a_new_client(
    grants: list[Json], answers: list[Json]
) -> None:
    changes: Changes = {"redirectUris": None, "grantTypes": grants, "responseTypes": answers}
    assert at(PATH, changes) == []
    Bad(PATH, E, "client_credentials", changes, new=True).check()


def test_claims_redirect_uris_follow_the_same_rules() -> None:
    path = "claimRedirectUris"
    Bad(path, E, "fragment", {path: [f"{HTTPS}/claims#x"]}, 0).check()
    assert at(path, {path: [f"{HTTPS}/claims"]}) == []
