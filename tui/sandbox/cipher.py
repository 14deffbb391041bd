"""Reversible encryption of client secrets at rest.

Good enough for a sandbox, and deliberately made of the standard library only, so that a list
of clients needs no cryptography package: an HMAC-SHA256 keystream, and a tag over the text
that doubles as the nonce (the same text gives the same ciphertext, as on a Jans server).
"""

import base64
import binascii
import hmac
from hashlib import sha256

_TAG = 16


class NotCiphertextError(ValueError):
    """The text was not encrypted with this key."""


class Cipher:
    """Encrypts short texts with one key; ciphertext is base64."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def encrypt(self, text: str) -> str:
        """The ciphertext of ``text``."""
        data = text.encode("utf-8", "surrogatepass")
        tag = self._tag(data)
        return base64.b64encode(tag + self._mask(data, tag)).decode("ascii")

    def decrypt(self, ciphertext: str) -> str:
        """The text behind ``ciphertext``.

        Raises:
            NotCiphertextError: it is something else, or was made with another key.
        """
        try:
            raw = base64.b64decode(ciphertext, validate=True)
        except (binascii.Error, ValueError) as error:
            raise NotCiphertextError from error
        tag, masked = raw[:_TAG], raw[_TAG:]
        data = self._mask(masked, tag)
        if not hmac.compare_digest(tag, self._tag(data)):
            raise NotCiphertextError
        return data.decode("utf-8", "surrogatepass")

    def _tag(self, data: bytes) -> bytes:
        return hmac.digest(self._key, b"tag" + data, sha256)[:_TAG]

    def _mask(self, data: bytes, nonce: bytes) -> bytes:
        blocks = range(-(-len(data) // sha256().digest_size))
        stream = b"".join(
            hmac.digest(self._key, b"stream" + nonce + number.to_bytes(8, "big"), sha256)
            for number in blocks
        )
        return bytes(left ^ right for left, right in zip(data, stream, strict=False))
