import pytest

from tests.unit.checks.cases import HTTPS, Bad, Changes, E, W, at

BACK = "attributes.backchannelLogoutUri"
FRONT = "frontChannelLogoutUri"
MEMBERS_OF_PAGES = ["logoUri", "clientUri", "policyUri", "tosUri"]
SERVICES = [
    "initiateLoginUri",
    "jwksUri",
    "sectorIdentifierUri",
    "backchannelClientNotificationEndpoint",
    FRONT,
]

GOOD: list[tuple[str, Changes]] = [
    *((path, {path: f"{HTTPS}/page"}) for path in MEMBERS_OF_PAGES),
    *((path, {path: "http://rp.example.org/page"}) for path in MEMBERS_OF_PAGES),
    *((path, {path: ""}) for path in [*MEMBERS_OF_PAGES, *SERVICES]),
    *((path, {path: f"{HTTPS}/x"}) for path in SERVICES),
    ("tosUriLocalized", {"tosUriLocalized": {"values": {"fr": f"{HTTPS}/fr", "de": ""}}}),
    ("tosUriLocalized", {"tosUriLocalized": {}}),
    ("postLogoutRedirectUris", {"postLogoutRedirectUris": [f"{HTTPS}/bye"]}),
    ("requestUris", {"requestUris": [f"{HTTPS}/request.jwt#hash"]}),
    ("authorizedOrigins", {"authorizedOrigins": [HTTPS, "http://localhost:4200"]}),
    (BACK, {BACK: [f"{HTTPS}/bye"]}),
    (FRONT, {FRONT: "https://elsewhere.example/bye", "redirectUris": []}),
]


@pytest.mark.parametrize(("path", "changes"), GOOD, ids=str)
def test_good_ones_cause_no_finding(path: str, changes: Changes) -> None:
    assert at(path, changes) == []


BAD = [
    *(Bad(path, E, "no web page", {path: "ftp://x.example/"}) for path in MEMBERS_OF_PAGES),
    *(Bad(path, E, "runs code", {path: "javascript:alert(1)"}) for path in MEMBERS_OF_PAGES),
    *(Bad(path, E, "not encrypted", {path: "http://rp.example.org/"}) for path in SERVICES),
    *(Bad(path, E, "no https", {path: "com.example.app:/x"}) for path in SERVICES),
    *(Bad(path, E, "not absolute", {path: "/x"}) for path in SERVICES),
    *(Bad(path, W, "tests on this machine", {path: "http://localhost/x"}) for path in SERVICES),
    Bad(
        "logoUriLocalized",
        E,
        "runs code",
        {"logoUriLocalized": {"values": {"": f"{HTTPS}/", "fr": "javascript:x"}}},
    ),
    Bad("postLogoutRedirectUris", E, "fragment", {"postLogoutRedirectUris": [f"{HTTPS}/#x"]}, 0),
    Bad(
        "postLogoutRedirectUris",
        E,
        "wildcard",
        {"postLogoutRedirectUris": [f"{HTTPS}/", f"{HTTPS}/*"]},
        1,
    ),
    Bad("requestUris", W, "not encrypted", {"requestUris": ["http://rp.example.org/r"]}, 0),
    Bad("requestUris", W, "twice", {"requestUris": [f"{HTTPS}/r", f"{HTTPS}/r"]}, 1),
    Bad("authorizedOrigins", E, "more than an origin", {"authorizedOrigins": [f"{HTTPS}/"]}, 0),
    Bad("authorizedOrigins", E, "more than an origin", {"authorizedOrigins": [f"{HTTPS}/a"]}, 0),
    Bad("authorizedOrigins", E, "more than an origin", {"authorizedOrigins": [f"{HTTPS}?a"]}, 0),
    Bad("authorizedOrigins", E, "lets every site in", {"authorizedOrigins": ["*"]}, 0),
    Bad("authorizedOrigins", E, "not absolute", {"authorizedOrigins": ["rp.example.org"]}, 0),
    Bad("authorizedOrigins", W, "not encrypted", {"authorizedOrigins": ["http://a.example"]}, 0),
    Bad("authorizedOrigins", W, "twice", {"authorizedOrigins": [HTTPS, HTTPS]}, 1),
    Bad(FRONT, W, "no host of a redirect URI", {FRONT: "https://elsewhere.example/bye"}),
    Bad(BACK, W, "no host of a redirect URI", {BACK: ["https://elsewhere.example/bye"]}, 0),
    Bad(BACK, E, "not encrypted", {BACK: [f"{HTTPS}/a", "http://rp.example.org/b"]}, 1),
    Bad(BACK, W, "keep one", {BACK: [f"{HTTPS}/a", f"{HTTPS}/b"]}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()
