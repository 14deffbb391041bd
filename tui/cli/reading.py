"""Listing and showing entries, clients or scopes."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Literal

from tui.cli.command import CommandError
from tui.cli.connection import connected
from tui.cli.entry_options import SORTS
from tui.cli.exit_codes import ExitCode
from tui.cli.names import given_names, is_single
from tui.cli.render import chosen_format, show_entry, show_rows
from tui.models.document import Document
from tui.models.json import JsonObject
from tui.models.secrets import mask

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.resources.entries import Entries

Noun = Literal["clients", "scopes"]

LARGEST_PAGE = 200


def run_list(args: Namespace, noun: Noun, columns: Sequence[str]) -> int:
    """Print what the arguments select.

    Raises:
        CommandError, ApiError: it could not be listed.
    """
    filters = dict(_filter(text) for text in args.filter)
    if args.curl:
        _show_list_curl(args, noun, filters)
        return ExitCode.DONE

    async def rows() -> list[JsonObject]:
        found: list[JsonObject] = []
        async with connected(args) as api:
            entries: Entries[Any] = getattr(api, noun)
            size = min(args.limit or LARGEST_PAGE, LARGEST_PAGE)
            async for entry in entries.iterate(
                page_size=size,
                pattern=args.pattern,
                sort_by=SORTS[args.sort],
                descending=args.descending,
                filters=filters,
            ):
                found.append(shown(args, entry.raw))
                if args.limit and len(found) >= args.limit:
                    break
        return found

    show_rows(args, asyncio.run(rows()), columns)
    return ExitCode.DONE


def run_get(
    args: Namespace,
    noun: Noun,
    find: Callable[[ConfigApi, str], Coroutine[Any, Any, Document]],
    columns: Sequence[str],
) -> int:
    """Print the entries that are named.

    Raises:
        CommandError, ApiError: the only one could not be read.
    """
    from tui.cli.many import each

    names = given_names(args.words)
    if args.curl:
        from tui.cli.curling import show_curl

        show_curl(args, [_entries(args, noun).get_request(name) for name in names])
        return ExitCode.DONE

    async def work() -> tuple[list[JsonObject], ExitCode]:
        async with connected(args) as api:

            async def one(name: str) -> tuple[JsonObject, ExitCode]:
                return shown(args, (await find(api, name)).raw), ExitCode.DONE

            return await each(args, names, one, str)

    rows, code = asyncio.run(work())
    if is_single(args.words):
        for row in rows:
            show_entry(args, row)
    elif rows or chosen_format(args) != "table":
        show_rows(args, rows, columns)
    return code


def shown(args: Namespace, raw: JsonObject) -> JsonObject:
    """An entry as it is printed: with its secrets hidden, unless they were asked for."""
    return raw if args.with_secrets else mask(raw)


def _entries(args: Namespace, noun: Noun) -> Entries[Any]:
    from tui.cli.curling import unconnected

    entries: Entries[Any] = getattr(unconnected(args), noun)
    return entries


def _show_list_curl(args: Namespace, noun: Noun, filters: dict[str, str]) -> None:
    from tui.cli.curling import show_curl

    request = _entries(args, noun).page_request(
        limit=min(args.limit or LARGEST_PAGE, LARGEST_PAGE),
        pattern=args.pattern,
        sort_by=SORTS[args.sort],
        descending=args.descending,
        filters=filters,
    )
    show_curl(args, [request])


def _filter(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise CommandError(f"--filter takes NAME=VALUE, not {text!r}.", ExitCode.USAGE)
    return name, value
