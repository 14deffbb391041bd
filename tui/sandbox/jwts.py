"""JWTs of others, which may be anything."""

from collections.abc import Iterable

from tui.models.json import Json, JsonObject
from tui.models.jwt import NotAJwtError, taken_apart


class NotGenuineError(ValueError):
    """A text is no JWT, or none of the keys signed it, or its time is over."""


def peek(text: str) -> JsonObject:
    """The claims of a JWT whose signature nobody has checked.

    Raises:
        NotGenuineError: it is no JWT.
    """
    try:
        return taken_apart(text).claims
    except NotAJwtError:
        raise NotGenuineError("It is no JWT.") from None


def checked(text: str, jwks: Iterable[Json], now: int) -> JsonObject:
    """The claims of a JWT that one of the public keys in ``jwks`` signed.

    ``now`` is in seconds since 1970; a claim ``exp`` has to be later.

    Raises:
        NotGenuineError: as its text says.
    """
    from tui.sandbox.jws import PUBLIC, UnfitKeyError, public_keys, verified

    try:
        keys = public_keys([key for key in jwks if isinstance(key, dict)], None)
    except UnfitKeyError:
        keys = []
    claims = verified(text, keys, PUBLIC)
    if claims is None:
        raise NotGenuineError("Its signature is not by a key that counts.")
    expires = claims.get("exp", now + 1)
    if isinstance(expires, bool) or not isinstance(expires, (int, float)) or expires <= now:
        raise NotGenuineError("It has expired.")
    return claims
