"""``ssa create|list|get|revoke|validate``."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tui.cli.asking import confirm
from tui.cli.command import CommandError
from tui.cli.connection import connected
from tui.cli.decoding import decoded
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json
from tui.cli.operations.ssa import LISTING, MANAGING
from tui.cli.output import say, tell
from tui.cli.render import chosen_format, show_entry, show_rows
from tui.cli.statement_body import statement_body
from tui.cli.words import date_text
from tui.models.json import JsonObject
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.api.request import ApiRequest
    from tui.api.resources.ssa import SsaApi

T = TypeVar("T")

COLUMNS = (
    "ssa.jti",
    "status",
    "ssa.org_id",
    "ssa.software_id",
    "created",
    "expires",
    "ssa.one_time_use",
    "ssa.software_roles",
    "ssa.grant_types",
)


def run_create(args: Namespace) -> int:
    """Make a statement, and print it."""
    from tui.api.resources.ssa import create_request

    source = read_json(args.from_json) if args.from_json else {}
    if not isinstance(source, dict):
        raise CommandError("a statement is a JSON object.", ExitCode.USAGE)
    names = [word for word in args.words if "=" not in word]
    body = statement_body(source, names, [word for word in args.words if "=" in word])
    if args.curl:
        return _curl(args, create_request(body), MANAGING)
    _show_statement(args, _asked(args, lambda ssa: ssa.create(body), MANAGING))
    return ExitCode.DONE


def run_get(args: Namespace) -> int:
    """Print an active statement."""
    from tui.api.resources.ssa import jwt_request

    (jti,) = args.words
    if args.curl:
        return _curl(args, jwt_request(jti), MANAGING)
    _show_statement(args, _asked(args, lambda ssa: ssa.jwt(jti), MANAGING))
    return ExitCode.DONE


def run_list(args: Namespace) -> int:
    """Print the statements that there are."""
    from tui.api.resources.ssa import list_request

    jti, org_id = args.jti or "", args.org or ""
    if args.curl:
        return _curl(args, list_request(jti, org_id), LISTING)
    found = _asked(args, lambda ssa: ssa.list(jti=jti, org_id=org_id), LISTING)
    as_text = chosen_format(args) in ("table", "csv")
    rows: list[JsonObject] = []
    for ssa in found:
        row: JsonObject = dict(ssa.raw)
        if as_text:
            row |= {"created": date_text(ssa.created), "expires": date_text(ssa.expires)}
        rows.append(row)
    show_rows(args, rows, COLUMNS)
    return ExitCode.DONE


def run_revoke(args: Namespace) -> int:
    """Revoke one statement, or all of an organization."""
    from tui.api.errors import Invalid
    from tui.api.resources.ssa import revoke_request

    if len(args.words) + bool(args.org) != 1:
        raise CommandError("say which one: its jti, or all of --org ORG.", ExitCode.USAGE)
    jti, org_id = args.words[0] if args.words else "", args.org or ""
    if args.curl:
        return _curl(args, revoke_request(jti, org_id), MANAGING)
    what = f"the statement {plain(jti)}" if jti else f"all statements of {plain(org_id)}"
    if not args.yes:
        confirm(
            f"Revoke {what}? Nobody can register with it any more.",
            "there is no terminal to ask in; add --yes to revoke without asking.",
        )
    try:
        _asked(args, lambda ssa: ssa.revoke(jti=jti, org_id=org_id), MANAGING)
    except Invalid as error:
        if error.status != 422:
            raise
        sentence = f"there is nothing active to revoke: {what}."
        raise CommandError(sentence, ExitCode.NOT_FOUND) from None
    tell(f"Revoked {what}.")
    return ExitCode.DONE


def run_validate(args: Namespace) -> int:
    """Say whether a statement is active; the exit code says it, too."""
    from tui.api.errors import Invalid
    from tui.api.resources.ssa import validate_request

    (jti,) = args.words
    try:
        request = validate_request(jti)
    except Invalid as error:
        raise CommandError(error.sentence, ExitCode.USAGE) from None
    if args.curl:
        return _curl(args, request)
    active = _asked(args, lambda ssa: ssa.validate(jti))
    show_entry(args, {"jti": jti, "active": active})
    return ExitCode.DONE if active else ExitCode.REFUSED


def _show_statement(args: Namespace, text: str) -> None:
    """Print the JWT; on a terminal by itself, so that it can be copied."""
    statement = decoded(text)
    jti, expires = statement.claims.get("jti"), date_text(statement.moment("exp"))
    if chosen_format(args) != "table" or args.columns:
        show_entry(args, {"ssa": text, "jti": jti, "expires": expires})
        return
    say(plain(text, len(text)))
    tell(
        f"Its jti is {plain(jti)}; it expires {expires or 'never'}. Whoever has it can register "
        "a client with it."
    )


def _asked(
    args: Namespace, work: Callable[[SsaApi], Awaitable[T]], scopes: Sequence[str] = ()
) -> T:
    async def answer() -> T:
        async with connected(args, scopes) as api:
            return await work(api.ssa)

    return asyncio.run(answer())


def _curl(args: Namespace, request: ApiRequest, scopes: Sequence[str] = ()) -> int:
    from tui.cli.curling import show_curl

    show_curl(args, [request], scopes)
    return ExitCode.DONE
