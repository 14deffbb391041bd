"""What a JSON Web Key says it is for, and whether that fits the kind of key it is."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.text import listed, shown
from tui.models.enums import KeyEncryptionAlg, SigningAlg
from tui.models.json import JsonObject

_OPERATIONS = {
    "sig": {"verify"},
    "enc": {"encrypt", "wrapKey", "deriveKey", "deriveBits"},
}
_PRIVATE_OPERATIONS = {"sign", "decrypt", "unwrapKey"}
_EC_SIGNING = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521", "ES256K": "secp256k1"}
_OKP_SIGNING = {"EdDSA": ("Ed25519", "Ed448"), "Ed25519": ("Ed25519",), "Ed448": ("Ed448",)}


_SIGNING = frozenset({*SigningAlg, *_OKP_SIGNING} - {SigningAlg.NONE})
_ENCRYPTION = frozenset(KeyEncryptionAlg)


def purpose(key: JsonObject) -> Iterator[str]:
    """What is odd about ``use``, ``key_ops`` and ``alg``, each to be read after "Key … "."""
    use = key.get("use")
    if use is not None and use not in ("sig", "enc"):
        yield f"has the use {_word(use)}: write sig or enc."
        use = None
    yield from _operations(key, use)
    yield from _algorithm(key, use)


def _operations(key: JsonObject, use: object) -> Iterator[str]:
    operations = key.get("key_ops")
    if operations is None:
        return
    named = (
        [item for item in operations if isinstance(item, str)]
        if isinstance(operations, list)
        else []
    )
    if not isinstance(operations, list) or len(named) != len(operations):
        yield "has key_ops that are no list of words: leave them out."
    private = [item for item in named if item in _PRIVATE_OPERATIONS]
    if private:
        yield f"has key_ops of a private key, {listed(private)}: leave them out."
    elif isinstance(use, str) and any(item not in _OPERATIONS[use] for item in named):
        yield f"has key_ops that contradict its use {use}: leave them out."


def _algorithm(key: JsonObject, use: object) -> Iterator[str]:
    alg = key.get("alg")
    if alg is None:
        return
    if not isinstance(alg, str) or alg not in _SIGNING | _ENCRYPTION:
        yield f"has the unknown algorithm {_word(alg)}: correct it or leave it out."
    elif not _fits(alg, key.get("kty"), key.get("crv")):
        yield f"is of a kind that {alg} does not use: correct alg or leave it out."
    elif isinstance(use, str) and use != ("sig" if alg in _SIGNING else "enc"):
        yield f"has the use {use} but the algorithm {alg}: correct one of them."


def _fits(alg: str, kty: object, curve: object) -> bool:
    if alg in _EC_SIGNING:
        return kty == "EC" and curve == _EC_SIGNING[alg]
    if alg in _OKP_SIGNING:
        return kty == "OKP" and curve in _OKP_SIGNING[alg]
    if alg.startswith("ECDH-ES"):
        return kty == "EC" or (kty == "OKP" and curve in ("X25519", "X448"))
    return kty == ("RSA" if alg.startswith(("RS", "PS")) else "oct")


def _word(value: object) -> str:
    return shown(value) if isinstance(value, str) else "that is no text"
