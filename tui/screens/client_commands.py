"""What can be done with the clients of the list."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from textual import on

from tui.api.errors import ApiError, NotFound
from tui.screens.host import host
from tui.screens.one_job import OneJob
from tui.widgets.client_table import ClientTable
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.models.document import ClientDocument
    from tui.screens.bulk import Deed
    from tui.session import Session


class ClientCommands(OneJob[None]):
    """The commands of a screen with a table of clients.

    Attributes:
        session: the server.
        table: the list.
        marks: the clients that are marked, by id.
    """

    TELLS_FAILURES = True

    def __init__(self, session: Session, table: ClientTable, classes: str = "") -> None:
        super().__init__(classes)
        self.session = session
        self.table = table
        self.marks: dict[str, ClientDocument] = {}
        self._deleted: ClientDocument | None = None

    def renew(self, inum: str = "") -> None:
        """Read again what is seen, with the cursor on ``inum`` if that is there."""
        raise NotImplementedError

    def do(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """As ``OneJob.do``; ``u`` is no longer about a deletion before it."""
        if not self.is_busy:
            self._deleted = None
        super().do(job)

    def _do_with_current(self, job: Callable[[ClientDocument], Coroutine[Any, Any, None]]) -> None:
        document = self.table.current
        if document is not None:
            self.do(lambda: job(document))

    def _do_with_chosen(
        self, job: Callable[[list[ClientDocument]], Coroutine[Any, Any, None]]
    ) -> None:
        """With those marked, else with the one under the cursor."""
        current = self.table.current
        chosen = [*self.marks.values()] or ([current] if current is not None else [])
        if chosen:
            self.do(lambda: job(chosen))

    def _mark(self, marks: dict[str, ClientDocument]) -> None:
        self.marks = marks
        self.table.show_marks(marks)
        self._remark_at_the_top()

    def _remark_at_the_top(self, words: str = "") -> None:
        """Say what goes on, else how many are marked."""
        marked = f"{len(self.marks):,} marked" if self.marks else ""
        self.query_one(TopBar).remark = words or marked

    @on(ClientTable.Opened)
    def action_open(self) -> None:
        """Edit the client under the cursor."""
        self._do_with_current(self._edit)

    def action_editor(self) -> None:
        """Edit the JSON of the client under the cursor in the person's editor."""
        self._do_with_current(lambda document: self._edit(document, in_editor=True))

    def action_drafts(self) -> None:
        """Show what is not saved yet."""
        self.do(lambda: self._open(host(self).open_draft))

    def action_add(self) -> None:
        """Add a client."""
        self.do(self._add)

    def action_register(self) -> None:
        """Add a client by registration."""
        self.do(lambda: self._open(host(self).register_client))

    def action_import_registration(self) -> None:
        """Take over a client that was registered elsewhere."""
        self.do(self._import)

    def action_hand_over(self) -> None:
        """Give the registration of the client under the cursor to somebody else."""
        self._do_with_current(self._hand_over)

    def action_forget(self) -> None:
        """Keep the registration of the client under the cursor, or those marked, no longer."""
        self._do_with_chosen(self._forget)

    def action_clone(self) -> None:
        """Add a client that starts as a copy."""
        self._do_with_current(self._add)

    def action_delete(self) -> None:
        """Delete the client under the cursor, or those marked, after a question."""
        if self.marks:
            self.do(self._delete_marked)
        else:
            self._do_with_current(self._delete)

    def action_disable(self) -> None:
        """Disable the client under the cursor, or those marked; enable them if they all are."""
        self._do_with_chosen(self._switch)

    def action_export(self) -> None:
        """Write the client under the cursor, or those marked, to a file."""
        self._do_with_chosen(self._export)

    def action_mark(self) -> None:
        """Mark the client under the cursor, or take its mark away; go to the next one."""
        document = self.table.current
        if document is not None and document.inum:
            marks = dict(self.marks)
            if marks.pop(document.inum, None) is None:
                marks[document.inum] = document
            self._mark(marks)
            self.table.action_move(1)

    def action_json(self) -> None:
        """Show the client under the cursor as JSON."""
        self._do_with_current(self._show_json)

    def action_copy(self) -> None:
        """Choose what to copy."""
        self._do_with_current(self._copy)

    def action_tokens(self) -> None:
        """Show the active tokens of the client under the cursor."""
        document = self.table.current
        if document is not None:
            from tui.screens.tokens import TokensScreen

            self.app.push_screen(TokensScreen(self.session, document))

    def action_undo(self) -> None:
        """Take back the deletion just made, else the newest change of the client of the cursor."""
        document = self._deleted or self.table.current
        if document is not None:
            self.do(lambda: self._undo(document))

    def action_history(self) -> None:
        """Show the changes of the client under the cursor."""
        self._do_with_current(self._history)

    def action_all_history(self) -> None:
        """Show the changes of all clients."""
        self.do(self._history)

    async def _edit(self, document: ClientDocument, *, in_editor: bool = False) -> None:
        self._remark_at_the_top("opening…")
        try:
            await self._open(lambda: host(self).open_client(document.inum, in_editor=in_editor))
        except NotFound:
            host(self).say(f"{document.name or document.inum} does not exist any more.")
            self.renew()
        finally:
            self._remark_at_the_top()

    async def _add(self, document: ClientDocument | None = None) -> None:
        await self._open(lambda: host(self).add_client(document))

    async def _open(self, show: Callable[[], Coroutine[Any, Any, ClientDocument | None]]) -> None:
        """Show a form, and afterwards the list as it is then, with the cursor on what was saved.

        Raises:
            NotFound: what was to be opened does not exist any more.
        """
        try:
            saved = await show()
        except NotFound:
            raise
        except ApiError as error:
            host(self).complain(error)
            return
        self.renew(saved.inum if saved else "")

    async def _delete(self, document: ClientDocument) -> None:
        from tui.screens.client_deletion import delete_client

        if await delete_client(self, self.session, document):
            self._deleted = document
            self.renew()

    async def _delete_marked(self) -> None:
        from tui.screens.bulk import DELETE

        await self._do_to_all([*self.marks.values()], DELETE)

    async def _switch(self, documents: list[ClientDocument]) -> None:
        from tui.screens.bulk import DISABLE, ENABLE

        enabled = any(document.get("disabled") is not True for document in documents)
        await self._do_to_all(documents, DISABLE if enabled else ENABLE)

    async def _do_to_all(self, documents: list[ClientDocument], deed: Deed) -> None:
        from tui.screens.bulk import do_to_all

        try:
            left = await do_to_all(self, self.session, documents, deed, self._remark_at_the_top)
        except ApiError as error:
            host(self).complain(error)
            return
        finally:
            self.renew()
        if left is not None:
            inums = {document.inum for document in left}
            self._mark({inum: one for inum, one in self.marks.items() if inum in inums})

    async def _export(self, documents: list[ClientDocument]) -> None:
        from tui.screens.client_export import export_clients

        await export_clients(self, documents)

    async def _import(self) -> None:
        from tui.screens.registration_import import ImportScreen

        client = await self.app.push_screen_wait(ImportScreen(self.session))
        if client is not None:
            host(self).say(f"{client.name or client.inum} was imported.")
        self.renew(client.inum if client is not None else "")

    async def _hand_over(self, document: ClientDocument) -> None:
        from tui.screens.registration_keeping import hand_over

        await hand_over(self, self.session, document)

    async def _forget(self, documents: list[ClientDocument]) -> None:
        from tui.screens.registration_keeping import forget

        if await forget(self, self.session, documents):
            self._mark({})
            self.renew()

    async def _undo(self, document: ClientDocument) -> None:
        from tui.screens.undo_flow import undo_newest

        if await undo_newest(self, self.session, document):
            self.renew()

    async def _history(self, document: ClientDocument | None = None) -> None:
        from tui.screens.history import HistoryScreen

        if await self.app.push_screen_wait(HistoryScreen(self.session, document)):
            self.renew()

    async def _show_json(self, document: ClientDocument) -> None:
        from tui.screens.json_view import JsonScreen

        await self.app.push_screen_wait(
            JsonScreen(document.name or document.inum, document.raw, self.session)
        )

    async def _copy(self, document: ClientDocument) -> None:
        from tui.screens.as_command import call_of_client, copy_with_commands
        from tui.screens.copy_menu import copy_entries

        entries = copy_entries(document)
        kept = self.session.kept.get(document.inum)
        if kept is not None and kept.uri:
            entries.append(("The registration's URI", kept.uri))
        await copy_with_commands(self, self.session, call_of_client(document.inum), entries)
