"""Whether a software statement may be believed: its signature, by the keys of its issuer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tui.api.errors import ApiError
from tui.api.jws import Signature, verdict
from tui.models.json import JsonObject
from tui.models.plain import plain
from tui.models.registration.software_statement import Statement, decode

if TYPE_CHECKING:
    from tui.api.registration.caller import Caller


@dataclass(frozen=True, slots=True)
class StatementCheck:
    """A statement, and what was found out about it.

    Attributes:
        statement: decoded.
        signature: whether its issuer signed it.
        why: a sentence about the signature.
        problems: sentences about what stands against using it; () when nothing does.
    """

    statement: Statement
    signature: Signature
    why: str
    problems: tuple[str, ...]


async def check_statement(caller: Caller, text: str, now: datetime) -> StatementCheck:
    """Decode a statement, and ask its issuer for its keys.

    Args:
        caller: asks.
        text: the JWT.
        now: with its zone.

    Raises:
        NotAStatementError: it is no JWT.
    """
    from tui.api.registration.metadata import find_metadata

    statement = decode(text)
    problems = statement.problems(now)
    signature, why = Signature.UNKNOWN, ""
    algorithm = statement.algorithm
    if algorithm in ("", "none"):
        signature, why = Signature.BAD, "It is not signed."
    elif algorithm.startswith("HS"):
        why = "It is signed with a secret that only its issuer and the provider know."
    elif not statement.issuer:
        why = "It does not say who signed it."
    else:
        issuer = plain(statement.issuer, 200)
        try:
            metadata = await find_metadata(caller, statement.issuer)
            keys = await caller.metadata(_text(metadata, "jwks_uri"))
        except ApiError as error:
            why = f"The keys of {issuer} are not to be had: {error.sentence}"
        else:
            signature = verdict(text.strip(), algorithm, keys)
            why = {
                Signature.GOOD: f"{issuer} has signed it.",
                Signature.BAD: f"No key of {issuer} fits its signature: do not trust it.",
                Signature.UNKNOWN: f"The keys of {issuer}, or its algorithm, cannot be used here.",
            }[signature]
    if signature is Signature.BAD and why not in problems and algorithm not in ("", "none"):
        problems = (why, *problems)
    return StatementCheck(statement, signature, why, problems)


def _text(metadata: JsonObject, name: str) -> str:
    value = metadata.get(name)
    return value if isinstance(value, str) else ""
