"""The clients that the pictures show: a few by hand, the others made up."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from screenshots.moment import NOW
from tui.models.dates import to_wire
from tui.models.json import Json, JsonObject
from tui.sandbox.client_entry import complete
from tui.sandbox.client_input import read
from tui.sandbox.fill import fill
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.scope_entry import scope_dn
from tui.sandbox.seed import INSTALLED
from tui.sandbox.seed.attributes import attribute_dns
from tui.sandbox.seed.scripts import script_dn
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.tables import CLIENTS

SECRET = "not-to-be-seen"
"""How each secret begins that is made up here."""

MADE_UP = 120

ACME = "8c2f70b1-6a0d-4b7e-9f31-5d2e8c0a41a9"
"""The client id of Acme Portal, which has something in every tab."""

CONTACTS = ("portal@acme.example", "oncall@acme.example")
"""Those of Acme Portal."""

_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"


def settings(folder: Path) -> SandboxSettings:
    """The sandbox in ``folder``; its own client is always the same one."""
    return SandboxSettings(
        folder,
        client_id="1800.3f6d5c1e-94a7-4d0b-8b52-70c9e1a4d001",
        client_secret=f"{SECRET}-0",
    )


def prepare(folder: Path) -> None:
    """Make a sandbox in ``folder`` that has all clients.

    Raises:
        OSError, sqlite3.Error: the folder cannot be written.
    """
    chosen = settings(folder)
    fill(chosen, MADE_UP)
    cipher = open_cipher(chosen)
    store = open_store(chosen, cipher)
    try:
        with store.writing():
            for number, entry in enumerate(_by_hand(), start=1):
                secret = cipher.encrypt(f"{SECRET}-{number}")
                store.add(CLIENTS, complete(read(entry, False), INSTALLED), secret)
    finally:
        store.close()


def _by_hand() -> Iterator[JsonObject]:
    yield _acme()
    yield _client(
        "1f9a02cc-03b5-4c58-8f5e-6b1d9d0377c0",
        "Billing batch",
        ("client_credentials",),
        description="Sends the invoices at night",
        accessTokenLifetime=900,
        lastAccessTime=_wire(hours=-14),
    )
    yield _client(
        "51d0aa93-7e44-4f0a-a1c5-c03c5d7b0e2b",
        "Kiosk 12",
        (_DEVICE, "refresh_token"),
        method="none",
        applicationType="native",
        redirectUris=["http://localhost:8080/"],
        disabled=True,
    )
    yield _client(
        "77b1c0de-2d19-4e0c-b7a8-1a9be3d09f10",
        "Partner (until the end of the contract)",
        ("authorization_code",),
        method="client_secret_post",
        redirectUris=["https://partner.example/sso/return"],
        responseTypes=["code"],
        expirationDate=_wire(days=6, hours=5),
        deletable=True,
    )
    yield _client(
        "a90c4b17-51f2-4c6e-8d3e-27f1c6b8e3d4",
        "Archive search",
        ("authorization_code", "refresh_token", _EXCHANGE),
        redirectUris=["https://archive.acme.example/cb"],
        responseTypes=["code"],
        attributes={"requirePkce": True},
        lastAccessTime=_wire(minutes=-12),
    )
    yield _client(
        "c4e81d5a-0b7f-4f92-a6d8-93b2ae5f6c01",
        "Booking pilot",
        ("authorization_code",),
        redirectUris=["https://booking-pilot.acme.example/cb"],
        responseTypes=["code"],
        clientSecretExpiresAt=_wire(days=-40),
    )


def _acme() -> JsonObject:
    host = "https://portal.acme.example"
    return _client(
        ACME,
        "Acme Portal",
        ("authorization_code", "refresh_token"),
        method="private_key_jwt",
        description="Where customers see their orders",
        redirectUris=[f"{host}/callback", f"{host}/silent-renew"],
        responseTypes=["code"],
        scopes=[scope_dn(inum) for inum in ("F0C4", "43F1", "764C", "C4F6")],
        claims=attribute_dns(("email", "preferred_username")),
        contacts=[*CONTACTS],
        clientIdIssuedAt="2024-03-18T08:24:10",
        lastAccessTime=_wire(hours=-3),
        tokenEndpointAuthSigningAlg="ES256",
        jwks=json.dumps({"keys": [_KEY]}),
        idTokenSignedResponseAlg="ES256",
        accessTokenSigningAlg="RS256",
        accessTokenLifetime=300,
        refreshTokenLifetime=1209600,
        accessTokenAsJwt=True,
        postLogoutRedirectUris=[f"{host}/bye"],
        frontChannelLogoutUri=f"{host}/logout",
        clientUri=host,
        logoUri=f"{host}/logo.svg",
        policyUri=f"{host}/privacy",
        tosUri=f"{host}/terms",
        clientNameLocalized={"values": {"fr": "Portail Acme", "de": "Acme-Portal"}},
        softwareId="acme-portal",
        softwareVersion="4.2.0",
        defaultAcrValues=["otp"],
        organization="Acme",
        groups=["customers"],
        customAttributes=[{"name": "costCenter", "multiValued": False, "values": ["4711"]}],
        attributes={
            "additionalAudience": ["https://orders.acme.example"],
            "backchannelLogoutUri": [f"{host}/backchannel"],
            "idTokenLifetime": 3600,
            "jansAuthorizedAcr": ["otp", "fido2"],
            "parLifetime": 600,
            "updateTokenScriptDns": [script_dn("2D3E.5A04")],
            "consentGatheringScripts": [script_dn("DAA9-BA60")],
        },
    )


_KEY: JsonObject = {
    "kty": "EC",
    "crv": "P-256",
    "kid": "portal-2026",
    "use": "sig",
    "alg": "ES256",
    "x": "pFJZWqyLXDYig3QAEhX_C_BGZiUrCC_kWgE5r4yes60",
    "y": "wIYg2_fXS51hdTSeZAGi9ZPbVUbsgx_AFhGdJSK7gog",
}


def _client(
    inum: str,
    name: str,
    grants: tuple[str, ...],
    method: str = "client_secret_basic",
    **more: Json,
) -> JsonObject:
    entry: JsonObject = {
        "inum": inum,
        "clientName": name,
        "grantTypes": list(grants),
        "tokenEndpointAuthMethod": method,
        "redirectUris": ["https://acme.example/"],
        "scopes": [scope_dn("F0C4")],
        "applicationType": "web",
        "subjectType": "public",
        "deletable": False,
    }
    return entry | more


def _wire(**distance: int) -> str:
    return to_wire(NOW + timedelta(**distance))
