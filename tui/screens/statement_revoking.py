"""Revoking software statements: the question, the request, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError, Invalid
from tui.screens.client_deletion import typeable
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import host
from tui.widgets.client_words import counted
from tui.widgets.statement_words import name_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.models.registration.software_statement import SsaDocument
    from tui.session import Session

NOTHING_ACTIVE = 422
"""How the server answers when there is nothing that it could revoke."""


async def revoke_one(screen: Screen[Any], session: Session, document: SsaDocument) -> bool:
    """Ask, revoke a statement, and say what came of it; whether the list may have changed."""
    if document.status and not document.is_active:
        host(screen).say(f"There is nothing to revoke: it is {document.status.lower()}.")
        return False
    name = name_of(document)
    question = ConfirmScreen(
        f"Revoke the statement {name}?",
        [
            f"ID {document.jti}{session.where}",
            "Nobody can register a client with it any more. Clients that did stay.",
        ],
        "Revoke",
        dangerous=True,
        type_to_confirm=_to_type(session, name, document.jti),
    )
    if not await screen.app.push_screen_wait(question):
        return False
    return await _revoke(screen, session, f"The statement {name} was revoked.", jti=document.jti)


async def revoke_all(screen: Screen[Any], session: Session, org: str, active: int) -> bool:
    """Ask, revoke all statements of an organization; whether the list may have changed.

    Args:
        screen: where the person is.
        session: the server.
        org: the organization's id.
        active: how many of its statements can still be used, as far as is known.
    """
    question = ConfirmScreen(
        f"Revoke all statements of {org}?",
        [
            f"{counted(active, 'active one')} of this organization{session.where}.",
            "Nobody can register a client with them any more. Clients that did stay.",
        ],
        "Revoke all",
        dangerous=True,
        # Of many things the name is always typed.
        type_to_confirm=typeable(org, "revoke all"),
    )
    if not await screen.app.push_screen_wait(question):
        return False
    return await _revoke(screen, session, f"All statements of {org} were revoked.", org_id=org)


async def _revoke(screen: Screen[Any], session: Session, done: str, **which: str) -> bool:
    try:
        api = await session.connect()
        await api.ssa.revoke(**which)
    except Invalid as error:
        if error.status != NOTHING_ACTIVE:
            host(screen).complain(error)
            return False
        host(screen).say("There was nothing active to revoke any more.")
    except ApiError as error:
        host(screen).complain(error)
        return error.may_have_happened
    else:
        host(screen).say(done)
    return True


def _to_type(session: Session, name: str, jti: str) -> str | None:
    return typeable(name, jti) if session.caution.protected else None
