"""The active tokens of a client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.commands import TOKENS
from tui.forms.duration import parse_duration
from tui.models.token import TokenDocument
from tui.screens.listing import ListingScreen
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.columns import matches
from tui.widgets.search_bar import before_all_else
from tui.widgets.statement_words import grant_words
from tui.widgets.token_list import TokenList, kind_of
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.models.document import ClientDocument
    from tui.session import Session


FAR = 100 * 31_536_000
"""Seconds; what ends later than that does not matter."""


class TokensScreen(ListingScreen[TokenDocument, None]):
    """The tokens, and what can be done with the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(TOKENS), "tokens.search")
    COMMANDS_HERE = TOKENS
    HINT = "search kind, grant, user, scopes, expires:1h"
    NOTHING = "This client has no active tokens."
    PLACE = "tokens"

    def __init__(self, session: Session, client: ClientDocument, clock: Clock = utc_now) -> None:
        super().__init__(session, TokenList(clock), "Clients", client.name or client.inum, "Tokens")
        self.client = client
        self._clock = clock

    async def read(self) -> Sequence[TokenDocument]:
        """As ``ListingScreen.read``; the newest first."""
        found = await (await self.session.connect()).tokens.of_client(self.client.inum)
        return sorted(found, key=lambda one: one.created or datetime.min, reverse=True)  # noqa: DTZ901

    def searched(self) -> list[TokenDocument]:
        """As ``ListingScreen.searched``."""
        words, ending = _read(self._bar.pattern)
        last = None if ending is None else self._clock() + timedelta(seconds=ending)
        return [
            token
            for token in self._found
            if matches(words, _texts(token)) and (last is None or _ends_by(token, last))
        ]

    def action_open(self) -> None:
        """Show the entry under the cursor as the server has it."""
        from tui.screens.json_view import JsonScreen

        token = self._list.document
        if token is not None:
            self.app.push_screen(JsonScreen(f"{kind_of(token)} token", token.raw, self.session))

    def action_revoke(self) -> None:
        """Revoke the token under the cursor, after a question."""
        self.do_with_current(lambda token: self._revoke([token]))

    def action_revoke_all(self) -> None:
        """Revoke all tokens that are listed, after a question."""
        tokens = self._list.documents
        if tokens:
            self.do(lambda: self._revoke(tokens))

    async def _revoke(self, tokens: Sequence[TokenDocument]) -> None:
        from tui.screens.token_revoking import revoke

        if await revoke(self, self.session, self.client, tokens, self._say_how_far):
            self.load()

    def _say_how_far(self, words: str) -> None:
        self.query_one(TopBar).remark = words

    def action_copy(self) -> None:
        """Choose what to copy."""
        self.do(self._copy)

    async def _copy(self) -> None:
        from tui.api.token_shown import listing, revoking
        from tui.screens.call_copying import copy_calls

        token = self._list.document
        code = token.inum if token is not None else ""
        entries = [("The token's code", code)] if code else []
        await copy_calls(
            self,
            self.session,
            lambda api: [
                listing(api, self.client.inum),
                *([revoking(code)] if code else []),
            ],
            entries,
        )

    def leave(self) -> None:
        """Go back to the client."""
        self.dismiss(None)


def _read(pattern: str) -> tuple[list[str], int | None]:
    """The words of a search, and the seconds of ``expires:1h``, within which tokens have to end."""
    words: list[str] = []
    ending: int | None = None
    for word in pattern.casefold().split():
        name, _, value = word.partition(":")
        try:
            if name != "expires":
                raise ValueError(word)
            ending = min(parse_duration(value), FAR)
        except ValueError:
            words.append(word)
    return words, ending


def _ends_by(token: TokenDocument, last: datetime) -> bool:
    return token.expires is not None and token.expires <= last


def _texts(token: TokenDocument) -> list[str]:
    grant = token.text("grantType")
    return [
        token.kind,
        grant,
        *grant_words([grant]),
        token.text("userId"),
        token.text("scope"),
        token.text("creationDate"),
        token.text("expirationDate"),
        token.inum,
    ]
