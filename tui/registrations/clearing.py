"""Clears members that a provider keeps when they are left out of an update."""

from __future__ import annotations

from tui.api.errors import Invalid
from tui.models.json import Json, JsonObject, same
from tui.registrations.wire import Wire


def ways(value: Json) -> tuple[Json, Json]:
    """What to send for a member that is to go, after leaving it out did not help.

    By RFC 7592 section 2.2 null and empty mean the same as leaving it out; providers differ,
    and what an empty member looks like hangs on ``value``, which is there now.
    """
    return None, [] if isinstance(value, list) else ""


async def clear(wire: Wire, body: JsonObject, before: JsonObject, names: tuple[str, ...]) -> None:
    """Try the other ways to clear those of ``names`` that are still there as they were.

    Args:
        wire: of the registration, read back after the update.
        body: the update, which left the members out.
        before: the picture before it.
        names: the members that are to go.

    Raises:
        ApiError: the provider failed; a refusal counts as not cleared.
        VaultError: an answer could not be kept.
    """
    for way in range(2):
        picture = wire.registration.picture
        still = [name for name in names if name in picture and same(picture[name], before[name])]
        if not still:
            return
        try:
            nothing = {name: ways(before[name])[way] for name in still}
            answer = await wire.update(body | nothing)
        except Invalid:
            continue
        await wire.read(answer)
