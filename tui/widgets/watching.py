"""A widget that shows something of the connection to a server."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from tui.session import Session


class Watching(Widget):
    """Is drawn anew when what goes on with ``session`` changes.

    Attributes:
        session: the connection; None when there is none to show.
    """

    def __init__(self, session: Session | None = None) -> None:
        super().__init__()
        self.session = session
        self._unwatch: Callable[[], None] | None = None

    def on_mount(self) -> None:
        """Follow what goes on."""
        if self.session is not None:
            self._unwatch = self.session.watch(self.refresh)

    def on_unmount(self) -> None:
        """Follow it no longer."""
        if self._unwatch is not None:
            self._unwatch()
