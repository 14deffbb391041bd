"""``clients create`` and ``clients clone``."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.assignments import assignments
from tui.cli.changes_text import change_lines
from tui.cli.command import CommandError
from tui.cli.connection import connected
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json
from tui.cli.many import each
from tui.cli.messages import warn
from tui.cli.names import find_client
from tui.cli.output import say
from tui.cli.render import chosen_format, colours
from tui.cli.setting import apply, split_words, warn_of_typed_secrets
from tui.cli.writing import (
    client_writer,
    created_entry,
    planned,
    show_created,
    show_results,
    tell_saved,
)
from tui.forms.draft import Draft
from tui.models.json import Json, JsonObject
from tui.models.new_client import clone_of, new_client
from tui.models.plain import plain
from tui.models.secrets import unmask
from tui.suggestion import suggestion

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi


def run_create(args: Namespace) -> int:
    """Create what the arguments and the file say."""
    names, texts = split_words(args.words)
    if len(names) > 1:
        raise CommandError(
            f"a client has one name; put it in quotes: {' '.join(names)!r}.", ExitCode.USAGE
        )
    sources = clients_in(args, read_json(args.from_json)) if args.from_json else [new_client()]
    if names and len(sources) > 1:
        raise CommandError("a list of clients cannot have one name.", ExitCode.USAGE)
    drafts = [Draft(None, source) for source in sources]
    for draft in drafts:
        _fill(args, draft, names, texts)
        if not draft.edited.get("redirectUris"):
            raise CommandError(
                "servers create no client without a redirect URI: add --redirect-uri.",
                ExitCode.USAGE,
            )
    if args.curl:
        from tui.cli.curling import show_creations

        show_creations(args, [draft.edited for draft in drafts])
        return ExitCode.DONE
    single = len(sources) == 1
    if args.dry_run:
        return show_plans(args, drafts, single=single)

    async def work() -> tuple[list[JsonObject], ExitCode]:
        async with connected(args) as api:
            return await create_all(args, api, drafts)

    clients, code = asyncio.run(work())
    show_created(args, clients, single=single)
    return code


def run_clone(args: Namespace) -> int:
    """Create a client with the settings of another one."""
    names, texts = split_words(args.words)
    if not 1 <= len(names) <= 2:
        raise CommandError("say which client to clone, and what to call it.", ExitCode.USAGE)
    args.redirect_uri = []

    async def work() -> tuple[list[JsonObject], ExitCode]:
        async with connected(args) as api:
            draft = Draft(None, clone_of((await find_client(api, names[0])).raw))
            _fill(args, draft, names[1:], texts)
            if args.curl:
                from tui.cli.curling import show_creations

                show_creations(args, [draft.edited])
                return [], ExitCode.DONE
            if args.dry_run:
                show_plans(args, [draft], single=True)
                return [], ExitCode.DONE
            return await create_all(args, api, [draft])

    clients, code = asyncio.run(work())
    if not (args.curl or args.dry_run):
        show_created(args, clients, single=True)
    return code


async def create_all(
    args: Namespace, api: ConfigApi, drafts: Sequence[Draft]
) -> tuple[list[JsonObject], ExitCode]:
    """Create new clients; the clients as they are then, and the worst exit code."""
    writer = client_writer(args, api)

    async def one(draft: Draft) -> tuple[JsonObject, ExitCode]:
        saved = await writer.create(draft)
        return created_entry(saved), tell_saved(args, saved)

    return await each(args, drafts, one, lambda draft: plain(draft.document.name, 80))


def show_plans(args: Namespace, drafts: Sequence[Draft], *, single: bool) -> ExitCode:
    """Print what would be created."""
    if chosen_format(args) == "table":
        for draft in drafts:
            name = draft.document.name or "a new client"
            say("\n".join(change_lines(name, draft.changes, in_colour=colours(args))))
    else:
        rows = [planned(draft.edited, draft.changes) for draft in drafts]
        for row in rows:
            row["result"] = "would be created"
        show_results(args, rows, single=single)
    return ExitCode.DONE


def clients_in(args: Namespace, value: Json) -> list[JsonObject]:
    """The clients in a file: one, a list, or a page as servers send it.

    Secrets that were hidden when the file was made are left out. What no client has is kept,
    because the server may know it, and told.

    Raises:
        CommandError: it is something else.
    """
    if isinstance(value, dict) and isinstance(value.get("entries"), list):
        value = value["entries"]
    found = value if isinstance(value, list) else [value]
    clients = [unmask(one, {}) for one in found if isinstance(one, dict)]
    if len(clients) < len(found) or not clients:
        raise CommandError("a client is a JSON object, or there is a list.", ExitCode.USAGE)
    from tui.models.schema import client_members

    known = {*client_members(), "attributes"}
    names = {name for client in clients for name in client}
    for name in sorted(names - known):
        by_registration = {member.registration: path for path, member in client_members().items()}
        hint = suggestion(by_registration.get(name, name), known)
        warn(args, f"{plain(name)!r} is sent as it is, though a client has no such member{hint}")
    return clients


def _fill(args: Namespace, draft: Draft, names: Sequence[str], texts: Sequence[str]) -> None:
    """Put what the arguments say into ``draft``."""
    assigned = assignments(texts)
    warn_of_typed_secrets(args, assigned)
    if names:
        draft.set("clientName", names[0])
    if args.redirect_uri:
        draft.set("redirectUris", list(args.redirect_uri))
    apply(draft, assigned)
