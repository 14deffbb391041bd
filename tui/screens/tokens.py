"""The active tokens of a client."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker

from tui.api.errors import ApiError
from tui.commands import APP, TOKENS
from tui.screens.client_loading import in_words
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.columns import ColumnHeading, matches
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_bar import SearchBar, before_all_else
from tui.widgets.statement_words import grant_words
from tui.widgets.styles import style_path
from tui.widgets.token_list import TokenList, columns, kind_of
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.models.document import ClientDocument
    from tui.models.token import TokenDocument
    from tui.session import Session


class TokensScreen(Screen[None]):
    """A list, and what can be done with the one under the cursor."""

    CSS_PATH = style_path("listing")
    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(TOKENS), "tokens.search")
    AUTO_FOCUS = "TokenList"

    def __init__(self, session: Session, client: ClientDocument, clock: Clock = utc_now) -> None:
        super().__init__(classes="listing-screen")
        self.session = session
        self.client = client
        self._list = TokenList(clock)
        self._found: Sequence[TokenDocument] = ()
        self._job: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Where we are, the search, the list, the keys."""
        yield TopBar(self.session)
        yield SearchBar()
        yield Banner()
        yield ColumnHeading(columns)
        yield self._list
        yield KeyBar([*TOKENS, *APP], self.session)

    def on_mount(self) -> None:
        """Read once the frame has been painted."""
        name = self.client.name or self.client.inum
        self.query_one(TopBar).where = ("Clients", name, "Tokens")
        self._bar.hint = "search kind, grant, user, scopes"
        self._bar.position = "loading…"
        self.call_after_refresh(self.load)

    @property
    def _bar(self) -> SearchBar:
        return self.query_one(SearchBar)

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Show what the server has now; what was there stays when it cannot be read."""
        self._bar.position = "loading…"
        banner = self.query_one(Banner)
        try:
            api = await self.session.connect()
            found = await api.tokens.of_client(self.client.inum)
        except ApiError as error:
            banner.say(f"{in_words(error)} r tries again.")
            self._bar.position = ""
            return
        banner.say("")
        self._found = sorted(found, key=lambda one: one.created or datetime.min, reverse=True)  # noqa: DTZ901
        self._show()

    def _show(self) -> None:
        pattern = self._bar.pattern
        words = pattern.casefold().split()
        shown = [token for token in self._found if matches(words, _texts(token))]
        self._list.nothing = (
            f"Nothing matches '{pattern}'. esc clears."
            if pattern
            else "This client has no active tokens."
        )
        self._list.show(shown)
        total = f"{len(self._found):,}"
        self._bar.position = (
            total if len(shown) == len(self._found) else f"{len(shown):,} of {total}"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a search is being typed, its key is a character."""
        del parameters
        return action != "search" or not self._bar.is_open

    def action_search(self) -> None:
        """Type a search."""
        self._bar.open()

    @on(SearchBar.Searched)
    def _searched(self) -> None:
        self._show()

    @on(SearchBar.Left)
    def _search_left(self) -> None:
        self._list.focus()

    def action_refresh(self) -> None:
        """Read again."""
        self.load()

    def _do(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Start ``job``, unless one is under way: a key pressed twice counts once."""
        if self._job is None or self._job.is_finished:
            self._job = self.run_worker(job(), group="token")

    @on(TokenList.Clicked)
    def _clicked(self, event: TokenList.Clicked) -> None:
        """The first click puts the cursor there, the second one opens."""
        if event.again:
            self.action_open()

    def action_open(self) -> None:
        """Show the entry under the cursor as the server has it."""
        from tui.screens.json_view import JsonScreen

        token = self._list.token
        if token is not None:
            self.app.push_screen(JsonScreen(f"{kind_of(token)} token", token.raw, self.session))

    def action_revoke(self) -> None:
        """Revoke the token under the cursor, after a question."""
        token = self._list.token
        if token is not None:
            self._do(lambda: self._revoke([token]))

    def action_revoke_all(self) -> None:
        """Revoke all tokens that are listed, after a question."""
        tokens = self._list.tokens
        if tokens:
            self._do(lambda: self._revoke(tokens))

    async def _revoke(self, tokens: Sequence[TokenDocument]) -> None:
        from tui.screens.token_revoking import revoke

        if await revoke(self, self.session, self.client, tokens, self._say_how_far):
            self.load()

    def _say_how_far(self, words: str) -> None:
        self.query_one(TopBar).remark = words

    def action_copy(self) -> None:
        """Choose what to copy."""
        self._do(self._copy)

    async def _copy(self) -> None:
        from tui.api.token_shown import listing, revoking
        from tui.screens.call_copying import copy_calls

        token = self._list.token
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

    def action_back(self) -> None:
        """Leave off what is under way, else clear the search, else go back."""
        if self._job is not None and self._job.is_running:
            self._job.cancel()
            self.load()
        elif self._bar.pattern:
            self._bar.clear()
        else:
            self.dismiss(None)


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
