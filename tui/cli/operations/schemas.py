"""``--schema`` and ``--schema-sample``: what bodies look like."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.render import show_json
from tui.models.json import Json
from tui.suggestion import suggestion

if TYPE_CHECKING:
    from tui.models.schema import Member

REQUIRED = {
    "Client": ("redirectUris",),
    "Scope": ("id",),
    "Registration": ("redirect_uris",),
    "Ssa": ("org_id",),
}
"""What a server refuses to create an entry without."""


def show_schema(name: str) -> None:
    """Print the members of a schema, one a line; those that are required have a ``*``.

    Raises:
        CommandError: there is no such schema.
    """
    schema = _known_name(name, _SCHEMAS)
    if schema == "JsonPatch":
        say("op*     text: add, remove, replace, move, copy, test")
        say("path*   text: /member or /attributes/member (RFC 6901)")
        say("value   any JSON; not with remove, move, copy")
        say("from    text; with move and copy")
        return
    members = _SCHEMAS[schema]()
    width = max(map(len, members)) + 1
    for path, member in members.items():
        star = "*" if path in REQUIRED.get(schema, ()) else ""
        choices = f": {', '.join(member.choices)}" if member.choices else ""
        only = " (set by the server)" if schema == "Client" and member.is_read_only else ""
        say(f"{path + star:<{width}} {member.words}{choices}{only}")


def show_sample(args: Namespace, name: str) -> None:
    """Print an example of a schema that a server accepts, the same one each time.

    Raises:
        CommandError: there is no such schema.
    """
    from tui.cli.operations.samples import SAMPLES

    schema = _known_name(name, _SCHEMAS)
    sample = SAMPLES.get(schema)
    if sample is None:
        sample = {path: _example(member) for path, member in _SCHEMAS[schema]().items()}
    show_json(args, sample)


def _example(member: Member) -> Json:
    values: dict[str, Json] = {
        "text": member.choices[0] if member.choices else "text",
        "number": 300,
        "flag": False,
        "date": "2030-12-31T23:59:59",
        "object": {},
    }
    value = values[member.kind]
    return [value] if member.is_list else value


def _known_name(name: str, known: Mapping[str, object]) -> str:
    """The schema called ``name``, which may be spelled as older documents have it."""
    by_folded = {one.casefold(): one for one in known} | {"patchrequest": "JsonPatch"}
    found = by_folded.get(name.removeprefix("/components/schemas/").casefold())
    if found is None:
        raise CommandError(
            f"there is no schema {name!r}{suggestion(name, known)} There are {', '.join(known)}.",
            ExitCode.USAGE,
        )
    return found


def _client() -> dict[str, Member]:
    from tui.models.schema import client_members

    return client_members()


def _attributes() -> dict[str, Member]:
    from tui.models.client_attributes import ClientAttributes
    from tui.models.schema import members_of

    return members_of(ClientAttributes)


def _scope() -> dict[str, Member]:
    from tui.models.schema import members_of
    from tui.models.scope import Scope

    return members_of(Scope)


def _registration() -> dict[str, Member]:
    members = _client().values()
    return {member.registration: member for member in members if member.registration}


def _ssa() -> dict[str, Member]:
    from tui.models.schema import members_of
    from tui.models.ssa import NewSsa

    return members_of(NewSsa)


_SCHEMAS: dict[str, Callable[[], dict[str, Member]]] = {
    "Client": _client,
    "ClientAttributes": _attributes,
    "Scope": _scope,
    "Registration": _registration,
    "Ssa": _ssa,
    "JsonPatch": dict,
}
