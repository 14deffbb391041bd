"""Attributes, scripts, authentication methods, discovery, health."""

import sqlite3
from typing import Any

import pytest
from starlette.routing import Route

from tests.sandbox.support import API, SCOPES, Door, inums
from tui.sandbox import jws
from tui.sandbox.app import create_app

DISCOVERY = "/.well-known/openid-configuration"


async def test_attributes(door: Door) -> None:
    body = await door.entry(f"{API}/attributes?limit=200")
    assert body["totalEntriesCount"] == body["entriesCount"] >= 60
    assert all(
        {"dn", "inum", "name", "claimName", "displayName", "status"} <= entry.keys()
        for entry in body["entries"]
    )
    names = [entry["name"] for entry in body["entries"]]
    assert len(set(names)) == len(names)
    assert await inums(door, f"{API}/attributes", pattern="username") == ["42E0", "64A0"]
    active = await door.entry(f"{API}/attributes?status=active&limit=1")
    inactive = await door.entry(f"{API}/attributes?status=inactive&limit=1")
    assert active["totalEntriesCount"] + inactive["totalEntriesCount"] == len(names)
    assert min(active["totalEntriesCount"], inactive["totalEntriesCount"]) > 0
    mail = await door.entry(f"{API}/attributes?fieldValuePair=claimName=email")
    assert [entry["name"] for entry in mail["entries"]] == ["mail"]


async def test_scripts(door: Door) -> None:
    body = await door.entry(f"{API}/config/scripts?limit=200")
    assert {
        "update_token",
        "post_authn",
        "introspection",
        "resource_owner_password_credentials",
        "consent_gathering",
        "spontaneous_scope",
        "uma_rpt_policy",
        "uma_claims_gathering",
        "token_exchange",
        "par",
        "tx_token",
        "logout_status_jwt",
        "person_authentication",
        "client_registration",
    } <= {entry["scriptType"] for entry in body["entries"]}
    enabled = await door.entry(f"{API}/config/scripts?fieldValuePair=enabled=true&limit=200")
    assert 0 < enabled["totalEntriesCount"] < body["totalEntriesCount"]
    assert all(entry["enabled"] for entry in enabled["entries"])
    names = [script["name"] for script in enabled["entries"]]
    assert {"otp", "fido2"} <= set(names)
    assert await inums(door, f"{API}/config/scripts", pattern="fido2") == ["8BAF-80D7"]


async def test_acrs(door: Door) -> None:
    assert await door.entry(f"{API}/acrs") == {"defaultAcr": "simple_password_auth"}


async def test_the_seed_refers_to_what_there_is(door: Door) -> None:
    async def dns(path: str) -> set[str]:
        return {entry["dn"] for entry in (await door.entry(f"{API}/{path}?limit=200"))["entries"]}

    known = await dns("scopes") | await dns("attributes") | await dns("config/scripts")

    def mentioned(value: Any) -> set[str]:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return {dn for item in value for dn in mentioned(item)}
        return {value} if isinstance(value, str) and ",ou=" in value else set()

    for path in ("openid/clients", "scopes"):
        for entry in (await door.entry(f"{API}/{path}?limit=200"))["entries"]:
            assert mentioned(entry) <= known | {entry["dn"]}, entry["inum"]


async def test_discovery(door: Door) -> None:
    body = (await door.http.get(DISCOVERY)).json()
    assert (await door.http.get(f"/jans-auth{DISCOVERY}")).json() == body
    assert body["issuer"] == "https://op.example"
    assert body["token_endpoint"] == "https://op.example/jans-auth/restv1/token"
    assert body["jwks_uri"] == "https://op.example/jans-auth/restv1/jwks"
    assert body["code_challenge_methods_supported"] == ["S256"]
    assert "none" not in body["grant_types_supported"]
    assert "client_credentials" in body["grant_types_supported"]
    assert "none" in body["id_token_signing_alg_values_supported"]
    assert "none" not in body["userinfo_signing_alg_values_supported"]
    assert body["acr_values_supported"] == ["simple_password_auth", "otp", "fido2", "agama"]
    assert {"openid", "profile", "email"} <= set(body["scopes_supported"])
    assert "transaction:4711" not in body["scopes_supported"]
    assert {"sub", "name", "email"} <= set(body["claims_supported"])
    assert "department_number" not in body["claims_supported"]
    urls = [value for name, value in body.items() if name.endswith(("_endpoint", "_uri"))]
    assert all(url.startswith("https://op.example/") for url in urls)


async def test_discovery_names_what_there_is(door: Door) -> None:
    body = (await door.http.get(DISCOVERY)).json()
    there = {
        (route.path, *sorted(route.methods or ()))
        for route in create_app(door.settings).routes
        if isinstance(route, Route)
    }
    for name, methods in (
        ("token", ["POST"]),
        ("revocation", ["POST"]),
        ("introspection", ["POST"]),
        ("device_authorization", ["POST"]),
        ("userinfo", ["GET", "HEAD", "POST"]),
        ("registration", ["POST"]),
        ("ssa", ["POST"]),
    ):
        path = body[f"{name}_endpoint"].removeprefix("https://op.example")
        assert any(one[0] == path and set(methods) <= set(one[1:]) for one in there), name
    grants = set(body["grant_types_supported"])
    device = "urn:ietf:params:oauth:grant-type:device_code"
    assert {"client_credentials", "refresh_token", device} <= grants
    assert set(body["token_endpoint_auth_methods_supported"]) == {
        *("client_secret_basic", "client_secret_post", "client_secret_jwt"),
        *("private_key_jwt", "tls_client_auth", "self_signed_tls_client_auth"),
    }
    algorithms = body["token_endpoint_auth_signing_alg_values_supported"]
    assert set(algorithms) == jws.HMAC | jws.PUBLIC


async def test_discovery_is_where_the_request_was(door: Door) -> None:
    body = (await door.http.get(f"http://127.0.0.1:8443{DISCOVERY}")).json()
    assert body["issuer"] == "http://127.0.0.1:8443"
    assert body["userinfo_endpoint"] == "http://127.0.0.1:8443/jans-auth/restv1/userinfo"


async def test_discovery_follows_the_entries(door: Door) -> None:
    await door.call("POST", SCOPES, json={"id": "my.scope"})
    body = (await door.http.get(DISCOVERY)).json()
    assert "my.scope" in body["scopes_supported"]


LIVE = {"name": "jans-config-api liveness", "status": "UP"}


async def test_health(door: Door) -> None:
    ready = {"name": "jans-config-api readiness", "status": "UP"}
    assert (await door.http.get(f"{API}/health")).json() == [LIVE, ready]
    assert (await door.http.get(f"{API}/health/live")).json() == LIVE
    assert (await door.http.get(f"{API}/health/ready")).json() == ready
    up = (await door.http.get(f"{API}/jans-auth-server/health")).json()
    assert up == {"status": "running", "db_status": "online"}


async def test_with_the_database_of_another_version(door: Door) -> None:
    connection = sqlite3.connect(door.settings.data_folder / "sandbox.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    live, ready = (await door.http.get(f"{API}/health")).json()
    assert live == LIVE
    assert ready["status"] == "DOWN"
    assert ready["error"]
    assert (await door.http.get(f"{API}/jans-auth-server/health")).json()["db_status"] == "offline"
    answer = await door.http.get(DISCOVERY)
    assert (answer.status_code, answer.json()["code"]) == (500, "500")
    answer = await door.http.get(SCOPES, headers={"Authorization": "Bearer x"})
    assert answer.status_code == 500


@pytest.mark.parametrize("damage", ["garbage", "folder"])
async def test_a_damaged_database_is_made_anew(door: Door, damage: str) -> None:
    path = door.settings.data_folder / "sandbox.sqlite3"
    path.unlink()
    if damage == "garbage":
        path.write_bytes(b"no database" * 1000)
    else:
        path.mkdir()
    _, ready = (await door.http.get(f"{API}/health")).json()
    assert ready["status"] == "UP"
    assert path.is_file()
    assert len([*path.parent.glob("sandbox*")]) > 1
