"""A client's members in the few words that a list has room for. No Textual here.

Everything returned may hold a stranger's text: it is made plain when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.models.document import ClientDocument
from tui.models.enums import GRANT_WORDS, AuthMethod

_METHODS: dict[str, str] = {
    AuthMethod.CLIENT_SECRET_BASIC: "secret_basic",
    AuthMethod.CLIENT_SECRET_POST: "secret_post",
    AuthMethod.CLIENT_SECRET_JWT: "secret_jwt",
    AuthMethod.TLS_CLIENT_AUTH: "tls",
    AuthMethod.SELF_SIGNED_TLS_CLIENT_AUTH: "self_signed_tls",
}


def grant_words(document: ClientDocument) -> list[str]:
    """One short word for each grant type; URNs by their last part."""
    return [_grant_word(grant) for grant in document.texts("grantTypes")]


def _grant_word(grant: str) -> str:
    return GRANT_WORDS.get(grant) or grant.rpartition(":")[2] or grant


def auth_word(document: ClientDocument) -> str:
    """How the client authenticates at the token endpoint; "" when the server does not say."""
    method = document.text("tokenEndpointAuthMethod") or document.text("authenticationMethod")
    return _METHODS.get(method, method)


def as_many(words: Iterable[str], width: int) -> str:
    """As many words as fit into ``width`` characters, and how many more there are."""
    waiting = list(words)
    text = " ".join(waiting)
    for kept in range(len(waiting) - 1, 0, -1):
        if len(text) <= width:
            break
        text = f"{' '.join(waiting[:kept])} +{len(waiting) - kept}"
    return text


def short_id(inum: str, width: int) -> str:
    """An id in at most ``width`` characters: both its ends, for that is what differs."""
    if len(inum) <= width:
        return inum
    tail = (width - 1) // 3
    return f"{inum[: width - 1 - tail]}…{inum[len(inum) - tail :]}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 scope``, ``2 scopes``; ``many`` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
