"""What of a client can be copied, one key each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.models.document import ClientDocument
from tui.models.secrets import mask
from tui.screens.host import Host
from tui.widgets.json_lines import json_lines
from tui.widgets.lines import Lines
from tui.widgets.styles import style_path
from tui.widgets.text import fit, foreign, line, styled

if TYPE_CHECKING:
    from textual.app import App

Entry: TypeAlias = tuple[str, str]
"""What it is called, and the text to copy."""

KEYS = "123456789"


def copy_entries(document: ClientDocument) -> list[Entry]:
    """What there is to copy of a client; never a secret."""
    found = [
        ("The client id", document.inum),
        ("The name", document.name),
        ("The redirect URIs", "\n".join(document.texts("redirectUris"))),
        ("The scopes", "\n".join(document.texts("scopes"))),
        ("The description", document.text("description")),
        ("The JSON, secrets masked,", "\n".join(o.text for o in json_lines(mask(document.raw)))),
    ]
    return [(label, text) for label, text in found if text]


async def copy_client(app: App[Any], document: ClientDocument) -> None:
    """Let the person choose, and copy it. Run it in a worker."""
    chosen = await app.push_screen_wait(CopyScreen(copy_entries(document)))
    if chosen is not None:
        label, text = chosen
        await cast(Host, app).copy(text, label)


class CopyScreen(ModalScreen[Entry | None]):
    """Returns what was chosen; a digit chooses at once."""

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("copy")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Cancel", id="copy.cancel"),
        Binding("enter,y", "choose", "Copy", id="copy.choose"),
        Binding("down,j", "move(1)", "Next", show=False, id="copy.next"),
        Binding("up,k", "move(-1)", "Previous", show=False, id="copy.previous"),
    ]

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Args: ``entries`` are at most nine; their texts may be foreign."""
        super().__init__(classes="dialog-screen")
        self._entries = list(entries[: len(KEYS)])
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """A title and a line for each entry."""
        with Vertical(id="dialog"):
            yield Static(styled("Copy", "bold"), id="title")
            yield CopyMenu(self._entries)
            yield Static(styled("enter copy   esc back", "$text-disabled"), classes="part")

    def action_move(self, step: int) -> None:
        """To another entry."""
        self._cursor = max(min(self._cursor + step, len(self._entries) - 1), 0)
        self.query_one(CopyMenu).show(self._cursor)

    def action_choose(self) -> None:
        """Copy the entry under the cursor."""
        self.dismiss(self._entries[self._cursor] if self._entries else None)

    def action_cancel(self) -> None:
        """Copy nothing."""
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses its entry."""
        place = KEYS.find(event.character or "?")
        if 0 <= place < len(self._entries):
            event.stop()
            self.dismiss(self._entries[place])

    def on_copy_menu_clicked(self, event: CopyMenu.Clicked) -> None:
        """A click on an entry chooses it."""
        self.dismiss(self._entries[event.place])


class CopyMenu(Lines):
    """The entries, as one widget."""

    @dataclass
    class Clicked(Message):
        """The entry at ``place`` was clicked."""

        place: int

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._cursor = 0

    def show(self, cursor: int) -> None:
        """Put the bar on the entry at ``cursor``."""
        self._cursor = cursor
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Say which entry it was."""
        if event.y < len(self._entries):
            self.post_message(self.Clicked(event.y))

    def lines(self, width: int) -> Iterator[Content]:
        """Key, label, and how the text begins."""
        for place in range(len(self._entries)):
            yield fit(self._line(place), width)

    def _line(self, place: int) -> Content:
        label, text = self._entries[place]
        here = place == self._cursor
        return line(
            ("▌ " if here else "  ", "$accent"),
            (f"{KEYS[place]}  ", "bold $accent"),
            styled(f"{label.strip(',')}  ", "bold" if here else ""),
            foreign(text, "$text-muted", 200),
        )
