"""``clients edit``: the whole client as JSON, in the person's editor."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.asking import can_ask, confirm
from tui.cli.changes_text import change_lines, show_changes
from tui.cli.command import CommandError
from tui.cli.connection import connected
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import parsed_json
from tui.cli.messages import tell_failure, warn
from tui.cli.names import find_client, label
from tui.cli.output import tell
from tui.cli.writing import client_writer, result, show_results, tell_saved
from tui.forms.draft import Draft
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.models.json_lines import json_lines
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.plain import plain
from tui.models.secrets import mask, unmask
from tui.saving.plan import Plan, make_plan
from tui.text_editor import EditorError, edit, editor_command

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi


def run_edit(args: Namespace) -> int:
    """Edit one client."""
    return asyncio.run(_edit(args, args.words[0]))


async def _edit(args: Namespace, name: str) -> int:
    async with connected(args) as api:
        document = await find_client(api, name)
        text, edited = _edited(args, document)
        try:
            return await _save(args, api, Draft(document.raw, edited))
        except BaseException:
            _keep(args, text)
            raise


async def _save(args: Namespace, api: ConfigApi, draft: Draft) -> int:
    plan = await make_plan(api, draft)
    inum = draft.document.inum
    if not plan.mine:
        show_results(args, [result(plan.latest, "unchanged")], single=True)
        return ExitCode.DONE
    if plan.conflicts:
        paths = ", ".join(plain(".".join(conflict.path)) for conflict in plan.conflicts)
        raise CommandError(
            f"somebody else changed the same meanwhile: {paths}. Edit the client again.",
            ExitCode.CONFLICT,
        )
    if args.curl:
        from tui.cli.curling import show_curl

        show_curl(args, [api.clients.patch_request(inum, plan.operations({}))])
        return ExitCode.DONE
    if args.dry_run:
        show_changes(args, inum, plan.mine)
        return ExitCode.DONE
    _ask(args, plan, draft.document)
    saved = await client_writer(args, api).edit(plan, {})
    show_results(args, [result(saved.document.raw, "changed", plan.mine)], single=True)
    return tell_saved(args, saved)


def _ask(args: Namespace, plan: Plan, document: ClientDocument) -> None:
    if args.yes:
        return
    tell("\n".join(change_lines(label(document), plan.mine, in_colour=False)))
    confirm("Save?", "there is no terminal to ask in; add --yes to save without asking.")


def _edited(args: Namespace, document: ClientDocument) -> tuple[str, JsonObject]:
    """The text that the editor left, and the client that it is.

    Raises:
        CommandError: the editor failed, or what it left is no client and nobody mends it.
    """
    shown = {
        name: item for name, item in mask(document.raw).items() if name not in READ_ONLY_MEMBERS
    }
    text = "\n".join(line.text for line in json_lines(shown)) + "\n"
    while True:
        try:
            done = edit(text, editor_command())
        except EditorError as error:
            raise CommandError(str(error), ExitCode.REFUSED) from None
        if done.code != 0:
            raise CommandError(
                f"the editor ended with {done.code}, so nothing was changed.",
                ExitCode.INTERRUPTED,
            )
        text = done.text
        try:
            return text, _client_of(text, document.raw)
        except CommandError as error:
            if not can_ask():
                _keep(args, text)
                raise
            tell_failure(args, str(error), error.code)
            try:
                confirm("Edit it again?", "")
            except CommandError:
                _keep(args, text)
                raise


def _client_of(text: str, original: JsonObject) -> JsonObject:
    """What ``text`` makes of the client; what was not shown stays."""
    value = parsed_json(text, "the client")
    if not isinstance(value, dict):
        raise CommandError("a client is a JSON object.", ExitCode.USAGE)
    hidden = {name: item for name, item in original.items() if name in READ_ONLY_MEMBERS}
    edited = {**unmask(value, original), **hidden}
    if edited.get("inum") != original.get("inum"):
        raise CommandError("the inum of a client cannot be changed.", ExitCode.USAGE)
    return edited


def _keep(args: Namespace, text: str) -> None:
    """Keep what was typed, and say where."""
    from tui.atomic import write_private
    from tui.locations import state_folder

    path = state_folder() / "unsaved-client.json"
    try:
        write_private(path, text.encode("utf-8", "surrogateescape"))
    except OSError:
        warn(args, "what you typed could not be kept.")
    else:
        warn(args, f"what you typed is in {path}.")
