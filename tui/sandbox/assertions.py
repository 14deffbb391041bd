"""client_secret_jwt and private_key_jwt: a JWT in place of a secret (RFC 7523 section 3)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from tui.models.json import JsonObject
from tui.models.jwt import Jwt, NotAJwtError, taken_apart
from tui.sandbox.client_keys import client_keys
from tui.sandbox.client_secrets import plain
from tui.sandbox.credentials_sent import Sent
from tui.sandbox.oauth_errors import invalid_client
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Row, Store

if TYPE_CHECKING:
    from joserfc.jwk import Key

_LEEWAY = 30
"""Seconds by which the client's clock may be off."""

_LONGEST = 24 * 3600
"""Seconds that an assertion may live: how long its ``jti`` has to be remembered."""

_LARGEST = 2**53
"""No time is as many seconds from 1970."""


def claimed_client(sent: Sent) -> str:
    """The client that an assertion claims to come from, not yet proved.

    Raises:
        OAuthFailure: it is no JWT, or the form names another client.
    """
    subject = _parts(sent.proof).claims.get("sub")
    if not isinstance(subject, str) or not subject:
        raise invalid_client("The assertion has no sub.")
    if sent.client_id and sent.client_id != subject:
        raise invalid_client("The form names another client than the assertion's sub.")
    return subject


def check_assertion(
    sandbox: Sandbox, store: Store, row: Row, allowed: frozenset[str], sent: Sent
) -> None:
    """Fail unless the assertion proves to come from the client in ``row``.

    Raises:
        OAuthFailure: ``invalid_client`` with the reason.
    """
    from tui.sandbox import jws

    client = row.entry
    header = _parts(sent.proof).header
    algorithm = str(header.get("alg"))
    if algorithm in jws.HMAC:
        method = "client_secret_jwt"
    elif algorithm in jws.PUBLIC:
        method = "private_key_jwt"
    else:
        raise invalid_client("The assertion is signed with an algorithm that is not supported.")
    if method not in allowed:
        raise invalid_client(f"The client does not authenticate by {method}.")
    wanted = client.get("tokenEndpointAuthSigningAlg")
    if wanted and wanted != algorithm:
        raise invalid_client(f"The assertion has to be signed with {wanted}.")
    try:
        if method == "client_secret_jwt":
            keys: list[Key] = [jws.secret_key(plain(sandbox.cipher, row.secret) or "")]
        else:
            keys = jws.public_keys(client_keys(client), header.get("kid"))
    except jws.UnfitKeyError as error:
        raise invalid_client(str(error)) from None
    claims = jws.verified(sent.proof, keys, [algorithm])
    if claims is None:
        raise invalid_client("The signature of the assertion is wrong.")
    _check_claims(client, claims, sent, sandbox.now)
    _use_once(store, client, claims, sandbox.now)


def _check_claims(client: JsonObject, claims: dict[str, Any], sent: Sent, now: int) -> None:
    if claims.get("iss") != client["inum"] or claims.get("sub") != client["inum"]:
        raise invalid_client("The assertion's iss and sub have to be the client_id.")
    audience = claims.get("aud")
    meant = audience if isinstance(audience, list) else [audience]
    if not any(isinstance(one, str) and one in sent.audiences for one in meant):
        raise invalid_client("The assertion's aud is neither the issuer nor the token endpoint.")
    expires = _time(claims, "exp")
    if expires is None:
        raise invalid_client("The assertion has no exp.")
    if expires <= now - _LEEWAY:
        raise invalid_client("The assertion has expired: compare the clocks.")
    if expires > now + _LONGEST:
        raise invalid_client("The assertion's exp is more than a day ahead.")
    for name in ("iat", "nbf"):
        if (_time(claims, name) or 0) > now + _LEEWAY:
            raise invalid_client(f"The assertion's {name} is in the future: compare the clocks.")
    if not isinstance(claims.get("jti"), str) or not claims["jti"]:
        raise invalid_client("The assertion has no jti.")


def _use_once(store: Store, client: JsonObject, claims: dict[str, Any], now: int) -> None:
    pair = json.dumps([client["inum"], claims["jti"]])
    key = hashlib.sha256(pair.encode("utf-8", "replace")).hexdigest()
    with store.writing():
        store.connection.execute("DELETE FROM assertions WHERE expires < ?", (now - _LEEWAY,))
        done = store.connection.execute(
            "INSERT OR IGNORE INTO assertions (hash, expires) VALUES (?, ?)",
            (key, int(claims["exp"])),
        )
    if done.rowcount != 1:
        raise invalid_client("The assertion's jti was used before.")


def _time(claims: dict[str, Any], name: str) -> float | None:
    """A NumericDate (RFC 7519 section 2); None when absent."""
    value = claims.get(name)
    if value is None:
        return None
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    # JSON of Python has NaN and infinite numbers too.
    if not number or not abs(value) < _LARGEST:
        raise invalid_client(f"The assertion's {name} is no number of seconds.")
    return float(value)


def _parts(token: str) -> Jwt:
    """Header and claims of a compact JWT, not verified."""
    try:
        return taken_apart(token)
    except NotAJwtError:
        raise invalid_client("The client_assertion is no signed JWT.") from None
