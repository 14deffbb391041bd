"""What the lists share that are read as a whole and searched here."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.screen import ScreenResultType

from tui.api.errors import ApiError
from tui.commands import APP, Command
from tui.models.document import Document
from tui.screens.one_job import OneJob
from tui.widgets.banner import Banner
from tui.widgets.bindings import with_keys
from tui.widgets.columns import ColumnHeading
from tui.widgets.cursor_list import CursorList
from tui.widgets.document_list import DocumentList
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_bar import SearchBar
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.session import Session

D = TypeVar("D", bound=Document)

LOADING = "loading…"


class ListingScreen(OneJob[ScreenResultType], Generic[D, ScreenResultType]):
    """Subclasses read the entries and tell which of them are searched for.

    Attributes:
        COMMANDS_HERE: the commands of the screen.
        HINT: what can be searched for.
        NOTHING: what to say when there is no entry; with ``{id}`` for the keys of commands.
        PLACE: how the ids of its commands begin.
        session: the server.
    """

    CSS_PATH = style_path("listing")
    AUTO_FOCUS = "DocumentList"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    HINT: ClassVar[str] = ""
    NOTHING: ClassVar[str] = ""
    PLACE: ClassVar[str] = ""

    def __init__(self, session: Session, entries: DocumentList[D], *where: str) -> None:
        """Args: ``where`` is the way here, outermost first."""
        super().__init__("listing-screen")
        self.session = session
        self._list = entries
        self._where = where
        self._found: Sequence[D] = ()

    async def read(self) -> Sequence[D]:
        """All entries, in the order in which they are shown.

        Raises:
            ApiError: they cannot be read.
        """
        raise NotImplementedError

    def searched(self) -> list[D]:
        """Those of ``self._found`` that the search finds."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Where we are, the search, the list, the keys."""
        yield TopBar(self.session)
        yield SearchBar()
        yield Banner()
        yield ColumnHeading(self._list.widths)
        yield self._list
        yield KeyBar([*self.COMMANDS_HERE, *APP], self.session)

    def on_mount(self) -> None:
        """Read once the frame has been painted."""
        self.query_one(TopBar).where = self._where
        self._bar.hint = self.HINT
        self._bar.position = LOADING
        self.call_after_refresh(self.load)

    @property
    def _bar(self) -> SearchBar:
        return self.query_one(SearchBar)

    @work(exclusive=True, group="load")
    async def load(self, key: str = "") -> None:
        """Show what the server has now, with the cursor on the entry of this key, if any.

        What was on the screen stays there when it cannot be read.
        """
        if self not in self.app.screen_stack:
            return  # It was left before it began.
        self._bar.position = LOADING
        banner = self.query_one(Banner)
        try:
            self._found = await self.read()
        except ApiError as error:
            banner.say(error.words + with_keys(self.app, f" {{{self.PLACE}.refresh}} tries again."))
            self._bar.position = ""
            return
        banner.say("")
        self._show(key)

    def _show(self, key: str = "") -> None:
        pattern, shown = self._bar.pattern, self.searched()
        if pattern:
            hint = with_keys(self.app, f"{{{self.PLACE}.back}} clears.")
            self._list.nothing = f"Nothing matches '{pattern}'. {hint}"
        else:
            self._list.nothing = with_keys(self.app, self.NOTHING)
        self._list.show(shown, key)
        total = f"{len(self._found):,}"
        self._bar.position = (
            total if len(shown) == len(self._found) else f"{len(shown):,} of {total}"
        )

    # Searching

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a search is being typed, its key is a character."""
        del parameters
        return action != "search" or not self._bar.is_open

    def action_search(self) -> None:
        """Type a search."""
        self._bar.open()

    @on(SearchBar.Searched)
    def _searched(self, event: SearchBar.Searched) -> None:
        self.search_changed(event.pattern)

    def search_changed(self, pattern: str) -> None:
        """Show what is searched for now."""
        del pattern
        self._show()

    @on(SearchBar.Left)
    def _search_left(self) -> None:
        self._list.focus()

    def action_refresh(self) -> None:
        """Read again."""
        document = self._list.document
        self.load(self._list.key_of(document) if document is not None else "")

    # Doing something

    def do_with_current(self, job: Callable[[D], Coroutine[Any, Any, None]]) -> None:
        """Start ``job`` with the entry under the cursor, if there is one."""
        document = self._list.document
        if document is not None:
            self.do(lambda: job(document))

    def action_open(self) -> None:
        """Show the entry under the cursor."""
        raise NotImplementedError

    @on(CursorList.Clicked)
    def _clicked(self, event: CursorList.Clicked) -> None:
        """The first click puts the cursor there, the second one opens."""
        if event.again:
            self.action_open()

    def leave(self) -> None:
        """Go back."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Leave off what is under way, else clear the search, else go back."""
        if self.leave_off():
            self.load()
        elif self._bar.pattern:
            self._bar.clear()
        else:
            self.leave()
