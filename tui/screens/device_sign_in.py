"""Where to approve a sign-in, while that is waited for (RFC 8628 section 3.3)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui.commands import Command
from tui.screens.dismissing import Dialog
from tui.screens.host import host
from tui.widgets.bindings import bindings
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.qr_code import QrCode, modules_of
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, line, styled, wrapped

if TYPE_CHECKING:
    from tui.api.sign_in.asking import DeviceCode

KEYS = (
    Command("device.copy", "y", "copy URL", "Copy the address to open, with the code in it."),
    Command("device.cancel", "escape,q", "cancel", "Give up signing in."),
)

WORDS, FRAME = 34, 3
"""Cells for the words beside the QR code, and lines of the dialog besides it."""

MARGINS = 6
"""Cells of the dialog besides both."""


class Words(Lines):
    """What to do, wrapped anew whenever the QR code leaves more or less room."""

    def __init__(self, wrapped_to: Callable[[int], list[Content]]) -> None:
        super().__init__()
        self._wrapped_to = wrapped_to

    def lines(self, width: int) -> list[Content]:
        """As many as it takes."""
        return self._wrapped_to(width)


class DeviceScreen(Dialog[None]):
    """Shows code, address and QR code until the sign-in has ended, however."""

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("device")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(
        self,
        server: str,
        code: DeviceCode,
        cancelled: asyncio.Event,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """What to show.

        Args:
            server: what the person calls the server.
            code: what the server answered; may be foreign.
            cancelled: set when the person gives up.
            monotonic: seconds of a clock that never goes back.
        """
        super().__init__(classes="dialog-screen")
        self._server = server
        self._code = code
        self._cancelled = cancelled
        self._monotonic = monotonic
        self._until = monotonic() + code.expires_in

    @property
    def address(self) -> str:
        """Where to go, with the code in it if the server gives that."""
        return self._code.verification_uri_complete or self._code.verification_uri

    def compose(self) -> ComposeResult:
        """Code and address, the QR code beside them, and keys."""
        with Vertical(id="dialog"):
            with Horizontal(id="body"):
                yield Words(self._lines)
            yield KeyBar(KEYS)

    def on_mount(self) -> None:
        """Count the seconds, and draw the QR code once that is made."""
        self.set_interval(1, self._count)
        self._draw()

    def on_resize(self) -> None:
        """The QR code is left out where there is no room for it."""
        self._fit()

    @work(exit_on_error=False)
    async def _draw(self) -> None:
        modules = await asyncio.to_thread(modules_of, self.address)
        code = QrCode(modules)
        code.display = False
        await self.query_one("#body").mount(code)
        self._fit()

    def _fit(self) -> None:
        size = self.app.size
        fits = False
        for code in self.query(QrCode):
            fits = code.columns + WORDS + MARGINS <= size.width and code.rows + FRAME <= size.height
            code.display = fits
        self.set_class(fits, "-with-code")

    def _count(self) -> None:
        for words in self.query(Words):  # None when it is being closed.
            words.refresh()

    def _lines(self, width: int) -> list[Content]:
        code = self._code
        # On its own lines and whole: it is typed off, or clicked in the terminal.
        addresses = wrapped(code.verification_uri, width, "$text-accent")
        left = max(0, int(self._until - self._monotonic()))
        gap = [] if self.has_class("-tiny") else [Content("")]
        return [
            foreign(f"Sign in to {self._server}", "bold", width),
            *gap,
            *wrapped("Open this address, on any device:", width, "$text-muted"),
            *addresses,
            *gap,
            *wrapped("and enter this code:", width, "$text-muted"),
            line("  ", foreign(" ".join(code.user_code), "bold reverse", 80)),
            *gap,
            styled(f"{left // 60}:{left % 60:02} left · waiting…", "$text-muted"),
        ]

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """The address to the clipboard."""
        await host(self).copy(self.address, "The address")

    def action_cancel(self) -> None:
        """Give up."""
        self._cancelled.set()
        self.dismiss(None)
