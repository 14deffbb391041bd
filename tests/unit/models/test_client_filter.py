"""Filters in a search: which words are some, and which clients they want."""

from datetime import datetime

import pytest

from tui.models.client_filter import FilterError, read_filter
from tui.models.document import ClientDocument
from tui.models.json import JsonObject

NOW = datetime(2026, 6, 15, 12, 0, 0)  # noqa: DTZ001

PORTAL: JsonObject = {
    "inum": "1",
    "clientName": "Portal",
    "applicationType": "web",
    "grantTypes": ["authorization_code", "refresh_token"],
    "tokenEndpointAuthMethod": "private_key_jwt",
    "redirectUris": ["https://portal.example/cb", "http://localhost:8080/cb"],
    "scopes": ["inum=F0C4,ou=scopes,o=jans"],
    "contacts": ["ops@acme.example"],
    "lastAccessTime": "2026-06-01T00:00:00",
    "expirationDate": "2026-07-01T00:00:00",
    "attributes": {"requirePkce": True, "additionalTokenEndpointAuthMethods": ["tls_client_auth"]},
}
KIOSK: JsonObject = {
    "inum": "2",
    "grantTypes": ["urn:ietf:params:oauth:grant-type:device_code"],
    "tokenEndpointAuthMethod": "none",
    "disabled": True,
    "trustedClient": True,
    "clientSecretExpiresAt": "2026-01-01T00:00:00",
    "lastLogonTime": "2025-01-01T00:00:00",
}
EMPTY: JsonObject = {"inum": "3", "grantTypes": "odd", "expirationDate": "odd"}

SCOPES = {"inum=F0C4,ou=scopes,o=jans": "openid"}


def found(text: str) -> str:
    wanted = read_filter(text, NOW, SCOPES)
    clients = map(ClientDocument, (PORTAL, KIOSK, EMPTY))
    return "".join(client.inum for client in clients if wanted.wants(client))


@pytest.mark.parametrize(
    ("text", "inums"),
    [
        ("", "123"),
        ("portal", "123"),
        ("grant:code", "1"),
        ("grant:authorization_code", "1"),
        ("GRANT:Refresh", "1"),
        ("grant:device", "2"),
        ("grant:device_code", "2"),
        ("grant:urn:ietf:params:oauth:grant-type:device_code", "2"),
        ("-grant:code", "23"),
        ("grant:code grant:refresh", "1"),
        ("auth:none", "2"),
        ("auth:private_*", "1"),
        ("auth:tls_client_auth", "1"),
        ("scope:openid", "1"),
        ("-scope:openid", "23"),
        ("redirect:localhost", "1"),
        ("is:enabled", "13"),
        ("-is:disabled", "13"),
        ("is:expired", "2"),
        ("is:public", "2"),
        ("-is:trusted", "13"),
        ("-type:web", "23"),
        ("expires:16d", "1"),
        ("expires:15d", ""),
        ("unused:30d", "23"),
        ("unused:14d", "123"),
        ("unused:15d", "23"),
        ("contacts:acme", "1"),
        ("requirePkce:true", "1"),
        ("require_pkce:true", "1"),
        ("attributes.requirePkce:false", ""),
        ("client_name:port", "1"),
    ],
)
def test_what_is_looked_at_here(text: str, inums: str) -> None:
    assert found(text) == inums


def test_the_server_compares_what_every_server_can() -> None:
    wanted = read_filter("is:disabled acme TYPE:Native inc is:trusted", NOW)
    assert wanted.pattern == "acme inc"
    assert wanted.equal == {
        "disabled": "true",
        "applicationType": "native",
        "trustedClient": "true",
    }
    assert not wanted.tests


def test_two_values_of_one_member_find_nothing() -> None:
    wanted = read_filter("type:web type:native", NOW)
    assert wanted.equal == {"applicationType": "web"}
    assert not wanted.wants(ClientDocument(PORTAL))


@pytest.mark.parametrize(
    "text",
    ["https://acme.example", "urn:x:y", "12:30", ":", "grant:", "-", "- grant :code", "no-key:x"],
)
def test_what_only_looks_like_a_filter_is_searched_for(text: str) -> None:
    wanted = read_filter(text, NOW)
    assert (wanted.pattern, wanted.tests) == (text, ())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("is:odd", "is: takes enabled, disabled, expired, trusted or public, not “odd”."),
        ("unused:soon", "unused: takes days, such as 30d, not “soon”."),
        ("expires:-3d", "expires: takes days, such as 30d, not “-3d”."),
        ("expires:99999999999d", "expires: takes days, such as 30d, not “99999999999d”."),
    ],
)
def test_a_value_that_does_not_fit_is_said(text: str, sentence: str) -> None:
    with pytest.raises(FilterError, match="takes") as problem:
        read_filter(text, NOW)
    assert str(problem.value) == sentence


def test_only_the_scope_key_needs_scopes() -> None:
    assert read_filter("scope:openid", NOW).needs_scopes
    assert read_filter("x -scope:openid", NOW).needs_scopes
    assert not read_filter("grant:code scope", NOW).needs_scopes
