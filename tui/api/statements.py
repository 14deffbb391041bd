"""Whether to believe a software statement that came from anywhere: its issuer is asked."""

from __future__ import annotations

from datetime import datetime

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.registration.api import RegistrationApi
from tui.api.registration.caller import Caller
from tui.api.registration.statement_check import Signature, StatementCheck, check_statement
from tui.models.plain import plain
from tui.models.registration.software_statement import decode

PATIENCE = 15.0
"""Seconds that a stranger's server is given."""


async def check_anybodys(
    text: str, now: datetime, config: ApiConfig, client: http.AsyncClient
) -> StatementCheck:
    """Decode a statement, and check its signature with the keys of the issuer that it names.

    The way to the open server is used for that one only: what its profile says of certificates,
    or that they need not be verified, holds for no stranger.

    Args:
        text: the JWT.
        now: with its zone.
        config: the open server's.
        client: the way to it.

    Raises:
        NotAStatementError: it is no JWT.
    """
    statement = decode(text)
    issuer = statement.issuer
    if not issuer or issuer.rstrip("/") == config.base_url:
        return await check_statement(Caller(client, config), text, now)
    try:
        strangers = ApiConfig(issuer, "", "", total_timeout=PATIENCE)
    except ValueError as problem:
        why = f"{plain(issuer, 200)} cannot be asked for its keys: {problem}"
        return StatementCheck(statement, Signature.UNKNOWN, why, statement.problems(now))
    async with RegistrationApi(strangers) as api:
        return await api.check_statement(text, now)
