"""Opening the form: of a client, of a new one, or of what was left unsaved."""

from __future__ import annotations

import asyncio
import uuid
from typing import TYPE_CHECKING, Any, cast

from tui.drafts.keeper import DraftKeeper
from tui.drafts.store import DraftError, DraftStore
from tui.drafts.stored import StoredDraft, restored
from tui.forms.draft import Draft
from tui.screens.host import Host
from tui.screens.way import way_of
from tui.widgets.bindings import with_keys

if TYPE_CHECKING:
    from textual.app import App

    from tui.models.document import ClientDocument
    from tui.models.json import JsonObject
    from tui.session import Session


class FormOpener:
    """Opens forms over drafts that are kept on disk.

    Attributes:
        keeper: of the form on top; None when there is none.
    """

    def __init__(self, app: App[Any], session: Session, store: DraftStore) -> None:
        self.keeper: DraftKeeper | None = None
        self._app = app
        self._session = session
        self._store = store

    async def tell(self) -> None:
        """Say once how many drafts there are."""
        drafts = await self._drafts()
        if drafts:
            count = "1 client has" if len(drafts) == 1 else f"{len(drafts)} clients have"
            hint = with_keys(self._app, "{drafts.open} lists them.")
            self._host.say(f"{count} unsaved changes. {hint}")

    async def existing(self, inum: str, *, in_editor: bool = False) -> ClientDocument | None:
        """Read the client anew and show its form, after a question if it has a draft.

        Raises:
            ApiError: it could not be read.
        """
        from tui.screens.draft_offer import Offer, offer

        stored = await self._load(inum)
        latest = await self._read(inum, may_be_gone=stored is not None)
        if stored is None or (latest is not None and await self._is_settled(stored, latest)):
            return await self._show(Draft(latest or {}), inum, in_editor=in_editor)
        answer = await offer(self._app, stored, exists=latest is not None)
        if answer is Offer.CONTINUE:
            return await self._continue(stored, latest, in_editor=in_editor)
        if answer is Offer.AFRESH and await self._remove(inum) and latest is not None:
            return await self._show(Draft(latest), inum, in_editor=in_editor)
        return None

    async def new(self, clone_of: ClientDocument | None = None) -> ClientDocument | None:
        """Show the form of a new client, with sound defaults or as a copy."""
        from tui.models.new_client import clone_of as copied
        from tui.screens.draft_offer import Offer, offer_new

        if clone_of is not None:
            return await self._show(Draft(None, copied(clone_of.raw)), _key())
        left = [stored for stored in await self._drafts() if stored.draft.is_new]
        if left:
            answer = await offer_new(self._app, left[0], len(left))
            if answer is None:
                return None
            if answer is Offer.CONTINUE:
                return await self._continue(left[0], None)
        way = way_of(self._session)
        await way.prepare(self._session)
        return await self._show(Draft(None, way.new_client(self._session)), _key())

    async def with_statement(self, statement: str) -> ClientDocument | None:
        """Show the form of a new client that begins with what a software statement says."""
        from tui.models.new_client import with_statement

        way = way_of(self._session)
        await way.prepare(self._session)
        start = with_statement(way.new_client(self._session), statement)
        return await self._show(Draft(None, start), _key())

    async def from_list(self) -> ClientDocument | None:
        """Show the list of drafts, and the form of the one that is chosen there.

        Raises:
            ApiError: the client could not be read.
        """
        from tui.screens.draft_offer import local_now
        from tui.screens.drafts import DraftsScreen

        drafts = await self._drafts()
        if not drafts:
            self._host.say("There are no unsaved changes.")
            return None
        screen = DraftsScreen(self._session, self._store, drafts, local_now())
        stored = await self._app.push_screen_wait(screen)
        if stored is None:
            return None
        latest = None if stored.draft.is_new else await self._read(stored.inum, may_be_gone=True)
        if latest is not None and await self._is_settled(stored, latest):
            return None
        return await self._continue(stored, latest)

    # The form

    async def _continue(
        self, stored: StoredDraft, latest: JsonObject | None, *, in_editor: bool = False
    ) -> ClientDocument | None:
        draft = restored(stored, latest)
        return await self._show(draft, stored.inum, stored, in_editor=in_editor)

    async def _show(
        self,
        draft: Draft,
        inum: str,
        written: StoredDraft | None = None,
        *,
        in_editor: bool = False,
    ) -> ClientDocument | None:
        await way_of(self._session).prepare(self._session)
        # pydantic and the checks take a while to import: not on the loop.
        screens = await asyncio.to_thread(__import__, "tui.screens.client", fromlist=["client"])
        below = self.keeper
        self.keeper = DraftKeeper(self._store, inum, draft, written)
        try:
            saved: ClientDocument | None = await self._app.push_screen_wait(
                screens.ClientScreen(self._session, draft, self.keeper, in_editor=in_editor)
            )
        finally:
            self.keeper = below
        return saved

    # Reading

    @property
    def _host(self) -> Host:
        return cast(Host, self._app)

    async def _read(self, inum: str, *, may_be_gone: bool) -> JsonObject | None:
        from tui.api.errors import NotFound

        api = await self._session.connection()
        try:
            return (await api.clients.get(inum)).raw
        except NotFound:
            if may_be_gone:
                return None
            raise

    async def _is_settled(self, stored: StoredDraft, latest: JsonObject) -> bool:
        """Whether the server has all of the draft already; then it is removed."""
        from tui.saving.plan import plan
        from tui.screens.writing import client_writer

        draft = restored(stored, latest)
        made = plan(draft, latest)
        if draft.rejected or made.conflicts or made.operations({}):
            return False
        await (await client_writer(self._session)).settle(stored.inum)
        await self._remove(stored.inum)
        self._host.say("The server has your unsaved changes already; their draft was removed.")
        return True

    async def _load(self, inum: str) -> StoredDraft | None:
        try:
            stored = await asyncio.to_thread(self._store.load, inum)
        except DraftError as error:
            self._host.complain(str(error))
            return None
        self._say_what_was_set_aside()
        return stored

    async def _drafts(self) -> list[StoredDraft]:
        try:
            drafts = await asyncio.to_thread(self._store.all)
        except DraftError as error:
            self._host.complain(str(error))
            return []
        self._say_what_was_set_aside()
        return drafts

    async def _remove(self, inum: str) -> bool:
        try:
            await asyncio.to_thread(self._store.remove, inum)
        except DraftError as error:
            self._host.complain(str(error))
            return False
        return True

    def _say_what_was_set_aside(self) -> None:
        while self._store.set_aside:
            path = self._store.set_aside.pop()
            self._host.complain(f"A draft can't be read. It was set aside as {path}.")


def _key() -> str:
    """What the draft of a new client is known by."""
    return str(uuid.uuid4())
