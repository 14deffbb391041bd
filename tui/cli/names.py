"""The entries that a command is about: by their key, or by a name that only one has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import standard_input
from tui.models.document import ClientDocument, Document, ScopeDocument
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.resources.entries import Entries

D = TypeVar("D", bound=Document)

STDIN = "-"


def given_names(words: Sequence[str]) -> list[str]:
    """The names in ``words``, each once; ``-`` stands for the lines of standard input.

    Raises:
        CommandError: there is none, or standard input cannot be read.
    """
    found: list[str] = []
    for word in words:
        if word == STDIN:
            # Names may hold what Unicode calls line breaks; only this one ends a line.
            lines = (line.strip(" \t\r") for line in standard_input().split("\n"))
            found += [line for line in lines if line]
        else:
            found.append(word)
    if not found:
        raise CommandError(
            "say which: an inum, a name that only one has, or - for a list on standard input.",
            ExitCode.USAGE,
        )
    return list(dict.fromkeys(found))


def is_single(words: Sequence[str]) -> bool:
    """Whether one entry was asked for, by itself."""
    return len(words) == 1 and words[0] != STDIN


async def find_client(api: ConfigApi, name: str) -> ClientDocument:
    """The client with the inum ``name``, else the only one that is called so.

    Raises:
        CommandError: there is none, or there are several.
        ApiError: it could not be read.
    """
    return await _find(api.clients, name, "client", lambda client: [client.name])


async def find_scope(api: ConfigApi, name: str) -> ScopeDocument:
    """As ``find_client``, for a scope and its ``id`` or display name."""
    return await _find(
        api.scopes, name, "scope", lambda scope: [scope.id, scope.text("displayName")]
    )


async def _find(
    entries: Entries[D], name: str, what: str, names_of: Callable[[D], Sequence[str]]
) -> D:
    from tui.api.errors import Invalid, NotFound

    try:
        return await entries.get(name)
    except (NotFound, Invalid):
        pass
    matches = entries.iterate(pattern=name)
    found = [entry async for entry in matches if name in names_of(entry)]
    if len(found) == 1:
        # Lists may lack members that the entry by itself has.
        return await entries.get(found[0].inum)
    if not found:
        raise CommandError(
            f"there is no {what} whose inum or name is “{plain(name)}”.", ExitCode.NOT_FOUND
        )
    inums = ", ".join(plain(entry.inum) for entry in found[:10])
    raise CommandError(
        f"{len(found)} {what}s are called “{plain(name)}”: say which by its inum, {inums}.",
        ExitCode.CONFLICT,
    )


def label(document: Document) -> str:
    """How a message calls an entry."""
    name = document.name if isinstance(document, ClientDocument) else document.text("id")
    return plain(f"{name} ({document.inum})" if name else document.inum, 120)
