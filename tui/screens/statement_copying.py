"""What of software statements can be copied: ids, and calls as commands."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError
from tui.screens.by_config_api import shown_call
from tui.screens.copy_menu import Entry, choose_and_copy
from tui.screens.host import host

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.api.one_liner import ClientCall
    from tui.models.json import JsonObject
    from tui.models.registration.software_statement import SsaDocument
    from tui.screens.statement_query import StatementQuery
    from tui.session import Session


async def copy_of_statements(
    screen: Screen[Any], session: Session, document: SsaDocument | None, query: StatementQuery
) -> None:
    """Let the person choose what to copy of the list and of the statement under its cursor."""
    from tui.api.statement_calls import listing, revoking

    entries: list[Entry] = []
    calls = [listing(query.jti, query.org)]
    if document is not None:
        found = [
            ("The ID (jti)", document.jti),
            ("The software ID", document.software_id),
            ("The organization", document.organization),
        ]
        entries = [(label, text) for label, text in found if text]
        calls += [revoking(document.jti)] if document.jti else []
    await copy_calls(screen, session, calls, entries)


async def copy_of_new(screen: Screen[Any], session: Session, body: JsonObject) -> None:
    """Let the person choose how to copy the call that makes a statement."""
    from tui.api.statement_calls import making

    await copy_calls(screen, session, [making(body)])


async def copy_calls(
    screen: Screen[Any],
    session: Session,
    calls: Sequence[ClientCall],
    entries: Sequence[Entry] = (),
) -> None:
    """Let the person choose among ``entries`` and the commands for calls; copy it."""
    commands: list[Entry] = []
    try:
        api = await session.connect()
        for call in calls:
            commands += await asyncio.to_thread(shown_call, session, api, call)
    except ApiError as error:
        host(screen).complain(error)
    await choose_and_copy(screen.app, [*entries, *commands])
