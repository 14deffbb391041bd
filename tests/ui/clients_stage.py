"""The list of clients on a stage: the screen, and a server below it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tests.ui.support import (
    NORMAL,
    FakeApi,
    FakeClients,
    TinyApp,
    client,
    clock,
    session_with,
    text_of,
    wait_until,
)
from tui.api.errors import NO_EXCHANGE, Unreachable
from tui.models.json import JsonObject
from tui.screens.clients import ClientsScreen

DOWN = Unreachable("The server does not answer. Check the network.", NO_EXCHANGE)


class Stage:
    """An app that shows the list, and the server below it."""

    def __init__(self, entries: list[JsonObject]) -> None:
        self.api = FakeApi(entries)
        self.app = TinyApp(lambda: ClientsScreen(session_with(self.api), clock))

    @property
    def screen(self) -> ClientsScreen:
        return next(one for one in self.app.screen_stack if isinstance(one, ClientsScreen))

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def mark(self) -> str:
        return next((row for row in self.text.splitlines() if "▌" in row), "")

    def here(self, name: str) -> Callable[[], bool]:
        return lambda: f"▌ {name}" in self.text

    def idle(self) -> bool:
        """Whether nothing is being read or done."""
        return not self.screen.loading_list.running and not self.screen.is_busy


@asynccontextmanager
async def stage(
    entries: list[JsonObject] | int = 120,
    size: tuple[int, int] = NORMAL,
    prepare: Callable[[FakeClients], None] | None = None,
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """The app, once the first page is there; with ``prepare``, which may prevent that, at once."""
    if isinstance(entries, int):
        entries = [client(number) for number in range(entries)]
    made = Stage(entries)
    if prepare is not None:
        prepare(made.api.clients)
    async with made.app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        if prepare is None:
            await wait_until(pilot, lambda: made.screen.table.total is not None and made.idle())
        yield made, pilot
