"""The numbers of a public JSON Web Key: RSA, elliptic curve and octet key pair."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass

from tui.checks.text import shown
from tui.models.json import Json, JsonObject

RSA_MINIMUM_BITS = 2048
EC_COORDINATE_BYTES = {"P-256": 32, "P-384": 48, "P-521": 66, "secp256k1": 32}
OKP_KEY_BYTES = {"Ed25519": 32, "Ed448": 57, "X25519": 32, "X448": 56}
_BASE64URL = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Material:
    """What the numbers of a key amount to.

    Attributes:
        curve: of an elliptic curve or octet key pair key, as it says; "" for others.
        bits: length of an RSA modulus; ``None`` for others.
        thumbprint: RFC 7638 with SHA-256, in base64url; "" when the key is not sound.
        fault: what makes the key useless, after "Key … "; "" when it is sound.
        weakness: what makes it unsafe, likewise.
    """

    curve: str = ""
    bits: int | None = None
    thumbprint: str = ""
    fault: str = ""
    weakness: str = ""


def material(key: JsonObject) -> Material:
    """Read the numbers of ``key`` by its ``kty``."""
    match key.get("kty"):
        case "RSA":
            return _rsa(key)
        case "EC":
            return _on_curve(key, EC_COORDINATE_BYTES, ("x", "y"))
        case "OKP":
            return _on_curve(key, OKP_KEY_BYTES, ("x",))
        case str(kty):
            return Material(fault=f"has the unknown type {shown(kty)}: use RSA, EC or OKP.")
        case _:
            return Material(fault="has no type (kty): use RSA, EC or OKP.")


def octets(value: Json) -> bytes | None:
    """The bytes of a base64url text without padding (RFC 7515 section 2), else ``None``."""
    if not isinstance(value, str) or not _BASE64URL.fullmatch(value) or len(value) % 4 == 1:
        return None
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))


def thumbprint(key: JsonObject, members: tuple[str, ...]) -> str:
    """SHA-256 over the ``members`` of ``key``, in base64url (RFC 7638 section 3)."""
    required = {name: key[name] for name in members}
    canonical = json.dumps(required, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _rsa(key: JsonObject) -> Material:
    modulus, exponent = octets(key.get("n")), octets(key.get("e"))
    if modulus is None or exponent is None:
        name = "n" if modulus is None else "e"
        return Material(fault=f"has no {name} in base64url: make the JWK again.")
    bits = int.from_bytes(modulus, "big").bit_length()
    power = int.from_bytes(exponent, "big")
    if power < 3 or power % 2 == 0 or not bits:
        return Material(bits=bits, fault="has numbers that no RSA key has: make the JWK again.")
    weakness = ""
    if bits < RSA_MINIMUM_BITS:
        weakness = f"has {bits} bits: use at least {RSA_MINIMUM_BITS}."
    return Material("", bits, thumbprint(key, ("e", "kty", "n")), "", weakness)


def _on_curve(key: JsonObject, curves: dict[str, int], coordinates: tuple[str, ...]) -> Material:
    curve = key.get("crv")
    if not isinstance(curve, str) or curve not in curves:
        named = f"the unknown curve {shown(curve)}" if isinstance(curve, str) else "no curve (crv)"
        named_curve = curve if isinstance(curve, str) else ""
        return Material(named_curve, fault=f"has {named}: use one of {', '.join(curves)}.")
    for name in coordinates:
        number = octets(key.get(name))
        if number is None or len(number) != curves[curve]:
            wanted = f"{curves[curve]} bytes of {name} in base64url"
            return Material(curve, fault=f"does not have {wanted}: make the JWK again.")
    return Material(curve, None, thumbprint(key, ("crv", "kty", *coordinates)))
