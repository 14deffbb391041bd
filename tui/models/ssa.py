"""Software statement assertions, as one makes them on a Jans server."""

from pydantic import ConfigDict

from tui.models.base import WireModel


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
