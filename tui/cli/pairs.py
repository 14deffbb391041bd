r"""``k:v,k:v``, with ``\,`` for a comma within."""

import re

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode


def split_list(text: str) -> list[str]:
    r"""The parts between commas; in each ``\,`` has become a comma. "" has none."""
    return [part.replace("\\,", ",") for part in re.split(r"(?<!\\),", text)] if text else []


def pairs(text: str, flag: str) -> dict[str, str]:
    """Names and values; the values of a name that comes again are joined by commas.

    Args:
        text: what was given.
        flag: where, for the message.

    Raises:
        CommandError: a part has no colon or no name.
    """
    found: dict[str, str] = {}
    for part in split_list(text):
        name, colon, value = part.partition(":")
        if not colon or not name.strip():
            raise CommandError(
                f"{flag} takes NAME:VALUE, several joined by commas, not {part!r}.",
                ExitCode.USAGE,
            )
        name = name.strip()
        found[name] = f"{found[name]},{value}" if name in found else value
    return found
