"""Which of the commands belong to a screen, and which are refused there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from tui.commands import APP, GROUPS, Command

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.session import Session


def group_of(screen: Screen[Any]) -> str:
    """The name of the group in ``GROUPS`` that ``screen`` binds; "" when it binds none."""
    bound = {binding.id for binding in screen.BINDINGS if isinstance(binding, Binding)}
    return next((name for name, group in GROUPS.items() if group[0].id in bound), "")


def refusal(screen: Screen[Any], action: str) -> str:
    """Why what ``action`` does on ``screen`` would be refused, a sentence; else ""."""
    commands = GROUPS.get(group_of(screen), ())
    return next((why_not(screen, one) for one in commands if one.run == action), "")


def why_not(screen: Screen[Any], command: Command) -> str:
    """Why ``command`` would be refused on the server of ``screen``, a sentence; else ""."""
    session: Session | None = getattr(screen, "session", None)
    return "" if session is None or command in APP else session.why_not(command)
