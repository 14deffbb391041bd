"""One software statement assertion, as it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Literal, cast

from tui.models.json import JsonObject

Status = Literal["ACTIVE", "USED", "EXPIRED", "REVOKED"]


@dataclass(frozen=True, slots=True)
class Ssa:
    """What a statement says, and what has become of it; times in seconds since 1970.

    Attributes:
        jti: its key (RFC 7519 section 4.1.7).
        org_id: the organization's id, as it was sent: a number or a text.
        creator: the ``inum`` of the client that made it.
        status: as stored; what has expired is still ACTIVE here.
        lifetime: seconds that a client lives which registers with it; None says nothing.
        rotate_ssa: kept and shown only, as on the server.
        more: further claims.
    """

    jti: str
    org_id: int | str
    creator: str
    created: int
    expiration: int
    software_id: str
    description: str | None = None
    software_roles: list[str] = field(default_factory=list)
    grant_types: list[str] = field(default_factory=list)
    one_time_use: bool = True
    rotate_ssa: bool = True
    lifetime: int | None = None
    status: Status = "ACTIVE"
    more: JsonObject = field(default_factory=dict)

    def status_at(self, now: int) -> Status:
        """What it is at ``now``."""
        if self.status == "ACTIVE" and self.expiration <= now:
            return "EXPIRED"
        return self.status

    def with_status(self, status: Status) -> Ssa:
        """The same one with another status."""
        return replace(self, status=status)

    def claims(self, issuer: str) -> JsonObject:
        """The claims of its JWT; what is unset or empty is left out."""
        said: JsonObject = {
            **self.more,
            "iss": issuer,
            "iat": self.created,
            "exp": self.expiration,
            "jti": self.jti,
            "org_id": self.org_id,
            "software_id": self.software_id,
            "software_roles": [*self.software_roles],
            "grant_types": [*self.grant_types],
            "description": self.description,
            "one_time_use": self.one_time_use,
            "rotate_ssa": self.rotate_ssa,
            "lifetime": self.lifetime,
        }
        return {name: value for name, value in said.items() if value not in (None, "", [])}

    def as_json(self) -> JsonObject:
        """Itself, to be stored."""
        return cast(JsonObject, asdict(self))
