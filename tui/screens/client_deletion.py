"""Deleting a client: the question, the request, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError, NotFound
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import host
from tui.widgets.bindings import with_keys
from tui.widgets.client_facts import last_used
from tui.widgets.client_status import utc_now

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.journal.entry import Entry
    from tui.models.document import ClientDocument
    from tui.session import Session

TOOLS = ("1800.", "2000.")
"""How the ids begin of the clients that the Config API and the Jans tools sign in with."""


def is_used_by_tools(document: ClientDocument, own_id: str) -> bool:
    """Whether tools sign in with the client, this program (as ``own_id``) included."""
    return document.inum.startswith(TOOLS) or document.inum == own_id


async def delete_client(
    screen: Screen[Any],
    session: Session,
    document: ClientDocument,
    undoes: Entry | None = None,
    remark: str = "",
) -> bool:
    """Ask, delete, and say what came of it; whether the list may have changed.

    The name must be typed of a client that tools sign in with, the one of this program
    included, and of any client on a protected server.

    Args:
        screen: where the person is.
        session: the server.
        document: the client.
        undoes: the creation that the deletion takes back, if it does.
        remark: a line for the question; may hold foreign text.
    """
    from tui.screens.writing import client_writer

    name = document.name or document.inum
    try:
        writer = await client_writer(session)
        used_by_tools = is_used_by_tools(document, writer.api.config.client_id)
        if not await screen.app.push_screen_wait(
            _question(
                screen,
                document,
                remark,
                session,
                used_by_tools=used_by_tools,
                new_id=writer.makes_identity,
            )
        ):
            return False
        not_noted = await writer.delete(document, undoes)
    except NotFound:
        host(screen).say(f"{name} was deleted already, by somebody else.")
    except ApiError as error:
        host(screen).complain(error)
        return error.may_have_happened
    else:
        host(screen).say(f"{name} was deleted." + ("" if undoes else " u brings it back."))
        if not_noted:
            host(screen).complain(not_noted)
    return True


LONGEST_TO_TYPE = 60
"""Characters of a name that a person can be asked to type."""


def to_type(document: ClientDocument) -> str:
    """The name, or the id where the name cannot be typed on every keyboard."""
    return typeable(document.name, document.inum)


def typeable(name: str, otherwise: str) -> str:
    """``name``, or something else where it cannot be typed on every keyboard."""
    name = name.strip()
    fit = name.isascii() and name.isprintable() and 0 < len(name) <= LONGEST_TO_TYPE
    return name if fit else otherwise


def _question(
    screen: Screen[Any],
    document: ClientDocument,
    remark: str,
    session: Session,
    *,
    used_by_tools: bool,
    new_id: bool,
) -> ConfirmScreen:
    body = [remark] if remark else []
    used = last_used(document, utc_now())
    body.append(
        f"Client ID {document.inum}{session.where}" + (f", last used {used}" if used else "")
    )
    body.append("Whoever signs in through it no longer can.")
    must_type = used_by_tools or session.caution.protected
    if used_by_tools:
        body.append(
            "The tools that manage this server sign in with this client. Without it they, and "
            "maybe you, are locked out."
        )
    else:
        new = "a new id and secret" if new_id else "a new secret"
        hint = f"The history ({{clients.all-history}}) can bring it back, though with {new}."
        body.append(with_keys(screen.app, hint))
    return ConfirmScreen(
        f"Delete {document.name or document.inum}?",
        body,
        "Delete",
        dangerous=True,
        type_to_confirm=to_type(document) if must_type else None,
    )
