"""Whether to believe a software statement that came from anywhere: its issuer is asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from tui.api.config import ApiConfig
from tui.api.jws import Signature
from tui.api.registration.api import RegistrationApi
from tui.api.registration.statement_check import StatementCheck
from tui.models.plain import plain
from tui.models.registration.software_statement import decode

Check: TypeAlias = Callable[[str, datetime], Awaitable[StatementCheck]]
"""Checks a statement over one connection."""

PATIENCE = 15.0
"""Seconds that a stranger's server is given."""


async def check_anybodys(
    text: str, now: datetime, config: ApiConfig, over_this: Check
) -> StatementCheck:
    """Decode a statement, and check its signature with the keys of the issuer that it names.

    The way to the open server is used for that one only: what its profile says of certificates,
    or that they need not be verified, holds for no stranger.

    Args:
        text: the JWT.
        now: with its zone.
        config: the open server's.
        over_this: checks over the connection with that server.

    Raises:
        NotAStatementError: it is no JWT.
    """
    statement = decode(text)
    issuer = statement.issuer
    if not issuer or issuer.rstrip("/") == config.base_url:
        return await over_this(text, now)
    try:
        strangers = ApiConfig(issuer, "", "", total_timeout=PATIENCE)
    except ValueError as problem:
        why = f"{plain(issuer, 200)} cannot be asked for its keys: {problem}"
        return StatementCheck(statement, Signature.UNKNOWN, why, statement.problems(now))
    async with RegistrationApi(strangers) as api:
        return await api.check_statement(text, now)
