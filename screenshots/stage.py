"""Where scenes are played: the program on a sandbox of its own, with hands on its keys."""

import os
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from screenshots.clients import settings
from screenshots.moment import clock
from tui.app import DARK, LIGHT, JansTui
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.session import sandbox_session
from tui.widgets.details_pane import DetailsPane
from tui.widgets.fields.base import Field

PATIENCE = 60.0
"""Seconds after which a wait gives up."""

ALIKE = 3
"""So many drawings one after another must be the same, for the last one to be kept."""


class StuckError(RuntimeError):
    """What a scene waited for did not come; the text has what was on the screen."""


class Stage:
    """One run of the program.

    Attributes:
        app: the program.
    """

    def __init__(self, app: JansTui, pilot: Pilot[int]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, by their names in Textual."""
        await self._pilot.press(*keys)

    async def write(self, text: str) -> None:
        """Paste ``text`` into what has the focus."""
        assert self.app.focused is not None
        self.app.focused.post_message(events.Paste(text))
        await self._pilot.pause()

    async def until(self, what: Callable[[], bool]) -> None:
        """Let the program work until ``what`` holds.

        Raises:
            StuckError: it does not come to hold.
        """
        deadline = time.monotonic() + PATIENCE
        while not what():
            if time.monotonic() > deadline:
                raise self._stuck()
            await self._pilot.pause(0.01)

    async def see(self, text: str) -> None:
        """Let the program work until ``text`` is on the screen, within one line.

        Raises:
            StuckError: it does not come.
        """
        await self.until(lambda: any(text in line for line in self.lines()))

    async def open(self, *keys: str) -> None:
        """Press keys and wait for the screen that they bring.

        Raises:
            StuckError: the same screen stays on top.
        """
        before = self.app.screen
        await self.press(*keys)
        await self.until(lambda: self.app.screen is not before)
        await self._pilot.pause()

    async def go_down_to(self, path: str) -> None:
        """Move the focus down to the setting at ``path``, which must be below.

        Raises:
            StuckError: it is not.
        """
        while not (isinstance(field := self.app.focused, Field) and field.spec.path == path):
            await self.change("down")

    async def change(self, key: str) -> None:
        """Press a key and wait until the screen looks different.

        Raises:
            StuckError: it stays the same.
        """
        before = self.lines()
        await self.press(key)
        await self.until(lambda: self.lines() != before)

    async def come_to(self, screen: type[object]) -> None:
        """Let the program work until a screen of that kind is on top.

        Raises:
            StuckError: it does not come.
        """
        await self.until(lambda: isinstance(self.app.screen, screen))
        await self._pilot.pause()

    def lines(self) -> list[str]:
        """What is on the screen that is on top."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def _stuck(self) -> StuckError:
        said = [toast.message for toast in self.app._notifications]
        return StuckError("\n".join([*self.lines(), *said, *map(repr, self.app.workers)]))

    async def the_list(self) -> None:
        """Wait for the list, and for what it says of the client under the cursor.

        Raises:
            StuckError: it does not come.
        """
        await self.come_to(ClientsScreen)
        screen = self.app.screen
        assert isinstance(screen, ClientsScreen)
        loading, pane = screen.loading_list, screen.query_one(DetailsPane)
        await self.until(
            lambda: (
                not loading.running
                and loading.query == loading.shown
                and pane.document is screen.table.current
            )
        )

    async def the_form(self) -> None:
        """Wait for the form, and for all that it looks up.

        Raises:
            StuckError: it does not come.
        """
        await self.come_to(ClientScreen)
        found = self.app.session.lookups
        await self.until(
            lambda: (
                bool(found.metadata)
                and None not in (found.scopes, found.claims, found.scripts)
                and not any(one.group == "lookups" for one in self.app.workers)
            )
        )

    async def draw(self) -> str:
        """The screen as SVG, once it has come to rest.

        Raises:
            StuckError: it does not come to rest.
        """
        for typed in self.app.screen.query(Input):
            typed.cursor_blink = False
        drawn: list[str] = []

        def at_rest() -> bool:
            drawn.append(self.app.export_screenshot(simplify=True))
            return len(drawn) >= ALIKE and len({*drawn[-ALIKE:]}) == 1

        await self.until(at_rest)
        return drawn[-1]


@asynccontextmanager
async def open_stage(
    template: Path, folder: Path, size: tuple[int, int], light: bool
) -> AsyncIterator[Stage]:
    """Start the program and wait for the list.

    Args:
        template: a folder made by ``clients.prepare``; it is copied.
        folder: does not exist yet; gets all that the program writes.
        size: columns and lines of the terminal.
        light: whether the theme is the light one.
    """
    sandbox = folder / "data" / "sandbox"
    shutil.copytree(template, sandbox)
    with patch.dict(os.environ, {"JANS_TUI_HOME": str(folder)}):
        app = JansTui(sandbox_session(settings=settings(sandbox)), clock)
        app.animation_level = "none"
        app.theme = LIGHT if light else DARK
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot)
            await stage.the_list()
            yield stage
