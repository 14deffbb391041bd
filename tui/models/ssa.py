"""Software statement assertions, as one makes them on a Jans server."""

from collections.abc import Iterator

from pydantic import ConfigDict

from tui.models.base import WireModel
from tui.models.json import JsonObject, same


class NewSsa(WireModel):
    """The body of a request for a new statement; members that the server defines are kept.

    ``expiration`` is in seconds since 1970, ``lifetime`` the seconds that a client lives which
    registers with it.
    """

    model_config = ConfigDict(alias_generator=None)

    org_id: int | str | None = None
    description: str | None = None
    software_id: str | None = None
    software_roles: list[str] | None = None
    grant_types: list[str] | None = None
    expiration: int | None = None
    one_time_use: bool | None = None
    rotate_ssa: bool | None = None
    lifetime: int | None = None


def organization(text: str) -> int | str:
    """An organization's id as it is sent; a number as a number, older servers take no text."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else text


def altered(asked: JsonObject, claims: JsonObject) -> Iterator[str]:
    """Members of a request that a statement does not say, or says otherwise.

    Args:
        asked: the body that was sent.
        claims: of the JWT that came of it.
    """
    for name, value in asked.items():
        said = claims.get("exp" if name == "expiration" else name)
        if name == "org_id":
            # Some servers make a text of a number.
            value, said = str(value), str(said)
        if value not in (None, "", []) and not same(value, said):
            yield name
