"""A client's members by whichever of their names a person knows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.models.schema import Member


def find_member(key: str) -> Member | None:
    """The member that ``key`` names; None when there is none.

    It may be named as on the wire (``attributes.requirePkce`` or ``requirePkce``), in
    snake_case (``require_pkce``), or as in registration (``dpop_bound_access_tokens``);
    upper and lower case are the same where that leaves no doubt.
    """
    from tui.models.schema import client_members

    return client_members().get(key) or _by_name().get(key.casefold())


@cache
def _by_name() -> dict[str, Member]:
    """Every member by each of its names, in lower case."""
    from tui.models.schema import client_members

    return {
        name.casefold(): member
        for member in client_members().values()
        for name in (
            member.registration,
            member.path.rpartition(".")[2],
            member.field,
            f"attributes.{member.field}" if "." in member.path else "",
            member.path,
        )
        if name
    }
