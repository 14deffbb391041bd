"""While a save is on its way, nothing can be typed and no other save begun."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from tui.screens.dismissing import Dialog

if TYPE_CHECKING:
    from textual.screen import Screen


class WaitingScreen(Dialog[None]):
    """Lies unseen over another screen and takes its keys; dialogs go on top of it.

    Attributes:
        gone: set when it is there no longer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gone = asyncio.Event()


@asynccontextmanager
async def waiting(screen: Screen[Any]) -> AsyncIterator[None]:
    """Keep ``screen`` as it is for the time of the block."""
    over = WaitingScreen()
    await screen.app.push_screen(over)
    try:
        yield
    finally:
        over.dismiss()
        over.gone.set()
