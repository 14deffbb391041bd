"""A client with far more of everything than usual, as first in a sandbox's list."""

import json
from base64 import urlsafe_b64encode
from hashlib import shake_256
from pathlib import Path

from tui.models.json import Json, JsonObject
from tui.sandbox import client_entry, scope_entry
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.scope_entry import scope_dn
from tui.sandbox.seed import INSTALLED
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.tables import CLIENTS, SCOPES

FIRST_WORDS = "000 Heaviest"
"""How its name begins: digits come before letters, so it is on top of the list."""

REDIRECT_URIS = 500
SCOPE_COUNT = 300
CUSTOM_ATTRIBUTES = 200
JWKS_BYTES = 200_000

NAMES = {
    "": f"{FIRST_WORDS} بوابة الموظفين 员工门户网站 🦉👩‍🚀🏳️‍🌈",
    "ar": "بوابة الخدمات الإلكترونية للموظفين والمتقاعدين",
    "zh-Hans": "员工与退休人员电子服务门户网站",
    "fr": "Portail des services électroniques du personnel et des retraités",
}
LANGUAGES = ("", "ar", "zh-Hans", "fr", "de", "ja", "he", "ru", "el", "pt-BR")
LONG = 40
"""How often a text is repeated to be a long one."""


def add_heavy_client(folder: Path) -> None:
    """Store the client and its scopes in the sandbox that keeps its data in ``folder``."""
    settings = SandboxSettings(data_folder=folder)
    store = open_store(settings, open_cipher(settings))
    try:
        with store.writing():
            for number in range(SCOPE_COUNT):
                store.add(SCOPES, _scope(number))
            store.add(CLIENTS, client_entry.complete(heavy_client(), INSTALLED))
    finally:
        store.close()


def heavy_client() -> JsonObject:
    """The client's members."""
    host = "https://heavy.example"
    return {
        "inum": "00000000-0000-4000-a000-000000000000",
        "clientName": NAMES[""],
        "clientNameLocalized": {"values": {tag: text * LONG for tag, text in NAMES.items()}},
        "description": " ".join([*NAMES.values()] * LONG),
        **{
            f"{kind}UriLocalized": {
                "values": {tag: f"{host}/{kind}/{tag}/{'long/' * LONG}" for tag in LANGUAGES}
            }
            for kind in ("logo", "client", "policy", "tos")
        },
        "redirectUris": [f"{host}/callback/{number}" for number in range(REDIRECT_URIS)],
        "grantTypes": ["authorization_code", "refresh_token", "client_credentials"],
        "responseTypes": ["code"],
        "tokenEndpointAuthMethod": "private_key_jwt",
        "jwks": _jwks(),
        "scopes": [scope_dn(_scope_id(number)) for number in range(SCOPE_COUNT)],
        "customAttributes": [
            {"name": f"custom{number}", "multiValued": False, "values": [NAMES["zh-Hans"]]}
            for number in range(CUSTOM_ATTRIBUTES)
        ],
    }


def _scope_id(number: int) -> str:
    return f"HEAVY-{number}"


def _scope(number: int) -> JsonObject:
    inum = _scope_id(number)
    return scope_entry.complete({"inum": inum, "id": f"heavy.{number}"}, INSTALLED)


def _jwks() -> str:
    """A key set (RFC 7517) of as many RSA keys as make ``JWKS_BYTES``."""
    keys: list[Json] = []
    size = 0
    while size < JWKS_BYTES:
        keys.append(_key(len(keys)))
        size += len(json.dumps(keys[-1]))
    return json.dumps({"keys": keys})


def _key(number: int) -> JsonObject:
    """A public key of 2048 bits, made up: nobody has its private part."""
    modulus = bytearray(shake_256(str(number).encode()).digest(256))
    modulus[0] |= 0x80
    modulus[-1] |= 1
    n = urlsafe_b64encode(modulus).decode().rstrip("=")
    return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": f"key-{number}", "n": n, "e": "AQAB"}
