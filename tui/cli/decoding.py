"""``ssa decode``: a software statement of anybody, looked at before it is used."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import file_text, standard_input
from tui.cli.messages import warn
from tui.cli.render import chosen_format, show_entry
from tui.cli.words import date_text
from tui.models.json import JsonObject
from tui.models.registration.software_statement import NotAStatementError, Statement, decode

if TYPE_CHECKING:
    from tui.api.registration.statement_check import StatementCheck


def run_decode(args: Namespace) -> int:
    """Print what a statement says, and what speaks against it."""
    text = jwt_text(args.words[0])
    statement = decoded(text)
    now = datetime.now(UTC)
    if args.verify:
        check = asyncio.run(checked(args, text, statement, now))
        signature, problems = check.signature.value, check.problems
        if not problems and signature != "good":
            problems = (check.why,)
    else:
        signature, problems = "", statement.problems(now)
    _show(args, statement, signature, problems)
    for sentence in problems:
        warn(args, sentence)
    return ExitCode.REFUSED if problems else ExitCode.DONE


def decoded(text: str) -> Statement:
    """The statement in ``text``, unchecked.

    Raises:
        CommandError: there is none.
    """
    try:
        return decode(text)
    except NotAStatementError as error:
        raise CommandError(str(error), ExitCode.USAGE) from None


def jwt_text(source: str) -> str:
    """The JWT in ``source``: itself, ``-`` for standard input, or a file's name.

    Raises:
        CommandError: there is no such file.
        OSError: it cannot be read.
    """
    if source == "-":
        return standard_input().strip()
    if source.count(".") == 2 and source.startswith("eyJ") and not _is_file(source):
        return source
    return file_text(source).strip()


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # Too long for a name, as JWTs are.
        return False


def _show(args: Namespace, statement: Statement, signature: str, problems: tuple[str, ...]) -> None:
    told: JsonObject = {"signature": signature} if signature else {}
    if chosen_format(args) == "table":
        rows = {f"header.{name}": value for name, value in statement.header.items()}
        rows |= statement.claims
        for name in ("iat", "nbf", "exp"):
            rows |= {name: text} if (text := date_text(statement.moment(name))) else {}
        show_entry(args, rows | told)
        return
    whole: JsonObject = {"header": statement.header, "claims": statement.claims}
    show_entry(args, whole | told | {"problems": [*problems]})


async def checked(
    args: Namespace, text: str, statement: Statement, now: datetime
) -> StatementCheck:
    """The check, for which the issuer that the statement names is asked for its keys.

    Args:
        args: with the options of the server.
        text: the JWT.
        statement: it, decoded.
        now: with its zone.
    """
    from tui.api.jws import Signature
    from tui.api.registration.statement_check import StatementCheck
    from tui.cli.providers import registration_api

    try:
        api = await registration_api(args, statement.issuer)
    except CommandError as error:
        why = f"Its issuer cannot be asked for keys: {error}"
        return StatementCheck(statement, Signature.UNKNOWN, why, statement.problems(now))
    async with api:
        return await api.check_statement(text, now)
