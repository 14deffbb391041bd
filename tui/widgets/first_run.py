"""What is offered when nothing is set up yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.settings.profile import KINDS, Kind
from tui.widgets.menu import Menu, MenuItem


class FirstRun(Menu, can_focus=True):
    """Lies over the list of the sandbox, which is open already and has its keys but for these."""

    DEFAULT_CSS = """
    FirstRun {
        dock: bottom;
        layer: above;
        height: auto;
        margin: 0 0 2 0;
        padding: 1 2;
        background: $surface;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="first-run.choose"),
        Binding("escape", "stay", "Stay in the sandbox", id="first-run.stay"),
        Binding("down,j", "move(1)", "Next", show=False, id="first-run.next"),
        Binding("up,k", "move(-1)", "Previous", show=False, id="first-run.previous"),
    ]

    def __init__(self, add: Callable[[Kind], object]) -> None:
        """Args: ``add`` is called when a server is to be set up, with its kind."""
        super().__init__(
            [
                MenuItem("", "Sandbox       ", "you are in it: a practice server on this machine"),
                MenuItem("", "Add a server  ", "host, credentials or device sign-in"),
                MenuItem("", "Add a provider", "any that registers clients, without signing in"),
            ]
        )
        self._add = add

    def on_mount(self) -> None:
        """Enter is enough to stay."""
        self.focus()

    def action_move(self, step: int) -> None:
        """To another line."""
        self.go_to(self.cursor + step)

    def action_choose(self) -> None:
        """Stay, or set a server up."""
        if self.cursor:
            self._add(KINDS[self.cursor - 1])
        self.action_stay()

    def action_stay(self) -> None:
        """Go away; the list has the keys."""
        others = [widget for widget in self.screen.focus_chain if widget is not self]
        self.screen.set_focus(others[0] if others else None)
        self.remove()

    @on(Menu.Clicked)
    def _clicked(self, event: Menu.Clicked) -> None:
        self.go_to(event.place)
        self.action_choose()
