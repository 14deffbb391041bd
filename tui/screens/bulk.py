"""The same done to several clients: asked once, done one after another, and told at the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError, NotFound
from tui.forms.draft import Draft
from tui.models.plain import plain
from tui.saving.plan import plan
from tui.screens.client_deletion import is_used_by_tools, to_type
from tui.screens.client_loading import in_words
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import host
from tui.screens.menu import MenuScreen
from tui.screens.writing import client_writer
from tui.widgets.client_words import counted
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.models.document import ClientDocument
    from tui.saving.writer import Writer
    from tui.session import Session

NAMED = 8
"""Clients that a question names before it only counts."""

Tell = Callable[[str], None]
"""Shows how far it is, in a few words; "" when it is over."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to each client.

    Attributes:
        verb: for the question and its button, ``Delete``.
        done: for what was done, ``deleted``.
        warning: what it means for those who use the clients.
        act: does it to one; returns a remark, mostly "". May raise ApiError.
    """

    verb: str
    done: str
    warning: str
    act: Callable[[Writer, ClientDocument], Awaitable[str]]


async def _delete(writer: Writer, client: ClientDocument) -> str:
    try:
        return await writer.delete(client)
    except NotFound:
        return ""  # Somebody else was faster: it is as it was to be.


async def _switch(writer: Writer, client: ClientDocument, *, disabled: bool) -> str:
    latest = await writer.api.clients.get(client.inum)
    draft = Draft(latest.raw)
    draft.set("disabled", disabled)
    saved = await writer.edit(plan(draft, latest.raw), {})
    return " ".join(saved.notes)


DELETE = Deed("Delete", "deleted", "Whoever signs in that way no longer can.", _delete)
DISABLE = Deed(
    "Disable",
    "disabled",
    "No tokens are issued any more: whoever signs in that way no longer can.",
    lambda writer, client: _switch(writer, client, disabled=True),
)
ENABLE = Deed(
    "Enable",
    "enabled",
    "Tokens are issued again.",
    lambda writer, client: _switch(writer, client, disabled=False),
)


async def do_to_all(
    screen: Screen[Any],
    session: Session,
    clients: Sequence[ClientDocument],
    deed: Deed,
    tell: Tell,
) -> list[ClientDocument] | None:
    """Ask, do it, and say what came of it; several are done only after their number was typed.

    Clients that tools sign in with are left out: those are changed in the form. Cancelling
    the worker stops after the client that is under way.

    Returns:
        Those that it was not done to; None when nothing was begun.
    """
    writer = await client_writer(session)
    own = writer.api.config.client_id
    kept = [client for client in clients if is_used_by_tools(client, own)]
    asked = [client for client in clients if client not in kept]
    if not asked:
        some = "this client: change it" if len(kept) == 1 else "these clients: change them"
        host(screen).complain(f"Tools sign in with {some} in the form, which asks before.")
        return None
    if not await screen.app.push_screen_wait(_question(asked, kept, deed, session)):
        return None
    failed: list[tuple[ClientDocument, str]] = []
    notes: list[str] = []
    done = 0
    try:
        for client in asked:
            tell(f"{done + len(failed)} of {len(asked)} {deed.done}…")
            try:
                note = await deed.act(writer, client)
            except ApiError as error:
                failed.append((client, in_words(error)))
            else:
                done += 1
                notes += [note] if note else []
    finally:
        tell("")
        host(screen).say(f"{counted(done, 'client')} {deed.done}.")
    for note in dict.fromkeys(notes):
        host(screen).complain(note)
    if failed:
        await screen.app.push_screen_wait(_report(failed, deed))
    return [*kept, *(client for client, _ in failed)]


def _question(
    clients: Sequence[ClientDocument], kept: Sequence[ClientDocument], deed: Deed, session: Session
) -> ConfirmScreen:
    one = clients[0] if len(clients) == 1 else None
    body = [_name(client) for client in clients[:NAMED]] if one is None else []
    if len(clients) > NAMED:
        body.append(f"and {len(clients) - NAMED:,} more")
    body.append(deed.warning)
    if kept:
        names = ", ".join(map(_name, kept))
        body.append(f"Left out, because tools sign in with them: {names}.")
    count = counted(len(clients), "client")
    typed = count if one is None else to_type(one) if session.caution.protected else None
    return ConfirmScreen(
        f"{deed.verb} {count if one is None else _name(one)}?",
        body,
        deed.verb,
        dangerous=deed is not ENABLE,
        type_to_confirm=None if deed is ENABLE else typed,
    )


def _report(failed: Sequence[tuple[ClientDocument, str]], deed: Deed) -> MenuScreen[None]:
    return MenuScreen(
        f"{counted(len(failed), 'client was', 'clients were')} not {deed.done}",
        [(MenuItem("", _name(client), words), None) for client, words in failed],
        ["They are still marked."],
        keys="esc back",
    )


def _name(client: ClientDocument) -> str:
    return plain(client.name or client.inum, 60)
