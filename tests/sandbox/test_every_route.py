"""What holds for each route that the sandbox has, whoever adds it."""

from urllib.parse import quote

import pytest
from starlette.routing import Route

from tests.sandbox.support import API, REVOKE, Door
from tui.sandbox.app import create_app
from tui.sandbox.settings import SandboxSettings

OPEN = {
    "/.well-known/openid-configuration",
    "/jans-auth/.well-known/openid-configuration",
    "/jans-auth/restv1/jwks",
    "/jans-auth/device-code",
    "/openapi.json",
    f"{API}/health",
    f"{API}/health/live",
    f"{API}/health/ready",
    f"{API}/jans-auth-server/health",
    f"{API}/health/server-stat",
}
"""Paths that answer everybody, for they tell nothing that is secret."""


def operations(settings: SandboxSettings) -> list[tuple[str, str]]:
    """Method and path of each operation, its parameters filled in."""
    found = []
    for route in create_app(settings).routes:
        assert isinstance(route, Route)
        path = route.path
        for name in route.param_convertors:
            path = path.replace("{" + name + "}", "nobody")
        found += [(method, path) for method in sorted((route.methods or set()) - {"HEAD"})]
    return found


async def test_nothing_is_told_to_strangers(door: Door) -> None:
    every = operations(door.settings)
    assert len(every) > 18
    for method, path in every:
        for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic YTpi"}):
            answer = await door.http.request(method, path, headers=headers)
            assert answer.is_success == (method == "GET" and path in OPEN), (method, path, headers)
            assert answer.status_code < 500


async def test_the_config_api_wants_a_token_that_is_good(door: Door) -> None:
    good = await door.token()
    door.sandbox.clock = lambda: 1_000_000
    expired = await door.token()
    door.sandbox.clock = lambda: 1_000_300
    revoked = await door.token()
    form = {"token": revoked}
    own = (door.credentials.client_id, door.credentials.client_secret)
    assert (await door.http.post(REVOKE, data=form, auth=own)).status_code == 200
    powerless = await door.token("nothing")
    head, body, signature = good.split(".")
    forged = [
        f"{head}.{body}.{signature[:-4]}AAAA",
        f"eyJhbGciOiJub25lIn0.{body}.",
        f"{head}.{body}",
        f"{good}x",
        good.upper(),
    ]
    protected = [
        (method, path)
        for method, path in operations(door.settings)
        if path.startswith(API) and path not in OPEN
    ]
    assert len(protected) > 15
    for method, path in protected:
        for token in (expired, revoked, powerless, *forged):
            headers = {"Authorization": f"Bearer {token}"}
            answer = await door.http.request(method, path, headers=headers)
            assert answer.status_code == 401, (method, path, token)
            assert answer.headers["www-authenticate"] == "Bearer"


async def test_other_methods_change_nothing(door: Door) -> None:
    paths = {path for _, path in operations(door.settings)}
    allowed = set(operations(door.settings))
    for path in sorted(paths):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
            if (method, path) not in allowed:
                answer = await door.call(method, path)
                assert answer.status_code == 405, (method, path)


TRAVERSALS = (
    "../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/secrets.key",
    "..;/secrets.key",
    "....//secrets.key",
    "%2fetc%2fpasswd",
    "sandbox.sqlite3",
    "secrets.key%00.json",
    "..%5c..%5csecrets.key",
    "%c0%ae%c0%ae/secrets.key",
    "file:///etc/passwd",
)


@pytest.mark.parametrize("path", TRAVERSALS)
async def test_no_path_leads_to_a_file(door: Door, path: str) -> None:
    key = (door.settings.data_folder / "credentials.json").read_bytes()
    for start in ("/", f"{API}/", f"{API}/openid/clients/", f"{API}/scopes/type/", "/.well-known/"):
        answer = await door.call("GET", start + path)
        # A list of the scopes of a type that does not exist is empty.
        assert answer.status_code == 404 or answer.content == b"[]", start + path
        assert b"root:" not in answer.content
        assert key not in answer.content


SQL = (
    "' OR '1'='1",
    "'; DROP TABLE clients; --",
    '" OR 1=1 --',
    "x') UNION SELECT body, secret, id FROM clients_bodies --",
    'inum" DESC; DELETE FROM tokens; --',
    "inum`",
    "1; PRAGMA writable_schema=1",
    "%' AND 1=(SELECT count(*) FROM tokens) AND '%'='",
    "inum DESC, (SELECT secret FROM clients_bodies)",
    "clients.inum",
    "rowid",
    "search",
    "id",
    "\\",
    "\x00",
    "?",
    ":1",
)


@pytest.mark.parametrize("text", SQL)
async def test_sql_is_only_text(door: Door, text: str) -> None:
    before = await door.entry(f"{API}/openid/clients")
    for noun in ("openid/clients", "scopes", "attributes", "config/scripts"):
        for parameters in (
            {"pattern": text},
            {"sortBy": text},
            {"sortBy": "inum", "sortOrder": text, "limit": "1"},
            {"fieldValuePair": f"{text}=x"},
            {"fieldValuePair": f"inum={text}"},
        ):
            answer = await door.get(f"{API}/{noun}", **parameters)
            assert answer.status_code in {200, 500}
            if answer.status_code == 200:
                assert "clientSecret" not in answer.text or noun == "openid/clients"
    for path in ("openid/clients", "scopes", "scopes/type", "scopes/creator"):
        answer = await door.call("DELETE", f"{API}/{path}/{quote(text, safe='')}")
        assert answer.status_code in {404, 405}
    assert await door.entry(f"{API}/openid/clients") == before
