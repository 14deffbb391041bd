"""``clients diff``."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.changes_text import show_changes
from tui.cli.command import CommandError
from tui.cli.connection import connected
from tui.cli.creating import clients_in
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json
from tui.cli.names import find_client
from tui.models.changes import difference
from tui.models.json import JsonObject
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.new_client import NOT_CLONED
from tui.models.secrets import SECRET_MEMBERS

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi


def run_diff(args: Namespace) -> int:
    """Print in which settings two clients differ, or a client and a file."""
    names = [*args.words, *args.words] if args.against and len(args.words) == 1 else args.words
    if len(names) != 2:
        raise CommandError("say which two clients; one may be a JSON file.", ExitCode.USAGE)
    if args.curl:
        _show_curl(args, names)
        return ExitCode.DONE
    one, other = asyncio.run(_both(args, *names))
    same_client = not args.against and one.get("inum") == other.get("inum")
    # Secrets may be encrypted anew for each answer, and files leave them out.
    ignored = READ_ONLY_MEMBERS | SECRET_MEMBERS if same_client else NOT_CLONED - {"clientName"}
    changes = difference(*(_without(side, ignored) for side in (one, other)))
    where = f"{args.against}: " if args.against else ""
    show_changes(args, f"{names[0]} -> {where}{names[1]}", changes)
    return ExitCode.DONE


async def _both(args: Namespace, first: str, second: str) -> tuple[JsonObject, JsonObject]:
    if not args.against:
        async with connected(args) as api:
            return await _side(args, api, first), await _side(args, api, second)
    async with connected(args) as api:
        one = await _with_scope_ids(api, await _side(args, api, first))
    async with connected(_elsewhere(args)) as api:
        return one, await _with_scope_ids(api, await _side(args, api, second))


def _elsewhere(args: Namespace) -> Namespace:
    """``args`` for the other profile: what they say of a server is about the first one."""
    from tui.cli.server_options import without_server

    return Namespace(**{**vars(without_server(args)), "profile": args.against})


async def _with_scope_ids(api: ConfigApi, client: JsonObject) -> JsonObject:
    """The client with ids of scopes: the same scope has another DN on each server."""
    scopes = client.get("scopes")
    if not isinstance(scopes, list) or not scopes:
        return client
    ids = {scope.dn: scope.id async for scope in api.scopes.iterate()}
    named = [ids.get(dn, dn) if isinstance(dn, str) else dn for dn in scopes]
    return {**client, "scopes": sorted(named, key=str)}


async def _side(args: Namespace, api: ConfigApi, name: str) -> JsonObject:
    if _is_file(name):
        clients = clients_in(args, read_json(name))
        if len(clients) != 1:
            raise CommandError(f"{name} holds more than one client.", ExitCode.USAGE)
        return clients[0]
    return (await find_client(api, name)).raw


def _show_curl(args: Namespace, names: list[str]) -> None:
    from tui.cli.curling import show_curl, unconnected

    if args.against:
        raise CommandError(
            "--curl prints commands for one server: leave --against out.", ExitCode.USAGE
        )
    clients = unconnected(args).clients
    show_curl(args, [clients.get_request(name) for name in names if not _is_file(name)])


def _is_file(name: str) -> bool:
    return name == "-" or name.endswith(".json") or "/" in name


def _without(side: JsonObject, names: frozenset[str]) -> JsonObject:
    return {name: item for name, item in side.items() if name not in names}
