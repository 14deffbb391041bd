"""Running what the flags of a one-liner ask for."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import warn
from tui.cli.output import say, tell
from tui.models.json import Json, JsonObject

if TYPE_CHECKING:
    from tui.cli.operations.operation import Operation


def run(args: Namespace) -> int:
    """Do it, print the result, and return the exit code.

    Raises:
        CommandError: the flags do not fit together.
        ApiError: the server could not do it.
    """
    if args.info is not None:
        from tui.cli.operations.info import info_text

        say(info_text(args.info))
    elif args.schema or args.schema_sample:
        from tui.cli.operations.schemas import show_sample, show_schema

        if args.schema:
            show_schema(args.schema)
        else:
            show_sample(args, args.schema_sample)
    elif args.output_access_token or args.revoke_session:
        return asyncio.run(_tokens(args))
    elif args.operation_id:
        return _operation(args)
    elif args.url_suffix or args.endpoint_args or args.data is not None or args.patches:
        raise CommandError("say what to run: add --operation-id.", ExitCode.USAGE)
    else:
        from tui.cli.parser import build_parser

        say(build_parser(full=True).format_help().rstrip())
    return ExitCode.DONE


def _operation(args: Namespace) -> int:
    from tui.cli.operations.requests import request_of
    from tui.cli.operations.table import find

    operation = find(args.operation_id)
    request = request_of(operation, args)
    if operation.bearer:
        from tui.cli.operations.run_registration import run_registration

        return run_registration(args, operation, request)
    if args.curl:
        from tui.cli.curling import show_curl

        show_curl(args, [request], operation.scopes)
        return ExitCode.DONE
    _warn_of_names(args, request.json)
    from tui.cli.connection import connected

    async def answer() -> Json:
        async with connected(args, _missing(operation.scopes)) as api:
            return await api.send(request)

    _show(args, asyncio.run(answer()), operation)
    return ExitCode.DONE


def _missing(scopes: Sequence[str]) -> list[str]:
    """Scopes to ask for besides the usual ones, where none of those is enough."""
    from tui.api.config import CLIENT_SCOPES

    # A client may well have none of those that let it do everything.
    granular = [scope for scope in scopes if not scope.endswith("-all")]
    return [] if any(scope in CLIENT_SCOPES for scope in granular) else granular


def _warn_of_names(args: Namespace, body: Json) -> None:
    """Say that a changed name will not be taken: ``displayName`` is another name for it."""
    names = (
        [body.get(name) for name in ("clientName", "displayName")] if isinstance(body, dict) else []
    )
    if None not in names and len(set(map(str, names))) > 1:
        warn(
            args,
            "clientName and displayName differ, and are one to the server: it takes the later "
            "one. Leave displayName out.",
        )


def _show(args: Namespace, answer: Json, operation: Operation) -> None:
    from tui.cli.render import show_entry, show_json, show_rows

    if answer is None:
        tell(f"{operation.name}: done.")
        return
    if args.output in (None, "json", "yaml") and not args.columns:
        show_json(args, answer, args.output or "json")
        return
    rows = answer.get("entries") if isinstance(answer, dict) and "entries" in answer else answer
    if isinstance(rows, list):
        entries: list[JsonObject] = [
            row if isinstance(row, dict) else {"value": row} for row in rows
        ]
        show_rows(args, entries, operation.columns or _columns(entries))
    else:
        show_entry(args, answer if isinstance(answer, dict) else {"value": answer})


def _columns(rows: list[JsonObject]) -> list[str]:
    """The members that fit a table: those of a client or scope, else the first ones."""
    usual = ("inum", "clientName", "id", "displayName", "name", "status", "description")
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [name for name in usual if name in names] or names[:5] or ["value"]


async def _tokens(args: Namespace) -> int:
    from tui.cli.connection import connected

    async with connected(args) as api:
        if args.output_access_token:
            say(await api.access_token())
        elif await api.revoke_token():
            tell("The access token is revoked and forgotten.")
        else:
            tell("No access token was kept, so there was nothing to revoke.")
    return ExitCode.DONE
