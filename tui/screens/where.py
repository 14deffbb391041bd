"""Which of the commands belong to a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from tui.commands import GROUPS

if TYPE_CHECKING:
    from textual.screen import Screen


def group_of(screen: Screen[Any]) -> str:
    """The name of the group in ``GROUPS`` that ``screen`` binds; "" when it binds none."""
    bound = {binding.id for binding in screen.BINDINGS if isinstance(binding, Binding)}
    return next((name for name, group in GROUPS.items() if group[0].id in bound), "")
