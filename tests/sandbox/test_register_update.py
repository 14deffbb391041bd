"""PUT ``/register``: what an update changes, keeps and resets."""

from typing import Any

from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, Door, manage, problem, register
from tui.sandbox.registration.settings import RegistrationSettings

URIS = {"redirect_uris": ["https://rp.example/cb"]}
FULL: dict[str, Any] = {
    **URIS,
    "client_name": "Shop",
    "client_name#fr": "Magasin",
    "contacts": ["a@rp.example"],
    "scope": "openid profile",
    "claims": "email",
    "application_type": "native",
    "token_endpoint_auth_method": "client_secret_post",
    "backchannel_logout_uri": "https://rp.example/b",
    "backchannel_logout_session_required": True,
    "frontchannel_logout_session_required": True,
    "require_pkce": True,
    "access_token_as_jwt": True,
    "default_max_age": 60,
    "lifetime": 3600,
    "future": {"a": 1},
}
RESET = {
    "application_type": "web",
    "token_endpoint_auth_method": "client_secret_basic",
    "backchannel_logout_session_required": False,
    "frontchannel_logout_session_required": False,
    "access_token_as_jwt": False,
}


async def update(door: Door, made: Any, members: dict[str, Any]) -> Any:
    answer = await manage(door, "PUT", made, json=members)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_what_is_left_out_stays_or_is_reset(door: Door) -> None:
    made = await register(door, **FULL)
    after = await update(door, made, {"client_name": "Store"})
    expected = made | {"client_name": "Store"} | RESET
    del expected["require_pkce"]
    assert after == expected


async def test_sending_everything_back_changes_nothing(door: Door) -> None:
    made = await register(door, **FULL)
    assert await update(door, made, made) == made


async def test_nothing_is_cleared_by_empty_values(door: Door) -> None:
    made = await register(door, **FULL)
    empty: dict[str, Any] = {
        "contacts": [],
        "client_name": "",
        "default_max_age": None,
        "backchannel_logout_uri": "",
    }
    after = await update(door, made, FULL | empty)
    assert after == made


async def test_lifetime_and_identity_stay(door: Door) -> None:
    made = await register(door, **FULL)
    wish = {"lifetime": 1, "client_id": "x", "client_secret": "y", "registration_access_token": "z"}
    assert await update(door, made, FULL | wish) == made


async def test_what_administrators_gave_stays(door: Door) -> None:
    made = await register(door, **FULL)
    path = f"{CLIENTS}/{made['client_id']}"
    phone = "inum=B9D2-D6E5,ou=scopes,o=jans"
    await door.patch(
        path,
        {"op": "add", "path": "/trustedClient", "value": True},
        {"op": "add", "path": "/scopes/-", "value": phone},
        {"op": "add", "path": "/customAttributes", "value": [{"name": "a", "value": "b"}]},
    )
    after = await update(door, made, {"client_name": "Store"})
    assert set(after["scope"].split()) == {"openid", "profile", "phone"}
    entry = await door.entry(path)
    assert entry["trustedClient"] is True
    assert phone in entry["scopes"]
    assert entry["customAttributes"][0]["value"] == "b"
    # Asked for by name it is for administrators to give.
    again = await update(door, made, {"scope": after["scope"]})
    assert set(again["scope"].split()) == {"openid", "profile"}


async def test_a_text_in_one_more_language(door: Door) -> None:
    made = await register(door, **FULL)
    after = await update(door, made, {"client_name#de": "Laden"})
    names = {name: text for name, text in after.items() if name.startswith("client_name")}
    assert names == {"client_name": "Shop", "client_name#fr": "Magasin", "client_name#de": "Laden"}


async def test_rules_hold_for_the_whole_client(door: Door) -> None:
    made = await register(door, **FULL)
    answer = await manage(door, "PUT", made, json={"redirect_uris": ["https://new.example/cb"]})
    assert problem(answer)[:2] == (400, "invalid_logout_uri")
    after = await manage(door, "GET", made)
    assert after.json() == made


async def test_an_update_that_replaces(opened: Opener) -> None:
    door = opened(registration=RegistrationSettings(replace_on_update=True))
    made = await register(door, **FULL)
    after = await update(door, made, URIS | {"client_name": "Store"})
    fresh = await register(door, **URIS, client_name="Store")
    server_made = (
        *("client_id", "client_secret", "client_id_issued_at", "client_secret_expires_at"),
        *("registration_access_token", "registration_client_uri"),
    )
    same = {name: made[name] for name in (*server_made, "lifetime")}
    assert after == fresh | same
