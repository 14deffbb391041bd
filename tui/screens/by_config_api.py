"""Managing clients by the Config API."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.one_liner import ClientCall
    from tui.forms.fitting import Fitting
    from tui.models.json import JsonObject
    from tui.saving.writer import Writer
    from tui.screens.copy_menu import Entry
    from tui.screens.way import Wish
    from tui.session import Session

NEEDS_SERVE = "# The sandbox answers curl while jans-tui serve runs: put its URL here.\n"


class ByConfigApi:
    """A ``Way``."""

    where = ("Auth Server", "Clients")
    empty = "No clients yet. {clients.add} adds one."

    async def writer(self, session: Session) -> Writer:
        """As ``Way.writer``."""
        from tui.saving.writer import ClientWriter

        return ClientWriter(await session.connect(), session.lookups, session.history)

    async def prepare(self, session: Session) -> None:
        """Nothing: a form fills up as what it looks up comes in."""

    def fitting(self, session: Session) -> Fitting:
        """All of them."""
        from tui.forms.fitting import Everything

        return Everything()

    def new_client(self, session: Session) -> JsonObject:
        """Sound defaults."""
        from tui.models.new_client import new_client

        return new_client()

    async def commands(self, session: Session, wish: Wish) -> list[Entry]:
        """With curl, and with jans-tui itself."""
        api = await session.connect()
        return await asyncio.to_thread(shown_call, session, api, _call(api, wish))


def _call(api: ConfigApi, wish: Wish) -> ClientCall:
    from tui.api.one_liner import changing, creating, reading
    from tui.models.changes import to_patch

    if wish.before is None:
        return creating(api, wish.wanted)
    patch = to_patch(wish.changes)
    return changing(api, wish.inum, patch) if patch else reading(api, wish.inum)


def shown_call(session: Session, api: ConfigApi, call: ClientCall) -> list[Entry]:
    """A call as commands to be copied; it reads the settings."""
    from tui.api.one_liner import as_curl, as_one_liner
    from tui.screens.as_command import server_options

    remark = NEEDS_SERVE if session.kind == "sandbox" else ""
    return [
        (f"The curl command that {call.does}", remark + as_curl(call, api)),
        (f"The one-liner that {call.does}", as_one_liner(call, server_options(session))),
    ]
