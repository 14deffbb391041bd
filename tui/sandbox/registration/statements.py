"""Software statements in requests (RFC 7591 section 2.3): this server's own SSAs."""

from dataclasses import dataclass

from tui.models.json import JsonObject
from tui.sandbox.registration.errors import denied, invalid_statement
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.ssa.record import Ssa
from tui.sandbox.ssa.records import get, put
from tui.sandbox.store import Store

_ABOUT_ITSELF = frozenset(
    {
        *("iss", "iat", "exp", "nbf", "jti", "aud", "sub"),
        *("one_time_use", "rotate_ssa", "software_roles", "description"),
    }
)
"""Claims that describe the statement, not the client."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that was found genuine."""

    members: JsonObject
    ssa: Ssa

    def use(self, store: Store) -> None:
        """Note that a client was registered with it; to be called in a transaction."""
        if self.ssa.one_time_use:
            put(store, self.ssa.with_status("USED"))


def statement_in(
    sandbox: Sandbox, store: Store, given: JsonObject, issuer: str, known: object = None
) -> Statement | None:
    """The statement in a request; None if it has none, or brings back the ``known`` one.

    Raises:
        OAuthFailure: 400, it is no SSA of this server, or has been used, revoked, or expired.
    """
    from tui.sandbox.signing import own_claims

    text = given.get("software_statement")
    if text in (None, "") or text == known:
        return None
    if not isinstance(text, str):
        raise invalid_statement("software_statement has to be a JWT.")
    claims = own_claims(sandbox.settings.data_folder, text, "jwt")
    if claims is None:
        raise invalid_statement("software_statement is not signed by this server.")
    # Access tokens have the same signature: a statement is what is kept as one.
    ssa = get(store, str(claims.get("jti")))
    if ssa is None or claims.get("iss") != issuer:
        raise invalid_statement("software_statement is not one that this server made.")
    status = ssa.status_at(sandbox.now)
    if status != "ACTIVE":
        raise invalid_statement(f"software_statement is {status.lower()}.")
    members = {name: value for name, value in claims.items() if name not in _ABOUT_ITSELF}
    # A number in a statement, a text in a registration.
    members["org_id"] = str(ssa.org_id)
    return Statement(members, ssa)


def check_there(sandbox: Sandbox, statement: Statement | None) -> None:
    """403 without a statement, where one is required."""
    if statement is None and sandbox.settings.registration.statement_required:
        raise denied("A software statement is required.")
