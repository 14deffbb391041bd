"""JSON that a person hands over: a file, a text, or standard input."""

from __future__ import annotations

import json
import sys

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.locations import at_home
from tui.models.json import Json

FILE_MARK = "_file "
"""Starts a text that stands for the content of the file that it names."""


def read_json(source: str) -> Json:
    """The JSON in ``source``: ``-``, a text that starts with a bracket, or a file's name.

    Of a file whose name ends in ``jwt`` it is the claims; nobody looks at the signature.

    Raises:
        CommandError: there is no such file, or it holds no JSON.
        OSError: it cannot be read.
    """
    if source == "-":
        text, name = standard_input(), "standard input"
    elif source.lstrip()[:1] in ("{", "["):
        text, name = source, "the JSON given"
    else:
        text, name = file_text(source), source
        if source.lower().endswith("jwt"):
            return _claims_of(text, source)
    return parsed_json(text, name)


def parsed_json(text: str, name: str) -> Json:
    """The value that ``text`` is; ``name`` says where it is from.

    Raises:
        CommandError: it is no JSON; the message says where.
    """
    try:
        value: Json = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise CommandError(f"{name} is nested too deeply.", ExitCode.USAGE) from None
    except json.JSONDecodeError as error:
        raise CommandError(
            f"{name} is not JSON: {error.msg.lower()} in line {error.lineno}, "
            f"column {error.colno}.",
            ExitCode.USAGE,
        ) from None
    except ValueError as error:
        raise CommandError(f"{name} is not JSON: {error}.", ExitCode.USAGE) from None
    return value


def with_files(value: Json) -> Json:
    """A copy in which texts such as ``_file PATH`` are what is in that file.

    Raises:
        CommandError: there is no such file.
        OSError: it cannot be read.
    """
    if isinstance(value, dict):
        return {name: with_files(item) for name, item in value.items()}
    if isinstance(value, list):
        return [with_files(item) for item in value]
    if isinstance(value, str) and value.startswith(FILE_MARK):
        return file_text(value.removeprefix(FILE_MARK).strip())
    return value


def file_text(name: str) -> str:
    """What is in a file, in UTF-8 with or without a byte order mark.

    Raises:
        CommandError: there is none, or it is no text.
        OSError: it cannot be read.
    """
    path = at_home(name)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise CommandError(f"there is no file {name!r}.", ExitCode.USAGE) from None
    except UnicodeDecodeError:
        raise CommandError(f"{name} is not text in UTF-8.", ExitCode.USAGE) from None
    except ValueError:
        raise CommandError("a file's name cannot hold that.", ExitCode.USAGE) from None


def standard_input() -> str:
    """All of it.

    Raises:
        CommandError: it is closed, or no text in UTF-8.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise CommandError("standard input is closed.", ExitCode.USAGE)
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError("standard input is not text in UTF-8.", ExitCode.USAGE) from None


def _claims_of(text: str, name: str) -> Json:
    """What a JWT says, unverified.

    Raises:
        CommandError: ``text`` is none.
    """
    from tui.models.registration.software_statement import NotAStatementError, decode

    try:
        return decode(text).claims
    except NotAStatementError:
        raise CommandError(f"{name} is not a signed JWT.", ExitCode.USAGE) from None


def _no_number(word: str) -> Json:
    raise ValueError(f"{word} is no number in JSON")
