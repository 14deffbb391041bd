"""From one server to another, while the program runs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from tui.screens.client import ClientScreen
from tui.screens.keeping import may_leave

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen


_numbers = count(1)


async def close_all(app: App[Any]) -> bool:
    """Close what stands over the first screen; False when a form is not to be left.

    Run it in a worker of the app: those of the screens end with them.
    """
    while len(app.screen_stack) > 1:
        screen = app.screen
        if isinstance(screen, ClientScreen) and not await may_leave(screen):
            return False
        if screen.is_current:
            await screen.dismiss(None)
    return True


async def switch_to(app: App[Any], make: Callable[[], Screen[Any]]) -> None:
    """Have another first screen.

    Each is a mode of its own: a stack of screens is not empty for a moment, as it would be if
    one took the other's place. The very first mode cannot be removed; it stays, unseen.
    """
    left = app.current_mode
    mode = f"server-{next(_numbers)}"
    app.add_mode(mode, make)
    await app.switch_mode(mode)
    if left.startswith("server-"):
        await app.remove_mode(left)
