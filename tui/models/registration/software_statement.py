"""Software statements: JWTs that say of a piece of software what it may register as.

RFC 7591 section 2.3; on Jans, software statement assertions (SSA).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tui.models.document import Document
from tui.models.json import ABSENT, Json, JsonObject
from tui.models.jwt import NotAJwtError, taken_apart
from tui.models.plain import plain


class NotAStatementError(Exception):
    """A text is no JWT; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A software statement, decoded. Whether anybody may believe it is another question."""

    header: JsonObject
    claims: JsonObject

    @property
    def issuer(self) -> str:
        """Who made it; "" when it does not say."""
        return self._text("iss")

    @property
    def software_id(self) -> str:
        """The software it is about; "" when it does not say."""
        return self._text("software_id")

    @property
    def algorithm(self) -> str:
        """What it is signed with (RFC 7515 section 4.1.1); "" when it does not say."""
        value = self.header.get("alg")
        return value if isinstance(value, str) else ""

    def moment(self, claim: str) -> datetime | None:
        """A time of it, such as ``exp``, in UTC; None when it is missing or odd."""
        return moment_of(self.claims.get(claim))

    def problems(self, now: datetime) -> tuple[str, ...]:
        """Sentences about what stands against using it at ``now``, which has a zone."""
        return tuple(self._problems(now))

    def _problems(self, now: datetime) -> Iterator[str]:
        if not self.issuer:
            yield "The statement names no issuer (iss), so no provider can trust it."
        if self.algorithm in ("", "none"):
            yield "The statement is not signed."
        expires, starts = self.moment("exp"), self.moment("nbf")
        if expires is not None and expires <= now:
            yield f"The statement expired on {expires:%Y-%m-%d at %H:%M} UTC."
        if starts is not None and starts > now:
            yield f"The statement is not valid before {starts:%Y-%m-%d at %H:%M} UTC."
        if "exp" in self.claims and expires is None:
            yield f"The statement's expiry is no time: {plain(self.claims['exp'], 60)}."

    def _text(self, claim: str) -> str:
        value = self.claims.get(claim)
        return value if isinstance(value, str) else ""


class SsaDocument(Document):
    """A software statement as ``GET /ssa`` of Jans lists it; times are seconds since 1970."""

    @property
    def jti(self) -> str:
        """Its key."""
        return self.text("ssa.jti")

    @property
    def organization(self) -> str:
        """The organization's id, as a text."""
        value = self.get("ssa.org_id")
        return "" if value is ABSENT or value is None else str(value)

    @property
    def software_id(self) -> str:
        """The software that it is about."""
        return self.text("ssa.software_id")

    @property
    def claims(self) -> JsonObject:
        """What its JWT says, as far as the server lists it."""
        found = self.raw.get("ssa")
        return found if isinstance(found, dict) else {}

    @property
    def is_active(self) -> bool:
        """Whether a client may be registered with it, as far as the server says."""
        return self.status.upper() == "ACTIVE"

    @property
    def status(self) -> str:
        """ACTIVE, USED, EXPIRED or REVOKED; "" when the server does not say."""
        return self.text("status")

    @property
    def expires(self) -> datetime | None:
        """When it expires, in UTC; None when the server does not say."""
        return moment_of(self.raw.get("expiration"))

    @property
    def created(self) -> datetime | None:
        """When it was made, in UTC; None when the server does not say."""
        return moment_of(self.raw.get("created_at"))


def decode(text: str) -> Statement:
    """Decode a statement without checking it (RFC 7519 section 7.2).

    Raises:
        NotAStatementError: it is no JWT.
    """
    try:
        return Statement(*taken_apart(text))
    except NotAJwtError as error:
        raise NotAStatementError(f"This is no software statement: {error}.") from None


def moment_of(value: Json) -> datetime | None:
    """A time in seconds since 1970, in UTC; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
