"""Signing out: the tokens are forgotten, here or on the server, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tui.api.errors import ApiError
from tui.screens.host import Host
from tui.widgets.bindings import with_keys

if TYPE_CHECKING:
    from textual.app import App

    from tui.session import Session


async def sign_out(app: App[Any], session: Session, *, revoke: bool) -> None:
    """Forget the tokens of ``session``, and say what came of it; the screens stay.

    The next call signs in again. Run it in a worker.
    """
    host = cast(Host, app)
    try:
        had_any = await session.sign_out(revoke=revoke)
    except ApiError as error:
        host.complain(error)
        return
    if not had_any:
        host.say("There were no tokens to forget.")
        return
    done = "forgotten here and on the server" if revoke else "forgotten here"
    hint = with_keys(app, "{clients.refresh} signs in again.")
    host.say(f"Signed out of {session.name}: its tokens were {done}. {hint}")
