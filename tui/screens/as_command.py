"""What would be sent, as commands to copy: for tickets, runbooks and scripts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any

from tui.screens.copy_menu import Entry, choose_and_copy
from tui.screens.host import host

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.api.config_api import ConfigApi
    from tui.api.one_liner import ClientCall
    from tui.forms.draft import Draft
    from tui.session import Session

MakeCall = Callable[["ConfigApi"], "ClientCall"]

NEEDS_SERVE = "# The sandbox answers curl while jans-tui serve runs: put its URL here.\n"


def call_of_draft(draft: Draft) -> MakeCall:
    """What a save of ``draft`` would send, or the reading of a client that is as it was."""
    from tui.api.one_liner import changing, creating, reading
    from tui.models.changes import to_patch

    inum = draft.document.inum
    if draft.is_new:
        return lambda api: creating(api, draft.edited)
    if not draft.changes:
        return lambda api: reading(api, inum)
    return lambda api: changing(api, inum, to_patch(draft.changes))


def call_of_client(inum: str) -> MakeCall:
    """What reads a client."""
    from tui.api.one_liner import reading

    return lambda api: reading(api, inum)


async def copy_with_commands(
    screen: Screen[Any], session: Session, make: MakeCall, entries: Sequence[Entry] = ()
) -> None:
    """Let the person choose among ``entries`` and the commands for a call; copy it."""
    from tui.api.errors import ApiError

    commands: list[Entry] = []
    try:
        api = await session.connect()
        commands = await asyncio.to_thread(_commands, session, api, make(api))
    except ApiError as error:
        host(screen).complain(error)
    await choose_and_copy(screen.app, [*entries, *commands])


def _commands(session: Session, api: ConfigApi, call: ClientCall) -> list[Entry]:
    from tui.api.one_liner import as_curl, as_one_liner

    remark = NEEDS_SERVE if session.kind == "sandbox" else ""
    verb = {"GET": "reads it", "POST": "creates it", "PATCH": "changes it"}[call.request.method]
    return [
        (f"The curl command that {verb}", remark + as_curl(call, api)),
        (f"The one-liner that {verb}", as_one_liner(call, server_options(session))),
    ]


def server_options(session: Session) -> str:
    """The options of the command line that mean this server."""
    from tui.connecting.choosing import available
    from tui.settings.file import SettingsFile

    profile = session.profile
    saved = available(SettingsFile().read()).get(profile.name)
    if session.kind == "sandbox" or (saved is not None and saved.url == profile.url):
        return f"--profile={quote(profile.name)}"
    return f"--host={quote(profile.url)} --client-id={quote(profile.sign_in.client_id)}"
