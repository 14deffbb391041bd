"""A server, what changes its clients, and the history of that."""

from pathlib import Path

from tests.serving import Server
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.entry import Entry
from tui.journal.history import History
from tui.journal.journal import Journal
from tui.models.changes import Side
from tui.saving.outcome import Saved
from tui.saving.plan import make_plan
from tui.saving.undo import undo_plan
from tui.saving.writer import ClientWriter


class Bench:
    """All three of them."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.journal = Journal(folder / "journal")
        self.writer = ClientWriter(server.api, Lookups(), History(self.journal, "test"))

    @property
    def newest(self) -> Entry:
        return self.journal.entries(limit=1)[0]

    async def edit(self, inum: str, **values: object) -> Saved:
        draft = Draft(await self.server.stored(inum))
        for name, value in values.items():
            draft.set(name.replace("__", "."), value)  # type: ignore[arg-type]
        return await self.writer.edit(await make_plan(self.server.api, draft), {})

    async def undo_edit(self, entry: Entry, side: Side = "mine") -> Saved:
        plan = undo_plan(entry, (await self.server.api.clients.get(entry.inum)).raw)
        choices = {conflict.path: side for conflict in plan.conflicts}
        return await self.writer.edit(plan, choices, entry)

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.journal.entries()]

    def holds(self, text: str) -> bool:
        return any(
            text.encode() in path.read_bytes() for path in self.journal.file.parent.iterdir()
        )
