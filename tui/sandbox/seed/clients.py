"""The clients that an installation makes for itself."""

from collections.abc import Iterator

from tui.models.json import Json, JsonObject
from tui.sandbox.client_entry import complete
from tui.sandbox.credentials import Credentials
from tui.sandbox.scope_entry import scope_dn
from tui.sandbox.seed import INSTALLED
from tui.sandbox.seed.config_api import CONFIG_API_SCOPES
from tui.sandbox.seed.scripts import ROLE_SCRIPT

_HOST = "https://jans.example.com"
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"

TUI_CLIENT = "2000.4f0c8f1e-6d0e-4a52-93b4-0e6ef5a1c001"
"""The client of the device flow."""


def config_api_client(client_id: str) -> JsonObject:
    """The client with which this sandbox is used: every Config API scope, by itself."""
    return _client(
        client_id,
        "Jans Config Api Client",
        "Used by tools that configure the server",
        redirects=(f"{_HOST}/admin-ui", "http://localhost:4100"),
        grants=("authorization_code", "refresh_token", "client_credentials"),
        scopes=("C4F7", *(inum for inum, _, _ in CONFIG_API_SCOPES), "1800.05.1"),
        persistClientAuthorizations=True,
        responseTypes=["code"],
        subjectType="pairwise",
        idTokenSignedResponseAlg="RS256",
        customAttributes=[
            {
                "name": "displayName",
                "multiValued": False,
                "values": ["Jans Config Api Client"],
                "value": "Jans Config Api Client",
                "displayValue": "Jans Config Api Client",
            }
        ],
    )


def clients(credentials: Credentials) -> Iterator[tuple[JsonObject, str | None]]:
    """Each client and its secret in plain text."""
    yield config_api_client(credentials.client_id), credentials.client_secret
    for number, entry in enumerate(_others(), start=1):
        public = entry.get("tokenEndpointAuthMethod") == "none"
        yield entry, None if public else f"sandbox-secret-{number}"


def _others() -> Iterator[JsonObject]:
    yield _client(
        TUI_CLIENT,
        "Jans TUI Client",
        "Used by the terminal tool for the device flow",
        redirects=(f"{_HOST}/admin", "http://localhost:4100"),
        grants=("authorization_code", "refresh_token", "client_credentials", _DEVICE),
        scopes=("F0C4", "43F1", "764C", "C4F6", "C4F7", "B9D2-D6E5"),
        responseTypes=["code"],
        subjectType="pairwise",
        trustedClient=True,
        persistClientAuthorizations=True,
        accessTokenLifetime=2592000,
        idTokenSignedResponseAlg="RS256",
        userInfoSignedResponseAlg="RS256",
        frontChannelLogoutUri="http://localhost:4100/logout",
        postLogoutRedirectUris=["http://localhost:4100", f"{_HOST}/admin"],
        attributes={"updateTokenScriptDns": [ROLE_SCRIPT]},
    )
    yield _client(
        "1201.9d1a2f70-35b7-4a0c-8a5f-2f7a6f3bc002",
        "SCIM client",
        "",
        redirects=(f"{_HOST}/.well-known/scim-configuration",),
        grants=("client_credentials",),
        scopes=("1200.485475", "1200.EE9755", "1200.57CC3F", "1200.57EA2A", "1200.C5C2EF"),
        applicationType="native",
        subjectType="pairwise",
    )
    yield _client(
        "1202.0b6c53ae-1c1e-4c39-9d5f-61c9e0a7c003",
        "SCIM resource server client",
        "",
        redirects=(f"{_HOST}/scim",),
        grants=("client_credentials",),
        scopes=("F0C4",),
        subjectType="pairwise",
    )
    yield _client(
        "2100.7c5e1f52-8a43-4a0e-b0d7-5e4f9a2dc004",
        "Jans Link client",
        "Keeps users in step with a directory",
        redirects=(f"{_HOST}/jans-link",),
        grants=("client_credentials",),
        scopes=("1200.485475", "1200.EE9755"),
        deletable=None,
    )
    yield _client(
        "2102.e2a8d1b6-4f0d-4c54-a7f9-90b3c47dc005",
        "Lock Client",
        "Sends audit records and reads policies",
        redirects=(f"{_HOST}/jans-lock",),
        grants=("client_credentials",),
        scopes=("F0C4", "C4F7"),
        tokenEndpointAuthMethod="client_secret_post",
        deletable=None,
    )
    yield _client(
        "3000.5b1de6c2-2c2a-4d7e-8f66-1f3b7c9ec006",
        "Client for Casa",
        "Self-service for second factors",
        redirects=(f"{_HOST}/jans-casa",),
        grants=("authorization_code", "refresh_token"),
        scopes=("F0C4", "43F1", "10B2", "341A", "764C"),
        responseTypes=["code"],
        subjectType="pairwise",
        defaultAcrValues=["agama"],
        frontChannelLogoutUri=f"{_HOST}/jans-casa/autologout",
        postLogoutRedirectUris=[f"{_HOST}/jans-casa/bye.zul"],
        deletable=None,
    )
    yield _client(
        "4a7d0c39-6f0b-4c1d-9b7e-3d2a8f51c007",
        None,
        "",
        redirects=("https://app.example.net/callback",),
        grants=("implicit",),
        scopes=("F0C4",),
        responseTypes=["token", "id_token"],
        tokenEndpointAuthMethod="none",
        disabled=True,
    )


def _client(
    inum: str,
    name: str | None,
    description: str,
    redirects: tuple[str, ...],
    grants: tuple[str, ...],
    scopes: tuple[str, ...],
    **more: Json,
) -> JsonObject:
    entry: JsonObject = {
        "inum": inum,
        "clientName": name,
        "description": description or None,
        "redirectUris": list(redirects),
        "grantTypes": list(grants),
        "scopes": [scope_dn(scope) for scope in scopes],
        "applicationType": "web",
        "subjectType": "public",
        "tokenEndpointAuthMethod": "client_secret_basic",
        "accessTokenSigningAlg": "RS256",
        "deletable": False,
    }
    return complete(entry | more, INSTALLED)
