"""Looks at a software statement before it is used, and warns of what speaks against it."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from contextlib import suppress
from datetime import UTC, datetime

from tui.cli.decoding import checked, decoded, jwt_text
from tui.cli.messages import warn

PATIENCE = 5.0
"""Seconds that the issuer has to show its keys."""


def statement_to_use(args: Namespace) -> str:
    """The JWT that ``--software-statement`` names, looked at.

    It is used in any case: whether to believe it is the provider's decision. Where the issuer
    shows its keys they are asked for, unless nothing is to be sent (``--curl``).

    Raises:
        CommandError: it is no JWT, or its file is not there.
        OSError: its file cannot be read.
    """
    text = jwt_text(args.software_statement)
    statement, now = decoded(text), datetime.now(UTC)
    problems = statement.problems(now)
    if not args.curl:

        async def looked_at() -> tuple[str, ...]:
            return (await checked(args, text, statement, now)).problems

        with suppress(TimeoutError):
            problems = asyncio.run(asyncio.wait_for(looked_at(), PATIENCE))
    for sentence in problems:
        warn(args, sentence)
    return text
