"""``clients set``: members of clients, changed by the smallest patch."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from tui.cli.assignments import Assignment, assignments
from tui.cli.changes_text import change_lines
from tui.cli.command import CommandError
from tui.cli.connection import connected
from tui.cli.exit_codes import ExitCode
from tui.cli.many import each
from tui.cli.messages import warn
from tui.cli.names import find_client, given_names, is_single
from tui.cli.output import say
from tui.cli.references import read_references, resolved
from tui.cli.render import chosen_format, colours
from tui.cli.writing import client_writer, planned, result, show_results, tell_saved
from tui.forms.draft import Draft
from tui.models.changes import Path, Side
from tui.models.json import Json, JsonObject
from tui.models.secrets import SECRET_MEMBERS
from tui.saving.plan import make_plan

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.saving.writer import ClientWriter


def run_set(args: Namespace) -> int:
    """Change the clients that are named, and print what became of each."""
    words, texts = split_words(args.words)
    names = given_names(words)
    assigned = assignments(texts)
    if not assigned:
        raise CommandError("say what to set: KEY=VALUE.", ExitCode.USAGE)
    warn_of_typed_secrets(args, assigned)
    if args.curl:
        return _show_curl(args, names, assigned)

    async def work() -> tuple[list[JsonObject], ExitCode]:
        async with connected(args) as api:
            known = await resolved(api, assigned)
            writer = client_writer(args, api)
            return await each(args, names, lambda name: _set(args, api, writer, name, known), str)

    rows, code = asyncio.run(work())
    if args.dry_run and chosen_format(args) == "table":
        return code
    show_results(args, rows, single=is_single(words))
    return code


def split_words(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names and the assignments among ``words``: only these have a ``=``."""
    return [word for word in words if "=" not in word], [word for word in words if "=" in word]


def warn_of_typed_secrets(args: Namespace, assigned: Sequence[Assignment]) -> None:
    """Say that a secret stands on the command line, if one does and that was not said."""
    exposed = any(one.member.path in SECRET_MEMBERS and one.value for one in assigned)
    if exposed and not args.client_secret:
        warn(
            args,
            "a secret on the command line can be seen by others on this machine and stays in "
            "the shell's history.",
        )


def apply(draft: Draft, assigned: Sequence[Assignment]) -> None:
    """Make the changes in ``draft``."""
    for member, sign, value in assigned:
        path = member.path
        if sign == "=":
            if value is None:
                draft.clear(path)
            else:
                draft.set(path, value)
            continue
        before = draft.value(path)
        items: list[Json] = list(before) if isinstance(before, list) else []
        given = cast("list[Json]", value)
        if sign == "+=":
            draft.set(path, items + [item for item in given if item not in items])
        elif any(item in items for item in given):
            draft.set(path, [item for item in items if item not in given])


async def _set(
    args: Namespace,
    api: ConfigApi,
    writer: ClientWriter,
    name: str,
    assigned: Sequence[Assignment],
) -> tuple[JsonObject, ExitCode]:
    document = await find_client(api, name)
    draft = Draft(document.raw)
    apply(draft, assigned)
    plan = await make_plan(api, draft)
    if args.dry_run:
        if chosen_format(args) == "table":
            lines = change_lines(document.inum, plan.mine, in_colour=colours(args))
            say("\n".join(lines))
        return planned(document.raw, plan.mine), ExitCode.DONE
    # Somebody may have written between our two reads: what was asked for by name wins.
    choices: dict[Path, Side] = {conflict.path: "mine" for conflict in plan.conflicts}
    if not plan.operations(choices):
        return result(document.raw, "unchanged"), ExitCode.DONE
    saved = await writer.edit(plan, choices)
    return result(saved.document.raw, "changed", plan.mine), tell_saved(args, saved)


def _show_curl(args: Namespace, names: Sequence[str], assigned: Sequence[Assignment]) -> int:
    from tui.cli.curling import show_curl, unconnected

    if any(sign != "=" for _, sign, _ in assigned):
        raise CommandError(
            "--curl cannot show += and -=, which depend on what the client has.", ExitCode.USAGE
        )
    if read_references(assigned):
        raise CommandError(
            "--curl needs the DNs of scopes, claims and scripts, not their names.",
            ExitCode.USAGE,
        )
    operations: list[JsonObject] = [
        {"op": "add", "path": f"/{member.path.replace('.', '/')}", "value": value}
        if value is not None
        else {"op": "remove", "path": f"/{member.path.replace('.', '/')}"}
        for member, _, value in assigned
    ]
    clients = unconnected(args).clients
    show_curl(args, [clients.patch_request(name, operations) for name in names])
    return ExitCode.DONE
