"""How the clients of a server are managed: the one place that decides by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from tui.forms.fitting import Fitting
    from tui.models.changes import Change
    from tui.models.json import JsonObject
    from tui.saving.writer import Writer
    from tui.screens.copy_menu import Entry
    from tui.session import Session


class Wish(NamedTuple):
    """A client to be read, changed or made.

    Attributes:
        inum: its id; "" of one to be made.
        before: as the server has it; None: it has to be made.
        wanted: as it is to be.
    """

    inum: str
    before: JsonObject | None
    wanted: JsonObject

    @property
    def changes(self) -> list[Change]:
        """What leads there."""
        from tui.models.changes import difference

        return difference(self.before or {}, self.wanted)


class Way(Protocol):
    """What screens do otherwise by the Config API and by registration."""

    @property
    def where(self) -> tuple[str, ...]:
        """What stands above the list."""

    @property
    def empty(self) -> str:
        """What to say when there is no client; with ``{id}`` for the keys of commands."""

    async def writer(self, session: Session) -> Writer:
        """What changes clients, and notes it; raises ``ApiError``."""

    async def prepare(self, session: Session) -> None:
        """Learn what a form needs to know before it is shown; what fails is said there."""

    def fitting(self, session: Session) -> Fitting:
        """Which settings a form has."""

    def new_client(self, session: Session) -> JsonObject:
        """What a new client starts with."""

    async def commands(self, session: Session, wish: Wish) -> list[Entry]:
        """What does what is wished, to be copied; raises ``ApiError``."""


def way_of(session: Session) -> Way:
    """The way of this server."""
    if session.way == "registration":
        from tui.screens.by_registration import ByRegistration

        return ByRegistration()
    from tui.screens.by_config_api import ByConfigApi

    return ByConfigApi()
