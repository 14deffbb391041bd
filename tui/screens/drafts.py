"""The list of unsaved changes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.drafts.store import DraftError, DraftStore
from tui.drafts.stored import StoredDraft
from tui.drafts.words import counted, title, when
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import host
from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem


class DraftsScreen(MenuScreen[StoredDraft]):
    """Returns the draft to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "discard", "Discard", id="drafts.discard"),
    ]

    def __init__(
        self, store: DraftStore, drafts: Sequence[StoredDraft], server: str, now: datetime
    ) -> None:
        """What to list.

        Args:
            store: where they are kept.
            drafts: all of them, in their order.
            server: what the person calls the server.
            now: the time with the person's zone.
        """
        super().__init__(
            f"Unsaved changes, {server}",
            [(_item(draft, now), draft) for draft in drafts],
            keys="enter open   d discard   esc back",
        )
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
