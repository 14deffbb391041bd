"""A software statement that somebody else made, looked at before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.models.registration.software_statement import NotAStatementError, decode
from tui.screens.host import host
from tui.screens.text_edit import TextScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.session import Session
    from tui.widgets.client_status import Clock


async def inspect(screen: Screen[Any], session: Session, clock: Clock) -> str | None:
    """Ask for a JWT, and show what it says and whether to believe it.

    Returns:
        The JWT, if a client is to be registered with it.
    """
    from tui.screens.statement import StatementScreen

    hint = "Paste the JWT, or load it from a file. Its issuer is asked for its keys."
    text = await screen.app.push_screen_wait(
        TextScreen("A software statement", hint=hint, check=what_is_wrong)
    )
    if text is None or not text.strip():
        return None
    if problem := what_is_wrong(text):
        host(screen).complain(problem)
        return None
    # A mail program may have broken it into lines.
    jwt = "".join(text.split())
    return await screen.app.push_screen_wait(StatementScreen(session, jwt=jwt, clock=clock))


def what_is_wrong(text: str) -> str:
    """Why a text is no statement, a sentence; "" when it is one, or there is none."""
    if not text.strip():
        return ""
    try:
        decode("".join(text.split()))
    except NotAStatementError as problem:
        return str(problem)
    return ""
