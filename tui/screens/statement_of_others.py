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


async def inspect(screen: Screen[Any], session: Session, clock: Clock) -> None:
    """Ask for a JWT, and show what it says and whether to believe it."""
    from tui.screens.statement import StatementScreen

    hint = "Paste the JWT, or load it from a file. Its issuer is asked for its keys."
    text = await screen.app.push_screen_wait(
        TextScreen("A software statement", hint=hint, check=what_is_wrong)
    )
    if text is None or not text.strip():
        return
    if problem := what_is_wrong(text):
        host(screen).complain(problem)
        return
    # A mail program may have broken it into lines.
    jwt = "".join(text.split())
    await screen.app.push_screen_wait(StatementScreen(session, jwt=jwt, clock=clock))


def what_is_wrong(text: str) -> str:
    """Why a text is no statement, a sentence; "" when it is one, or there is none."""
    if not text.strip():
        return ""
    try:
        decode("".join(text.split()))
    except NotAStatementError as problem:
        return str(problem)
    return ""
