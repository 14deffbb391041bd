"""``clients export`` and ``clients import``."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.connection import connected
from tui.cli.creating import clients_in
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json
from tui.cli.many import each
from tui.cli.names import find_client, given_names
from tui.cli.render import show_rows
from tui.cli.writing import (
    RESULT_COLUMNS,
    client_writer,
    created_entry,
    planned,
    result,
    tell_saved,
)
from tui.forms.draft import Draft
from tui.journal.redaction import without_secrets
from tui.models.json import JsonObject
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.plain import plain
from tui.saving.plan import plan

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.saving.writer import ClientWriter


def run_export(args: Namespace) -> int:
    """Print the clients that are named, or all."""
    names = given_names(args.words) if args.words else []
    if args.curl:
        from tui.cli.curling import show_curl, unconnected

        entries = unconnected(args).clients
        requests = [entries.get_request(name) for name in names]
        show_curl(args, requests or [entries.page_request(limit=200)])
        return ExitCode.DONE

    async def work() -> tuple[list[JsonObject], ExitCode]:
        async with connected(args) as api:
            if not names:
                return [client.raw async for client in api.clients.iterate()], ExitCode.DONE

            async def one(name: str) -> tuple[JsonObject, ExitCode]:
                return (await find_client(api, name)).raw, ExitCode.DONE

            return await each(args, names, one, str)

    clients, code = asyncio.run(work())
    args.output = args.output or "json"
    show_rows(args, [_exported(args, client) for client in clients], RESULT_COLUMNS[:2])
    return code


def _exported(args: Namespace, client: JsonObject) -> JsonObject:
    kept = {name: item for name, item in client.items() if name not in READ_ONLY_MEMBERS}
    return kept if args.with_secrets else without_secrets(kept)[0]


def run_import(args: Namespace) -> int:
    """Create or change the clients in a file; what the file leaves out stays as it is."""
    clients = clients_in(args, read_json(args.file))
    if args.curl:
        from tui.cli.curling import show_creations

        show_creations(args, clients)
        return ExitCode.DONE

    async def work() -> tuple[list[JsonObject], ExitCode]:
        async with connected(args) as api:
            writer = client_writer(args, api)
            return await each(
                args,
                clients,
                lambda client: _imported(args, api, writer, client),
                lambda client: plain(client.get("clientName") or client.get("inum") or "?", 80),
            )

    rows, code = asyncio.run(work())
    show_rows(args, rows, (*RESULT_COLUMNS, "clientSecret"))
    return code


async def _imported(
    args: Namespace, api: ConfigApi, writer: ClientWriter, client: JsonObject
) -> tuple[JsonObject, ExitCode]:
    from tui.api.errors import NotFound

    inum = client.get("inum")
    try:
        latest = (await api.clients.get(inum)).raw if isinstance(inum, str) and inum else None
    except NotFound:
        latest = None
    if latest is None:
        if args.dry_run:
            return {**planned(client, Draft(None, client).changes), "result": "would be created"}, (
                ExitCode.DONE
            )
        saved = await writer.create(Draft(None, client))
        made = created_entry(saved)
        row = result(made, "created")
        if saved.secret:
            row["clientSecret"] = saved.secret
        return row, tell_saved(args, saved)
    changed = plan(Draft(latest, {**latest, **client}), latest)
    if args.dry_run:
        return planned(latest, changed.mine), ExitCode.DONE
    if not changed.mine:
        return result(latest, "unchanged"), ExitCode.DONE
    saved = await writer.edit(changed, {})
    return result(saved.document.raw, "changed", changed.mine), tell_saved(args, saved)
