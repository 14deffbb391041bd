"""The values that a choice offers: what the server supports, and what each one means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.models.enums import (
    ApplicationType,
    AuthMethod,
    ContentEncryption,
    GrantType,
    KeyEncryptionAlg,
    ResponseType,
    SigningAlg,
    SubjectType,
    TokenDeliveryMode,
)
from tui.models.json import Json


class Option(NamedTuple):
    """One value to choose.

    Attributes:
        value: as it stands on the wire.
        label: what a person calls it.
        note: what choosing it means; "" when the label says it all.
        offered: whether the server lists it among what it supports.
    """

    value: str
    label: str
    note: str = ""
    offered: bool = True


_WORDS: dict[str, tuple[str, str]] = {
    GrantType.AUTHORIZATION_CODE: ("Authorization code", "a person signs in through the browser"),
    GrantType.REFRESH_TOKEN: ("Refresh token", "stays signed in without asking again"),
    GrantType.CLIENT_CREDENTIALS: ("Client credentials", "the program acts for itself"),
    GrantType.DEVICE_CODE: ("Device code", "screens without a keyboard"),
    GrantType.TOKEN_EXCHANGE: ("Token exchange", "one token for another, RFC 8693"),
    GrantType.JWT_BEARER: ("JWT bearer", "a signed assertion for a token, RFC 7523"),
    GrantType.CIBA: ("CIBA", "the person is asked on their phone"),
    GrantType.UMA_TICKET: ("UMA ticket", "access that somebody else grants"),
    GrantType.IMPLICIT: ("Implicit", "avoid: OAuth 2.1 removes it"),
    GrantType.PASSWORD: ("Password", "avoid: OAuth 2.1 removes it"),
    GrantType.NONE: ("None", "no grant at all"),
    ResponseType.CODE: ("code", "the code flow; enough for most"),
    ResponseType.ID_TOKEN: ("id_token", "an ID token through the browser"),
    ResponseType.TOKEN: ("token", "avoid: access tokens leak from URLs"),
    AuthMethod.CLIENT_SECRET_BASIC: ("client_secret_basic", "secret in the header"),
    AuthMethod.CLIENT_SECRET_POST: ("client_secret_post", "secret in the body"),
    AuthMethod.CLIENT_SECRET_JWT: ("client_secret_jwt", "an assertion made with the secret"),
    AuthMethod.PRIVATE_KEY_JWT: ("private_key_jwt", "an assertion signed with its key"),
    AuthMethod.ACCESS_TOKEN: ("access_token", "an access token stands for it"),
    AuthMethod.TLS_CLIENT_AUTH: ("tls_client_auth", "a certificate from an authority"),
    AuthMethod.SELF_SIGNED_TLS_CLIENT_AUTH: (
        "self_signed_tls_client_auth",
        "its own certificate, in its JWKS",
    ),
    "none_auth": ("none", "a public client: browser or mobile, with PKCE"),
    ApplicationType.WEB: ("web", "runs on a server; https redirects"),
    ApplicationType.NATIVE: ("native", "runs on a device; own schemes, loopback"),
    SubjectType.PUBLIC: ("public", "the same subject for all clients"),
    SubjectType.PAIRWISE: ("pairwise", "another subject for each sector"),
    TokenDeliveryMode.POLL: ("poll", "the client asks again and again"),
    TokenDeliveryMode.PING: ("ping", "it is told when the token is ready"),
    TokenDeliveryMode.PUSH: ("push", "the token is sent to it"),
}

_FIXED: dict[str, tuple[str, ...]] = {
    "application_type": tuple(ApplicationType),
    "response_types": tuple(ResponseType),
    "subject_type": tuple(SubjectType),
    "backchannel_token_delivery_mode": tuple(TokenDeliveryMode),
    "backchannel_authentication_request_signing_alg": tuple(
        alg for alg in SigningAlg if alg[:2] in ("RS", "ES", "PS") and alg != SigningAlg.ES256K
    ),
}

_DISCOVERED: dict[str, str] = {
    "grant_types": "grant_types_supported",
    "token_endpoint_auth_methods": "token_endpoint_auth_methods_supported",
}

_ALWAYS: dict[str, tuple[str, ...]] = {"token_endpoint_auth_methods": (AuthMethod.NONE,)}

_ORDER = {value: place for place, value in enumerate(_WORDS)}


_COMBINED = "response_types_supported"
"""Registration has combinations of response types (OpenID Connect Registration section 2)."""


def source_of(source: str, *, by_name: bool) -> str:
    """Where the values of a field come from, by registration (``by_name``) or not."""
    return _COMBINED if by_name and source == "response_types" else source


def _fallback(source: str) -> tuple[str, ...]:
    """What to offer when the server's metadata doesn't say."""
    if source == "grant_types":
        return tuple(grant for grant in GrantType if grant != GrantType.NONE)
    if source == "token_endpoint_auth_methods":
        return tuple(AuthMethod)
    if source == _COMBINED:
        return tuple(ResponseType)
    if source.endswith("encryption_enc_values_supported"):
        return tuple(ContentEncryption)
    if source.endswith("encryption_alg_values_supported"):
        return tuple(KeyEncryptionAlg)
    return tuple(SigningAlg)


def supported(source: str, metadata: Mapping[str, Json]) -> tuple[str, ...]:
    """The wire values that ``source`` (a key of a field's ``options``) offers here.

    They are plain strings, as JSON has them, so that they compare equal to what was read.

    Args:
        source: a registration name of our own or a key of the provider metadata.
        metadata: the provider metadata (RFC 8414) as received; {} when unknown.
    """
    if source in _FIXED:
        return tuple(map(str, _FIXED[source]))
    listed = metadata.get(_DISCOVERED.get(source, source))
    values = [item for item in listed if isinstance(item, str)] if isinstance(listed, list) else []
    if not values:
        return tuple(map(str, _fallback(source)))
    values += _ALWAYS.get(source, ())
    places = {str(one): _ORDER.get(_key(source, one), len(_ORDER)) for one in values}
    return tuple(sorted(places, key=places.__getitem__))


def options(source: str, metadata: Mapping[str, Json], chosen: list[str]) -> list[Option]:
    """What to choose from: what is supported, then what is chosen though it isn't."""
    offered = supported(source, metadata)
    found = [_option(source, value, True) for value in offered]
    strangers = [value for value in dict.fromkeys(chosen) if value not in offered]
    return found + [_option(source, value, False) for value in strangers]


def _key(source: str, value: str) -> str:
    """Under which key of ``_WORDS`` the value stands; algorithms have no words."""
    if source.endswith(("_supported", "_alg")) and source != _COMBINED:
        return ""
    return "none_auth" if (source, value) == ("token_endpoint_auth_methods", "none") else value


def _option(source: str, value: str, offered: bool) -> Option:
    label, note = _WORDS.get(_key(source, value), (value, ""))
    return Option(value, label, note if offered else "not offered by this server", offered)
