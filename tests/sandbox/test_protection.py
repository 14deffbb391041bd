"""Who may call what, and the words of a refusal."""

import pytest

from tests.sandbox.support import API, CLIENTS, SCOPES, Door, P
from tui.sandbox.protection import needs

PATCH = {"Content-Type": "application/json-patch+json"}


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (None, "ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!"),
        ("Basic YTpi", "ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!"),
        ("Bearer", "ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!"),
        ("Bearer  ", "ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!"),
        ("Bearer 11111111-2222", "Token is Invalid."),
        ("bearer eyJhbGciOiJub25lIn0.e30.", "Jwt Token is Invalid."),
    ],
)
async def test_refused_tokens(door: Door, header: str | None, text: str) -> None:
    headers = {"Authorization": header} if header else {}
    for method, path in (("GET", CLIENTS), ("DELETE", f"{SCOPES}/F0C4"), ("GET", f"{API}/acrs")):
        answer = await door.http.request(method, path, headers=headers)
        assert (answer.status_code, answer.text) == (401, text)
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_token_ends_when_its_time_is_up(door: Door) -> None:
    door.sandbox.clock = lambda: 1_000_000
    headers = {"Authorization": f"bearer {await door.token()}"}
    door.sandbox.clock = lambda: 1_000_299.9
    assert (await door.http.get(CLIENTS, headers=headers)).status_code == 200
    door.sandbox.clock = lambda: 1_000_300
    answer = await door.http.get(CLIENTS, headers=headers)
    assert (answer.status_code, answer.text) == (401, "Jwt Token is Invalid.")


async def test_the_issuer_header(door: Door) -> None:
    headers = {"Authorization": f"Bearer {await door.token()}", "issuer": "https://op.example"}
    assert (await door.http.get(CLIENTS, headers=headers)).status_code == 200
    answer = await door.http.get(CLIENTS, headers=headers | {"issuer": "https://evil.example"})
    assert (answer.status_code, answer.text) == (401, "Header Issuer is Invalid.")


async def test_missing_scopes_are_named(door: Door) -> None:
    token = await door.token(f"{P}openid/clients.readonly {P}acrs.readonly")
    answer = await door.http.request(
        "DELETE", f"{CLIENTS}/x", headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.text == (
        "oAuth authorization error Insufficient scopes! ,"
        f" Required scope: [{P}openid/clients.delete], however token scopes:"
        f" [{P}acrs.readonly, {P}openid/clients.readonly]"
    )


READ_CLIENTS = ("GET", f"{CLIENTS}/nobody")
WRITE_CLIENTS = ("PATCH", f"{CLIENTS}/nobody")
DELETE_CLIENTS = ("DELETE", f"{CLIENTS}/nobody")
READ_SCOPES = ("GET", f"{SCOPES}/nobody")
WRITE_SCOPES = ("PATCH", f"{SCOPES}/nobody")
DELETE_SCOPES = ("DELETE", f"{SCOPES}/nobody")


@pytest.mark.parametrize(
    ("scope", "allowed"),
    [
        ("openid/clients.readonly", [READ_CLIENTS]),
        ("openid/openid.readonly", [READ_CLIENTS]),
        ("openid-read", [READ_CLIENTS]),
        ("openid/clients.write", [WRITE_CLIENTS]),
        ("openid/openid.write", [WRITE_CLIENTS]),
        ("openid-write", [WRITE_CLIENTS]),
        ("openid/clients.delete", [DELETE_CLIENTS]),
        ("openid/openid.delete", [DELETE_CLIENTS]),
        ("openid-delete", [DELETE_CLIENTS]),
        ("openid/clients.admin", [READ_CLIENTS, WRITE_CLIENTS, DELETE_CLIENTS]),
        ("scopes.readonly", [READ_SCOPES]),
        ("scopes.write", [READ_SCOPES, WRITE_SCOPES]),
        ("scopes.delete", [DELETE_SCOPES]),
        ("scopes.admin", [READ_SCOPES, WRITE_SCOPES, DELETE_SCOPES]),
        ("read-all", [READ_CLIENTS, READ_SCOPES]),
        ("write-all", [READ_CLIENTS, WRITE_CLIENTS, READ_SCOPES, WRITE_SCOPES]),
        ("delete-all", [DELETE_CLIENTS, DELETE_SCOPES]),
    ],
)
async def test_what_a_scope_opens(door: Door, scope: str, allowed: list[tuple[str, str]]) -> None:
    token = await door.token(P + scope)
    for operation in (
        READ_CLIENTS,
        WRITE_CLIENTS,
        DELETE_CLIENTS,
        READ_SCOPES,
        WRITE_SCOPES,
        DELETE_SCOPES,
    ):
        method, path = operation
        headers = {"Authorization": f"Bearer {token}"} | (PATCH if method == "PATCH" else {})
        answer = await door.http.request(method, path, headers=headers)
        assert answer.status_code == (404 if operation in allowed else 401), operation


@pytest.mark.parametrize(
    ("path", "scopes"),
    [
        ("attributes", ["attributes.readonly", "attributes.admin", "read-all", "write-all"]),
        ("acrs", ["acrs.readonly", "acrs.write", "acrs.admin", "read-all", "write-all"]),
        ("config/scripts", ["scripts.readonly", "scripts.admin", "read-all", "write-all"]),
    ],
)
async def test_what_opens_a_lookup(door: Door, path: str, scopes: list[str]) -> None:
    for scope in (*scopes, "openid/clients.admin"):
        headers = {"Authorization": f"Bearer {await door.token(P + scope)}"}
        answer = await door.http.get(f"{API}/{path}", headers=headers)
        assert answer.status_code == (200 if scope in scopes else 401), scope


def test_all_granular_scopes_are_needed() -> None:
    both = needs("a b", "c", "d e")
    assert both.allow(frozenset({P + "a", P + "b", "x"}))
    assert not both.allow(frozenset({P + "a"}))
    assert both.allow(frozenset({P + "c"}))
    assert both.allow(frozenset({P + "e"}))
    assert not both.allow(frozenset())


async def test_unknown_paths_and_methods(door: Door) -> None:
    for path in ("/", "/nowhere", f"{API}/nothing", f"{CLIENTS}/", f"{CLIENTS}/a/b", "/%00"):
        answer = await door.http.get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")
    assert (await door.http.delete(CLIENTS)).status_code == 405
