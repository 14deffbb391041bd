"""The test of a profile, each step as it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.commands import Command
from tui.connecting.checking import STEPS, Step, check_profile
from tui.connecting.opening import Surroundings
from tui.models.plain import plain
from tui.screens.asking import ScreenAsking
from tui.screens.dismissing import Dialog
from tui.screens.host import host
from tui.widgets.bindings import bindings
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, line, wrapped

if TYPE_CHECKING:
    from tui.settings.profile import Profile

MARKS = {
    "passed": ("✓", "$text-success"),
    "warned": ("!", "$text-warning"),
    "failed": ("✗", "$text-error"),
    "skipped": ("-", "$text-muted"),
}

COMMANDS = (
    Command("test.again", "r", "again", "Try each step once more."),
    Command("test.close", "escape,q,enter", "close", "Back; what is not done yet is given up."),
)

NAME = 9
"""Cells for mark and name of a step."""


class StepLines(Lines):
    """The steps below one another: those that are done with what came of them."""

    DEFAULT_CSS = """
    StepLines { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self.is_over = False

    def add(self, step: Step) -> None:
        """One more is done."""
        self.steps.append(step)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """A mark, the step, and a sentence over as many lines as it needs."""
        found = [one for step in self.steps for one in _done(step, width)]
        done = {step.name for step in self.steps}
        left = [name for name in STEPS if name not in done]
        for name in left:
            running = name == left[0] and not self.is_over
            style = "$text-accent" if running else "$text-disabled"
            found.append(line((f"{'…' if running else ' '} {name}", style)))
        return found


def _done(step: Step, width: int) -> list[Content]:
    mark, style = MARKS[step.state]
    head = line((f"{mark} ", style), (f"{step.name:<{NAME - 2}}", "bold"))
    tone = "$text-muted" if step.state in ("passed", "skipped") else style
    below = Content(" " * NAME)
    return [
        line(below if place else head, content)
        for place, content in enumerate(wrapped(plain(step.sentence, 1_000), width - NAME, tone))
    ]


def _later(loop: asyncio.AbstractEventLoop, say: Callable[[str], None], sentence: str) -> None:
    loop.call_soon_threadsafe(say, sentence)


class ProfileTestScreen(Dialog[None]):
    """Runs as it is shown; closing it gives up what is not done yet."""

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("profile_check")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COMMANDS),
        Binding("down,j", "scroll(1)", "Down", show=False, id="test.down"),
        Binding("up,k", "scroll(-1)", "Up", show=False, id="test.up"),
    ]

    def __init__(self, profile: Profile) -> None:
        super().__init__(classes="dialog-screen")
        self._profile = profile

    def compose(self) -> ComposeResult:
        """Title, steps, keys."""
        with Vertical(id="dialog"):
            yield Static(foreign(f"Test of {self._profile.name}", "bold", 100), id="title")
            with VerticalScroll(id="body", can_focus=False):
                yield StepLines()
            yield KeyBar(COMMANDS)

    def on_mount(self) -> None:
        """Begin."""
        self.action_again()

    @work(exclusive=True)
    async def action_again(self) -> None:
        """Run all of it."""
        found = self.query_one(StepLines)
        found.steps, found.is_over = [], False
        found.refresh(layout=True)
        loop, say = asyncio.get_running_loop(), host(self).say
        around = Surroundings(
            asking=ScreenAsking(self.app, self._profile.name),
            # Secrets are looked up in threads.
            warn=partial(_later, loop, say),
        )
        try:
            async for step in check_profile(self._profile, around):
                found.add(step)
        finally:
            found.is_over = True
            found.refresh(layout=True)
            # Where there is little room, what came last is what counts.
            self.call_after_refresh(self.query_one("#body").scroll_end, animate=False)

    def action_scroll(self, step: int) -> None:
        """By a line."""
        self.query_one("#body").scroll_relative(y=step, animate=False)

    def action_close(self) -> None:
        """Leave it."""
        self.dismiss(None)
