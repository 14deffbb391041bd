"""The tokens of a client, one line each."""

from __future__ import annotations

from tui.access import SCOPE
from tui.models.token import TokenDocument
from tui.widgets.client_status import Clock
from tui.widgets.document_list import DocumentList
from tui.widgets.statement_words import distance, grant_words

NARROW, WIDE = 60, 100
"""Cells: below the one only what tells them apart is shown, from the other on all there is."""


def kind_of(token: TokenDocument) -> str:
    """``access`` for ``access_token``; "" when the server does not say."""
    return token.kind.removesuffix("_token")


def scope_words(token: TokenDocument) -> list[str]:
    """Its scopes; those of the Config API without what all of them begin with."""
    return [scope.removeprefix(SCOPE) for scope in token.text("scope").split()]


def columns(width: int) -> dict[str, int]:
    """The columns for a row of ``width`` cells."""
    if width < NARROW:
        return {"kind": 8, "user": max(width - 8 - 12 - 3, 1), "expires": 12}
    created = {"created": 16} if width >= WIDE else {}
    room = width - 8 - 18 - 12 - sum(created.values()) - 5 - len(created)
    user = max(room // 3, 6)
    return {
        "kind": 8,
        "grant": 18,
        "user": user,
        "scopes": room - user,
        **created,
        "expires": 12,
    }


class TokenList(DocumentList[TokenDocument]):
    """What kind, from which grant, for whom, for what, and until when."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def widths(self, width: int) -> dict[str, int]:
        """As ``columns``."""
        return columns(width)

    def key_of(self, document: TokenDocument) -> str:
        """Its code."""
        return document.inum

    def cells(self, document: TokenDocument) -> dict[str, tuple[str, str]]:
        """Those of one token."""
        created, expires, now = document.created, document.expires, self._clock()
        over = expires is not None and expires <= now
        return {
            "kind": (kind_of(document), "bold"),
            "grant": (" ".join(grant_words([document.text("grantType")])), ""),
            "user": (document.text("userId"), ""),
            "scopes": (" ".join(scope_words(document)), "$text-muted"),
            "created": (f"{created:%Y-%m-%d %H:%M}" if created else "", "$text-muted"),
            "expires": (distance(expires, now) if expires else "", "$text-error" if over else ""),
        }
