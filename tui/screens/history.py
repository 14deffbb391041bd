"""The changes that this program made on this server, newest first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.api.errors import ApiError
from tui.commands import APP, HISTORY
from tui.screens.one_job import OneJob
from tui.screens.undo_flow import undo
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.client_words import counted
from tui.widgets.history_list import HistoryList
from tui.widgets.key_bar import KeyBar
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.journal.entry import Entry
    from tui.models.document import ClientDocument
    from tui.session import Session


class HistoryScreen(OneJob[bool]):
    """A list of entries; returns whether a client may have changed meanwhile."""

    CSS_PATH = style_path("history")
    BINDINGS: ClassVar[list[BindingType]] = bindings(HISTORY)
    AUTO_FOCUS = "HistoryList"

    def __init__(self, session: Session, client: ClientDocument | None = None) -> None:
        """Args: ``client`` is the one whose changes are shown; None: all."""
        super().__init__()
        self.session = session
        self._client = client
        self._list = HistoryList(one_client=client is not None)
        self._changed = False

    def compose(self) -> ComposeResult:
        """Where we are, the list, the keys."""
        yield TopBar(self.session)
        yield Banner()
        yield self._list
        yield KeyBar([*HISTORY, *APP], self.session)

    def on_mount(self) -> None:
        """Read once the frame has been painted."""
        bar = self.query_one(TopBar)
        client = self._client
        whose = (client.name or client.inum,) if client else ()
        bar.where = ("Clients", *whose, "History")
        self.call_after_refresh(self._load)

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        """Show what is noted of this server."""
        from tui.screens.writing import client_writer

        if self not in self.app.screen_stack:
            return  # It was left before it began.
        banner, journal = self.query_one(Banner), self.session.history.journal
        try:
            writer = await client_writer(self.session)
            if self._client is not None:
                await writer.settle(self._client.inum)
            entries = await asyncio.to_thread(
                journal.entries,
                server=writer.api.config.base_url,
                inum=self._client.inum if self._client else "",
            )
        except ApiError as error:
            banner.say(error.sentence)
            return
        except OSError as error:
            banner.say(f"The history cannot be read: {error.strerror}.")
            return
        unread = counted(journal.unreadable, "line")
        passed_over = f"{unread} of the history can't be read, and left as found in {journal.file}."
        banner.say(passed_over if journal.unreadable else "", "warning")
        self.query_one(TopBar).remark = counted(len(entries), "change")
        self._list.show(entries)

    @on(HistoryList.Clicked)
    def _clicked(self, event: HistoryList.Clicked) -> None:
        """The first click puts the cursor there, the second one opens."""
        if event.again:
            self.action_open()

    def action_open(self) -> None:
        """What the entry under the cursor changed."""
        self._do_with_current(self._show)

    def action_undo(self) -> None:
        """Take back the entry under the cursor, after a review."""
        self._do_with_current(self._take_back)

    def action_back(self) -> None:
        """Leave off what is under way, else back to where the person was."""
        if not self.leave_off():
            self.dismiss(self._changed)

    def _do_with_current(self, job: Callable[[Entry], Coroutine[Any, Any, None]]) -> None:
        entry = self._list.entry
        if entry is not None:
            self.do(lambda: job(entry))

    async def _show(self, entry: Entry) -> None:
        from tui.screens.history_entry import HistoryEntryScreen

        screen = HistoryEntryScreen(entry, self.session)
        if await self.app.push_screen_wait(screen) == "undo":
            await self._take_back(entry)

    async def _take_back(self, entry: Entry) -> None:
        if await undo(self, self.session, entry):
            self._changed = True
            self._load()
