"""What becomes of unsaved changes when the form is left."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.app import App


class Leave(Enum):
    """What to do."""

    STAY = "stay"
    KEEP = "keep"
    DISCARD = "discard"


async def ask_how_to_leave(app: App[Any], changed: int, *, can_keep: bool) -> Leave:
    """Ask; staying comes first, and is what escape means.

    Args:
        app: shows the question.
        changed: how many settings would be lost.
        can_keep: whether drafts are kept at all.
    """
    items = [(MenuItem("e", "Keep editing"), Leave.STAY)]
    if can_keep:
        items.append((MenuItem("l", "Leave as a draft", "D in the list shows it"), Leave.KEEP))
    items.append(
        (MenuItem("d", "Discard", "throws the changes away", "$text-error"), Leave.DISCARD)
    )
    chosen = await app.push_screen_wait(
        MenuScreen(
            "Leave without saving?",
            items,
            [f"{changed} setting{'s' * (changed != 1)} changed and not saved."],
            keys="enter choose   esc keep editing",
        )
    )
    return chosen or Leave.STAY
