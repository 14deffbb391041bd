"""``KEY=VALUE`` words, and what their values may be besides text."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import NamedTuple

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode

_ASSIGNMENT = r"([^=]*?)(\+=|-=|:=|=)(.*)"

_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}

_LAST_SECOND = 253402300799
"""9999-12-31T23:59:59Z."""


class Word(NamedTuple):
    """One assignment, its value not yet read.

    Attributes:
        key: what is set.
        sign: ``=``, ``:=`` for JSON, ``+=`` and ``-=`` for lists.
        value: the rest.
    """

    key: str
    sign: str
    value: str


def assignment_word(text: str) -> Word:
    """Take ``text`` apart.

    Raises:
        CommandError: it is no assignment.
    """
    match = re.fullmatch(_ASSIGNMENT, text, re.DOTALL)
    if match is None:
        raise CommandError(
            f"{text!r} is not KEY=VALUE; there are KEY+=VALUE and KEY-=VALUE for lists, and "
            "KEY:=JSON, too.",
            ExitCode.USAGE,
        )
    return Word(*match.groups())


def duration(text: str, what: str) -> int:
    """Seconds: ``3600``, ``60m``, ``12h``, ``30d``.

    Raises:
        CommandError: it is something else.
    """
    match = re.fullmatch(r"(\d{1,9})([smhd]?)", text, re.ASCII)
    if match is None:
        raise CommandError(
            f"{what} takes a time such as 3600, 12h or 30d, not {text!r}.", ExitCode.USAGE
        )
    return int(match[1]) * _UNITS[match[2]]


def moment(text: str, what: str) -> int:
    """Seconds since 1970: as they are, a date, or ``30d`` from now.

    Raises:
        CommandError: it is something else.
    """
    if re.fullmatch(r"\d{1,9}[smhd]", text, re.ASCII):
        return int(time.time()) + duration(text, what)
    if re.fullmatch(r"\d{10,12}", text, re.ASCII):
        return min(int(text), _LAST_SECOND)
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(
            f"{what} takes a date such as 2030-12-31, a time from now such as 30d, or seconds "
            f"since 1970, not {text!r}.",
            ExitCode.USAGE,
        ) from None
    return int((date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp())


def date_text(date: datetime | None) -> str:
    """A time as it is printed, in UTC; "" for none."""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ") if date is not None else ""
