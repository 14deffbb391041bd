"""``clients delete``."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.asking import confirm, confirm_by_name
from tui.cli.connection import connected
from tui.cli.exit_codes import ExitCode
from tui.cli.many import each
from tui.cli.messages import warn
from tui.cli.names import find_client, given_names, is_single, label
from tui.cli.writing import client_writer, result, show_results
from tui.models.document import ClientDocument
from tui.models.json import JsonObject

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi

TOOLS = ("1800.", "2000.")
"""How the ids of the clients start that tools for the server sign in with."""


def run_delete(args: Namespace) -> int:
    """Delete the clients that are named, and print what became of each."""
    names = given_names(args.words)
    if args.curl:
        from tui.cli.curling import show_curl, unconnected

        clients = unconnected(args).clients
        show_curl(args, [clients.delete_request(name) for name in names])
        return ExitCode.DONE
    rows, code = asyncio.run(_delete_all(args, names))
    show_results(args, rows, single=is_single(args.words))
    return code


async def _delete_all(args: Namespace, names: Sequence[str]) -> tuple[list[JsonObject], ExitCode]:
    async with connected(args) as api:

        async def read(name: str) -> tuple[ClientDocument, ExitCode]:
            return await find_client(api, name), ExitCode.DONE

        found, missed = await each(args, names, read, str)
        found = list({client.inum: client for client in found}.values())
        if missed is ExitCode.INTERRUPTED:
            return [], missed
        if args.dry_run or not found:
            return [result(client.raw, "would be deleted") for client in found], missed
        _ask(args, api, found)
        writer = client_writer(args, api)

        async def delete(client: ClientDocument) -> tuple[JsonObject, ExitCode]:
            note = await writer.delete(client)
            if note:
                warn(args, note)
            return result(client.raw, "deleted"), ExitCode.DONE

        rows, code = await each(args, found, delete, label)
        return rows, max(code, missed)


def _ask(args: Namespace, api: ConfigApi, clients: Sequence[ClientDocument]) -> None:
    """Ask, unless told not to; for clients of tools in any case, by their inum."""
    for client in clients:
        if client.inum == api.config.client_id or client.inum.startswith(TOOLS):
            confirm_by_name(
                f"{label(client)} is a client that tools such as this one sign in with. Without "
                "it they cannot get in.",
                client.inum,
                f"{label(client)} is a client that tools sign in with; deleting it asks for its "
                "name at a terminal. The operation delete-oauth-openid-client-by-inum does not.",
            )
    if not args.yes:
        what = label(clients[0]) if len(clients) == 1 else _listed(clients)
        confirm(
            f"Delete {what}?", "there is no terminal to ask in; add --yes to delete without asking."
        )


def _listed(clients: Sequence[ClientDocument]) -> str:
    shown = ", ".join(label(client) for client in clients[:5])
    more = f" and {len(clients) - 5:,} more" if len(clients) > 5 else ""
    return f"{len(clients):,} clients, {shown}{more}"
