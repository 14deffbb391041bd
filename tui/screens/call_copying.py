"""Calls of the Config API as commands, to be copied."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError
from tui.screens.by_config_api import shown_call
from tui.screens.copy_menu import Entry, choose_and_copy
from tui.screens.host import host

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.api.config_api import ConfigApi
    from tui.api.one_liner import ClientCall
    from tui.session import Session


async def copy_calls(
    screen: Screen[Any],
    session: Session,
    calls: Callable[[ConfigApi], Sequence[ClientCall]],
    entries: Sequence[Entry] = (),
) -> None:
    """Let the person choose among ``entries`` and the commands for calls; copy it."""
    commands: list[Entry] = []
    try:
        api = await session.connect()
        for call in calls(api):
            commands += await asyncio.to_thread(shown_call, session, api, call)
    except ApiError as error:
        host(screen).complain(error)
    await choose_and_copy(screen.app, [*entries, *commands])
