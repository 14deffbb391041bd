"""Names of scopes, claims and scripts in assignments, turned into the DNs that clients hold.

In a POST the server does that itself; in a PATCH it does not look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.assignments import Assignment
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.forms.lookups import Lookups
from tui.forms.table import SPECS
from tui.models.json import Json
from tui.suggestion import suggestion

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi

_KINDS = ("scopes", "claims", "scripts")


def read_references(assigned: Sequence[Assignment]) -> set[str]:
    """Which of scopes, claims and scripts have to be read to resolve the names."""
    return {
        _source(one).partition(":")[0]
        for one in assigned
        if isinstance(one.value, list) and any(_is_name(item) for item in one.value)
    } & set(_KINDS)


async def resolved(api: ConfigApi, assigned: Sequence[Assignment]) -> list[Assignment]:
    """The assignments with DNs for names.

    Raises:
        CommandError: the server has none of that name.
        ApiError: they could not be read.
    """
    wanted = read_references(assigned)
    if not wanted:
        return list(assigned)
    lookups = Lookups()
    if "scopes" in wanted:
        lookups.scopes = await api.scopes.all()
    if "claims" in wanted:
        lookups.claims = await api.claims.all()
    if "scripts" in wanted:
        lookups.scripts = await api.scripts.all(enabled_only=False)
    return [_resolved(one, lookups) for one in assigned]


def _resolved(one: Assignment, lookups: Lookups) -> Assignment:
    source = _source(one)
    if source.partition(":")[0] not in _KINDS or not isinstance(one.value, list):
        return one
    items: list[Json] = [
        _dn(item, source, lookups) if isinstance(item, str) and _is_name(item) else item
        for item in one.value
    ]
    return one._replace(value=items)


def _dn(name: str, source: str, lookups: Lookups) -> str:
    found = lookups.find(source, name)
    if found is None:
        known = [option.label for option in lookups.choices(source) or ()]
        what = source.partition(":")[0].removesuffix("s")
        raise CommandError(
            f"the server has no {what} {name!r}{suggestion(name, known)}", ExitCode.NOT_FOUND
        )
    return found.value


def _source(one: Assignment) -> str:
    spec = SPECS.get(one.member.path)
    return spec.options if spec else ""


def _is_name(item: Json) -> bool:
    return isinstance(item, str) and not item.startswith("inum=")
