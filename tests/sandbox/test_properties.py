"""The Auth Server's settings, keys and plugins, and the sessions of people."""

from tests.sandbox.conftest import Opener
from tests.sandbox.support import API, INTERNAL, Door

SETTINGS = f"{API}/jans-auth-server/config"
JWKS = "/jans-auth/restv1/jwks"


async def test_settings_are_changed_and_kept(door: Door, opened: Opener) -> None:
    fresh = await door.entry(SETTINGS)
    assert fresh["issuer"] == str(door.http.base_url).rstrip("/")
    answer = await door.patch(
        SETTINGS,
        {"op": "replace", "path": "/accessTokenLifetime", "value": 60},
        {"op": "remove", "path": "/requirePar"},
        {"op": "add", "path": "/loggingLevel", "value": "TRACE"},
    )
    changed = {**fresh, "accessTokenLifetime": 60, "loggingLevel": "TRACE"}
    del changed["requirePar"]
    assert (answer.status_code, answer.json()) == (200, changed)
    door.sandbox.close()
    assert await opened().entry(SETTINGS) == changed
    back = [
        {"op": "add", "path": "/accessTokenLifetime", "value": fresh["accessTokenLifetime"]},
        {"op": "add", "path": "/requirePar", "value": fresh["requirePar"]},
        {"op": "remove", "path": "/loggingLevel"},
    ]
    assert (await door.patch(SETTINGS, *back)).json() == fresh


async def test_a_patch_that_does_not_apply_changes_nothing(door: Door) -> None:
    before = await door.entry(SETTINGS)
    answer = await door.patch(SETTINGS, {"op": "remove", "path": "/nothing"})
    assert (answer.status_code, answer.json()) == (500, INTERNAL)
    assert await door.entry(SETTINGS) == before


async def test_keys_and_plugins(door: Door) -> None:
    assert await door.entry(f"{API}/config/jwks") == (await door.http.get(JWKS)).json()
    assert await door.entry(f"{API}/plugin") == []


async def test_nobody_is_signed_in_with_a_browser(door: Door) -> None:
    page = await door.entry(f"{API}/jans-auth-server/session/search?limit=5")
    assert (page["totalEntriesCount"], page["entries"]) == (0, [])
    gone = await door.call("DELETE", f"{API}/jans-auth-server/session/sid/none")
    assert (gone.status_code, gone.json()["code"]) == (404, "404")
