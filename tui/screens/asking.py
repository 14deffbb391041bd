"""Asks the person what signing in takes, on top of whatever is on the screen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from tui.api.sign_in.asking import DeviceCode, Question
    from tui.screens.device_sign_in import DeviceScreen


class ScreenAsking:
    """The ``Asking`` of the API layer, as dialogs."""

    def __init__(self, app: App[Any], server: str) -> None:
        """Args: ``server`` is what the person calls it."""
        self._app = app
        self._server = server
        self._device: DeviceScreen | None = None

    async def secret(self, question: Question) -> str | None:
        """What is typed, masked; None when it was refused. Cancelling takes the dialog away."""
        from tui.screens.ask_text import AskTextScreen

        answered: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        screen = AskTextScreen(
            f"{question.what[:1].upper()}{question.what[1:]}",
            f"{question.sentence}. It is not kept.",
            "",
            lambda text: text,
            masked=True,
        )

        def take(answer: str | None) -> None:
            if not answered.done():
                answered.set_result(answer)

        self._app.push_screen(screen, take)
        try:
            return await answered
        finally:
            if answered.cancelled():
                screen.dismiss(None)

    def device_code(self, code: DeviceCode, cancelled: asyncio.Event) -> None:
        """Show where to approve the sign-in."""
        from tui.screens.device_sign_in import DeviceScreen

        self._device = DeviceScreen(self._server, code, cancelled)
        self._app.push_screen(self._device)

    def done(self) -> None:
        """Take that away."""
        screen, self._device = self._device, None
        if screen is not None:
            screen.dismiss(None)
