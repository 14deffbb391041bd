"""Reads what clients of a server refer to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Literal

from tui.models.document import Document

if TYPE_CHECKING:
    from tui.api.connection import Connection
    from tui.forms.lookups import Lookups


async def read_lookups(api: Connection, lookups: Lookups, changed: Callable[[], None]) -> None:
    """Read what ``lookups`` lacks; why something could not be read stands there, too.

    Args:
        api: the server.
        lookups: gets what was read.
        changed: called each time something has arrived.
    """
    await asyncio.gather(
        _read_metadata(api, lookups, changed),
        _read("scopes", api.scopes.all, lookups, changed),
        _read("claims", api.claims.all, lookups, changed),
        _read("scripts", api.scripts.all, lookups, changed),
    )


async def _read_metadata(api: Connection, lookups: Lookups, changed: Callable[[], None]) -> None:
    from tui.api.errors import ApiError

    if lookups.metadata:
        return
    try:
        lookups.metadata = await api.discovery()
        lookups.failures.pop("metadata", None)
    except ApiError as error:
        lookups.failures["metadata"] = error.sentence
    changed()


async def _read(
    what: Literal["scopes", "claims", "scripts"],
    read: Callable[[], Awaitable[Sequence[Document]]],
    lookups: Lookups,
    changed: Callable[[], None],
) -> None:
    from tui.api.errors import ApiError

    if getattr(lookups, what) is not None:
        return
    try:
        setattr(lookups, what, await read())
        lookups.failures.pop(what, None)
    except ApiError as error:
        lookups.failures[what] = error.sentence
    changed()
