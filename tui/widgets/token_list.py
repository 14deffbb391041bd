"""The tokens of a client, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.access import SCOPE
from tui.models.plain import plain
from tui.models.token import TokenDocument
from tui.widgets.client_status import Clock
from tui.widgets.columns import row
from tui.widgets.cursor_list import CursorList
from tui.widgets.statement_words import distance, grant_words
from tui.widgets.text import line

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


class TokenList(CursorList):
    """What kind, from which grant, for whom, for what, and until when."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.tokens: Sequence[TokenDocument] | None = None
        self.nothing = ""
        """What stands there when there is none; may hold what the person typed."""
        self._clock = clock

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.tokens or ())

    @property
    def token(self) -> TokenDocument | None:
        """The token of the cursor; None when there is none."""
        return self.tokens[self.cursor] if self.tokens else None

    def show(self, tokens: Sequence[TokenDocument]) -> None:
        """Show these, with the cursor where it was."""
        self.tokens = tokens
        self.rows_changed(self.cursor)

    def empty(self) -> Content:
        """Before they have been read there is nothing to say."""
        words = "" if self.tokens is None else self.nothing
        return line((f"   {plain(words, 200)}", "$text-muted"))

    def row_line(self, place: int, width: int) -> Content:
        """Its cells."""
        assert self.tokens is not None
        token = self.tokens[place]
        created, expires, now = token.created, token.expires, self._clock()
        over = expires is not None and expires <= now
        cells = {
            "kind": (kind_of(token), "bold"),
            "grant": (" ".join(grant_words([token.text("grantType")])), ""),
            "user": (token.text("userId"), ""),
            "scopes": (" ".join(scope_words(token)), "$text-muted"),
            "created": (f"{created:%Y-%m-%d %H:%M}" if created else "", "$text-muted"),
            "expires": (
                distance(expires, now) if expires else "",
                "$text-error" if over else "",
            ),
        }
        return line(*row(columns(width), cells))
