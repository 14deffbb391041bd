"""The list of unsaved changes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.drafts.store import DraftError, DraftStore
from tui.drafts.stored import StoredDraft, restored
from tui.drafts.words import counted, title, when
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import host
from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from tui.session import Session


class DraftsScreen(MenuScreen[StoredDraft]):
    """Returns the draft to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "discard", "Discard", id="drafts.discard"),
        Binding("y", "copy", "Copy as curl or one-liner", id="drafts.copy"),
    ]

    def __init__(
        self, session: Session, store: DraftStore, drafts: Sequence[StoredDraft], now: datetime
    ) -> None:
        """What to list.

        Args:
            session: the server that they are for.
            store: where they are kept.
            drafts: all of them, in their order.
            now: the time with the person's zone.
        """
        super().__init__(
            f"Unsaved changes, {session.name}",
            [(_item(draft, now), draft) for draft in drafts],
            keys="enter open   d discard   y copy as curl   esc back",
        )
        self._session = session
        self._store = store

    @work(exclusive=True)
    async def action_discard(self) -> None:
        """Throw the draft of the cursor away, after a question."""
        draft = self.current
        if draft is None or not await self.app.push_screen_wait(_question(draft)):
            return
        try:
            await asyncio.to_thread(self._store.remove, draft.inum)
        except DraftError as error:
            host(self).complain(str(error))
            return
        self.items = [item for item in self.items if item[1] is not draft]
        if self.items:
            self.menu.show([item for item, _ in self.items])
        else:
            self.dismiss(None)

    @work(exclusive=True)
    async def action_copy(self) -> None:
        """Choose a command that saves the draft of the cursor, without its secrets; copy it."""
        from tui.screens.as_command import call_of_draft, copy_with_commands

        stored = self.current
        if stored is not None:
            call = call_of_draft(restored(stored, None))
            await copy_with_commands(self, self._session, call)


def _item(draft: StoredDraft, now: datetime) -> MenuItem:
    kind = "   new client" if draft.draft.is_new else ""
    note = f"{when(draft.time, now)}   {counted(draft)} changed{kind}"
    return MenuItem("", title(draft), note)


def _question(draft: StoredDraft) -> ConfirmScreen:
    return ConfirmScreen(
        f"Discard the changes of {title(draft)}?",
        [f"{counted(draft)} changed and not saved."],
        "Discard",
        dangerous=True,
    )
