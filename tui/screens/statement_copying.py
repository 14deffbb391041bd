"""What of software statements can be copied: ids, and calls as commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.call_copying import copy_calls
from tui.screens.copy_menu import Entry

if TYPE_CHECKING:
    from textual.screen import Screen

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
    await copy_calls(screen, session, lambda _: calls, entries)


async def copy_of_new(screen: Screen[Any], session: Session, body: JsonObject) -> None:
    """Let the person choose how to copy the call that makes a statement."""
    from tui.api.statement_calls import making

    await copy_calls(screen, session, lambda _: [making(body)])
