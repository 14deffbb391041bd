"""A dialog in which one of several things is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from tui.screens.dismissing import Dialog
from tui.widgets.menu import Menu, MenuItem
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, styled

T = TypeVar("T")


class MenuScreen(Dialog[T | None], Generic[T]):
    """Returns what was chosen, or None. The cursor starts on the first item.

    An item's key chooses it at once; j, k and q are keys of the dialog itself.
    """

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("menu")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Cancel", id="menu.cancel"),
        Binding("enter", "choose", "Choose", id="menu.choose"),
        Binding("down,j", "move(1)", "Next", show=False, id="menu.next"),
        Binding("up,k", "move(-1)", "Previous", show=False, id="menu.previous"),
    ]

    def __init__(
        self,
        title: str,
        items: Sequence[tuple[MenuItem, T]],
        body: Sequence[str] = (),
        *,
        keys: str = "enter choose   esc back",
    ) -> None:
        """What to choose from; title and body may hold foreign text.

        Args:
            title: the question.
            items: the lines, and what each returns.
            body: lines above them.
            keys: what to say below them.
        """
        super().__init__(classes="dialog-screen")
        self.items = list(items)
        self._question = title
        self._body = body
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Question, body, items, keys."""
        with Vertical(id="dialog"):
            yield Static(foreign(self._question, "bold"), id="title")
            with VerticalScroll(id="body", can_focus=False):
                for text in self._body:
                    yield Static(foreign(text, "$text-muted"))
                yield Menu([item for item, _ in self.items], classes="part" if self._body else "")
            yield Static(styled(self._keys, "$text-disabled"), id="keys")

    @property
    def menu(self) -> Menu:
        """The lines."""
        return self.query_one(Menu)

    @property
    def current(self) -> T | None:
        """What the line of the cursor returns; None when there is none."""
        return self.items[self.menu.cursor][1] if self.items else None

    def action_move(self, step: int) -> None:
        """To another item."""
        self.menu.go_to(self.menu.cursor + step)

    def action_choose(self) -> None:
        """Choose the item of the cursor."""
        self.dismiss(self.current)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """A key chooses its item."""
        for item, value in self.items:
            if item.key and item.key == event.character:
                event.stop()
                self.dismiss(value)
                return

    @on(Menu.Clicked)
    def _clicked(self, event: Menu.Clicked) -> None:
        self.menu.go_to(event.place)
        self.dismiss(self.current)
