"""Handing registrations over, forgetting them, and saving what could not be kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from tui.api.errors import ApiError
from tui.models.plain import plain
from tui.screens.confirm import ConfirmScreen
from tui.screens.host import Host, host
from tui.screens.menu import MenuScreen
from tui.screens.waiting import WaitingScreen
from tui.widgets.bindings import with_keys
from tui.widgets.client_words import counted
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from tui.models.document import ClientDocument
    from tui.models.json import JsonObject
    from tui.registrations.connection import ProviderConnection
    from tui.registrations.registration import Registration
    from tui.session import Session

To: TypeAlias = Literal["file", "clipboard", "nobody"]

NAMED = 8
"""Clients that a question names before it only counts."""

_WAYS: tuple[tuple[MenuItem, To], ...] = (
    (MenuItem("f", "To a new file", "that only you can read"), "file"),
    (MenuItem("c", "To the clipboard", "for whoever can paste from it"), "clipboard"),
)


async def hand_over(screen: Screen[Any], session: Session, client: ClientDocument) -> None:
    """Give the registration of ``client`` away, as a file or by the clipboard, after a question."""
    try:
        found = await _kept(session, client)
    except ApiError as error:
        host(screen).complain(error)
        return
    if found is None:
        host(screen).say(_not_kept(screen, client))
        return
    menu = MenuScreen(
        f"Hand over {_name(client)}",
        _WAYS,
        ["Whoever has its URI and token can change and delete this client."],
    )
    chosen = await screen.app.push_screen_wait(menu)
    if chosen is not None:
        await _give(screen.app, found.handed_over(), chosen)


async def rescue(app: App[Any], registration: Registration) -> None:
    """Offer a registration that could not be kept until the person leaves it.

    What found that out ends first, as it closes what it has on the screen.
    """
    for screen in app.screen_stack:
        if isinstance(screen, WaitingScreen):
            await screen.gone.wait()
    while True:
        chosen = await app.push_screen_wait(rescue_menu(registration))
        if chosen == "nobody":
            return
        if chosen is not None:
            await _give(app, registration.handed_over(), chosen)


def rescue_menu(registration: Registration) -> MenuScreen[To]:
    """What can be done with a registration that could not be kept."""
    leave: tuple[MenuItem, To] = (MenuItem("l", "Leave it", "its token is lost then"), "nobody")
    return MenuScreen(
        "This registration can't be kept here",
        (*_WAYS, leave),
        [
            f"{registration.name or registration.client_id} is registered, and its token could "
            "not be written to the disk. Nobody can give it to you again: keep it now.",
        ],
        keys="enter choose",
    )


async def forget(screen: Screen[Any], session: Session, clients: Sequence[ClientDocument]) -> bool:
    """Keep the registrations of ``clients`` no longer, after a question; whether any went."""
    try:
        provider = await session.provider()
        kept = await provider.clients.kept()
    except ApiError as error:
        host(screen).complain(error)
        return False
    chosen = [client for client in clients if client.inum in kept]
    if not chosen:
        host(screen).say(_not_kept(screen, clients[0]))
        return False
    if not await screen.app.push_screen_wait(_question(screen, chosen, session)):
        return False
    gone = 0
    try:
        for client in chosen:
            await _forget(provider, client.inum)
            gone += 1
    except ApiError as error:
        host(screen).complain(error)
    host(screen).say(f"{counted(gone, 'registration')} forgotten here.")
    return gone > 0


async def _forget(provider: ProviderConnection, client_id: str) -> None:
    with provider.keeping.sentences():
        await asyncio.to_thread(provider.registrations.forget, client_id)


async def _kept(session: Session, client: ClientDocument) -> Registration | None:
    provider = await session.provider()
    if client.inum not in await provider.clients.kept():
        return None
    with provider.keeping.sentences():
        return await asyncio.to_thread(provider.registrations.kept, client.inum)


async def _give(app: App[Any], whole: JsonObject, to: To) -> None:
    from tui.new_file import write_new_file
    from tui.screens.ask_text import AskTextScreen

    text = json.dumps(whole, indent=2) + "\n"
    if to == "clipboard":
        await cast(Host, app).copy(text, "The registration with its token")
        return

    def write(path: str) -> str:
        return f"The registration was written to {write_new_file(path, text)}."

    screen = AskTextScreen(
        "Hand it over as a file",
        "Path of a new file. It holds the token: pass it on by a safe way.",
        "~/registration.json",
        write,
    )
    done = await app.push_screen_wait(screen)
    if done:
        cast(Host, app).say(done)


def _question(
    screen: Screen[Any], clients: Sequence[ClientDocument], session: Session
) -> ConfirmScreen:
    one = len(clients) == 1
    named = [] if one else [_name(client) for client in clients[:NAMED]]
    if len(clients) > NAMED:
        named.append(f"and {len(clients) - NAMED:,} more")
    hint = with_keys(screen.app, "{clients.hand-over} hands a client over before.")
    what = _name(clients[0]) if one else counted(len(clients), "registration")
    return ConfirmScreen(
        f"Forget {what}?",
        [
            *named,
            f"At {session.name} {'the client stays' if one else 'the clients stay'}, but "
            f"{'its token is' if one else 'their tokens are'} lost: nobody can give a token a "
            f"second time. {hint}",
        ],
        "Forget",
        dangerous=True,
    )


def _not_kept(screen: Screen[Any], client: ClientDocument) -> str:
    hint = with_keys(screen.app, "If you have its URI and token, {clients.import} imports it.")
    return f"The registration of {_name(client)} is not kept here. {hint}"


def _name(client: ClientDocument) -> str:
    return plain(client.name or client.inum, 60)
