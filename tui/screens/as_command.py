"""What would be sent, as commands to copy: for tickets, runbooks and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any

from tui.screens.copy_menu import Entry, choose_and_copy
from tui.screens.host import host
from tui.screens.way import Wish, way_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.forms.draft import Draft
    from tui.session import Session


def call_of_draft(draft: Draft) -> Wish:
    """What a save of ``draft`` would do, or the reading of a client that is as it was."""
    return Wish(draft.document.inum, draft.original, draft.edited)


def call_of_client(inum: str) -> Wish:
    """The reading of a client."""
    return Wish(inum, {}, {})


async def copy_with_commands(
    screen: Screen[Any], session: Session, wish: Wish, entries: Sequence[Entry] = ()
) -> None:
    """Let the person choose among ``entries`` and the commands for a wish; copy it."""
    from tui.api.errors import ApiError

    commands: list[Entry] = []
    try:
        commands = await way_of(session).commands(session, wish)
    except ApiError as error:
        host(screen).complain(error)
    await choose_and_copy(screen.app, [*entries, *commands])


def server_options(session: Session) -> str:
    """The options of the command line that mean this server."""
    from tui.connecting.choosing import available
    from tui.settings.file import SettingsFile
    from tui.settings.profile import SANDBOX

    profile = session.profile
    saved = available(SettingsFile().read()).get(profile.name)
    if profile.name == SANDBOX or (saved is not None and saved.url == profile.url):
        return f"--profile={quote(profile.name)}"
    if session.way == "registration":
        endpoint = f" --endpoint={quote(profile.endpoint)}" if profile.endpoint else ""
        return f"--issuer={quote(profile.url)}{endpoint}"
    return f"--host={quote(profile.url)} --client-id={quote(profile.sign_in.client_id)}"
