"""One JSON Web Key (RFC 7517) as a client publishes it: the public half only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.checks.finding import Finding, Severity
from tui.checks.jwk_material import Material, material
from tui.checks.jwk_purpose import purpose
from tui.checks.text import shown
from tui.models.json import Json, JsonObject

PATH = "jwks"
PRIVATE_MEMBERS = ("d", "p", "q", "dp", "dq", "qi", "oth", "k")


@dataclass(frozen=True, slots=True)
class KeySummary:
    """What a person wants to know about one key of a set.

    Attributes:
        index: its place in the set, 0-based.
        kid: its key ID; "" when it has none.
        kty: ``RSA``, ``EC``, ``OKP`` or what it says; "" when it doesn't.
        use: ``sig``, ``enc`` or what it says; "" when it doesn't.
        alg: the algorithm that it is for; "" for any.
        curve: of an EC or OKP key; "" for others.
        bits: the length of an RSA modulus; ``None`` for others.
        thumbprint: RFC 7638 with SHA-256, in base64url; "" for a key that is not sound.
        has_certificate: whether it holds a certificate chain (``x5c``).
        problems: what is wrong with it, as findings at ``jwks``.
    """

    index: int
    kid: str = ""
    kty: str = ""
    use: str = ""
    alg: str = ""
    curve: str = ""
    bits: int | None = None
    thumbprint: str = ""
    has_certificate: bool = False
    problems: tuple[Finding, ...] = ()


def summarise(index: int, key: Json) -> KeySummary:
    """Describe the key at ``index`` (0-based) of a set, whatever JSON stands there."""
    if not isinstance(key, dict):
        message = f"Key {index + 1} is no JSON object: remove it."
        problem = Finding(PATH, Severity.ERROR, message, index, "RFC 7517 section 5")
        return KeySummary(index, problems=(problem,))
    found = material(key)
    chain = key.get("x5c")
    return KeySummary(
        index=index,
        kid=_text(key, "kid"),
        kty=_text(key, "kty"),
        use=_text(key, "use"),
        alg=_text(key, "alg"),
        curve=found.curve,
        bits=found.bits,
        thumbprint=found.thumbprint,
        has_certificate=isinstance(chain, list) and bool(chain),
        problems=tuple(_problems(index, key, found)),
    )


def key_name(index: int, kid: str) -> str:
    """How messages call the key at ``index`` (0-based)."""
    return f"Key {shown(kid)}" if kid else f"Key {index + 1}"


def _text(key: JsonObject, name: str) -> str:
    value = key.get(name)
    return value if isinstance(value, str) else ""


def _problems(index: int, key: JsonObject, found: Material) -> Iterator[Finding]:
    name = key_name(index, _text(key, "kid"))
    private = [member for member in PRIVATE_MEMBERS if key.get(member) is not None]
    if key.get("kty") == "oct":
        message = f"{name} is symmetric, anyone who reads it has the secret: remove it."
        yield Finding(PATH, Severity.ERROR, message, index, "RFC 7517 section 9.2")
    elif private:
        message = f"{name} contains its private part ({', '.join(private)}): take that out."
        yield Finding(PATH, Severity.ERROR, message, index, "RFC 7517 section 9.2")
    if found.fault and key.get("kty") != "oct":
        message = f"{name} {found.fault}"
        yield Finding(PATH, Severity.ERROR, message, index, "RFC 7518 section 6")
    if found.weakness:
        message = f"{name} {found.weakness}"
        yield Finding(PATH, Severity.WARNING, message, index, "RFC 7518 section 3.3")
    if not _text(key, "kid"):
        message = f"{name} has no key ID: give it a kid, so that the server finds it."
        yield Finding(PATH, Severity.WARNING, message, index, "RFC 7517 section 4.5")
    for remark in purpose(key):
        yield Finding(PATH, Severity.WARNING, f"{name} {remark}", index, "RFC 7517 section 4")
