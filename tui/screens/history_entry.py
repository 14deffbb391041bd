"""One entry of the history: when, by whom, and what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tui.forms.wording import in_table_order, label_of
from tui.journal.entry import DELETE, EDIT, Entry
from tui.models.changes import Change, difference
from tui.saving.restore import settable
from tui.saving.undo import why_not
from tui.screens.dismissing import Dialog
from tui.widgets.changes_view import ChangesView
from tui.widgets.history_words import title, when
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, joined, line

if TYPE_CHECKING:
    from tui.session import Session


class HistoryEntryScreen(Dialog[Literal["undo"] | None]):
    """Returns ``undo`` when the entry is to be taken back."""

    CSS_PATH = style_path("dialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,b", "back", "Back", id="entry.back"),
        Binding("u", "undo", "Undo", id="entry.undo"),
        Binding("down,j", "scroll(1)", "Down", show=False, id="entry.down"),
        Binding("up,k", "scroll(-1)", "Up", show=False, id="entry.up"),
        Binding("left,right", "other_button", "Other button", show=False),
    ]

    def __init__(self, entry: Entry, session: Session) -> None:
        super().__init__(classes="dialog-screen")
        self.entry = entry
        self.session = session

    def compose(self) -> ComposeResult:
        """Title, facts, changes, and two buttons."""
        with Vertical(id="dialog"):
            yield Static(foreign(title(self.entry), "bold", 120), id="title")
            with VerticalScroll(id="body", can_focus=False):
                yield Static(joined(self._facts()), id="facts")
                yield ChangesView(
                    in_table_order(self._changes()),
                    self.session.lookups,
                    new=self.entry.effect != EDIT,
                )
            with Vertical(id="buttons"):
                yield Button("Back", id="back", variant="primary", compact=True)
                yield Button("Undo", id="undo", compact=True, disabled=bool(why_not(self.entry)))

    def on_mount(self) -> None:
        """Enter goes back. Names for what a client refers to come when they are there."""
        self.query_one("#back", Button).focus()
        self._read_lookups()

    @work(exit_on_error=False)
    async def _read_lookups(self) -> None:
        await self.session.read_lookups(self._redraw)

    def _redraw(self) -> None:
        if self.is_mounted:
            self.query_one(ChangesView).refresh(layout=True)

    def _facts(self) -> Iterator[Content]:
        entry = self.entry
        signed_in = f", signed in as {entry.client_id}" if entry.client_id else ""
        for label, text in (
            ("When", when(entry)),
            ("By", (entry.user or "somebody") + signed_in),
            ("Server", entry.profile),
            ("Client ID", entry.inum),
        ):
            yield line((f"{label:<11}", "$text-muted"), foreign(text, "", 200))
        for name in entry.secrets:
            changed = "was changed, too" if entry.effect == EDIT else "is left out"
            words = f"{label_of(name)} {changed}: the history keeps no secrets."
            yield foreign(words, "$text-muted", 200)
        if entry.effect == DELETE:
            yield line(("What it was:", "$text-muted"))
        yield Content("")

    def _changes(self) -> list[Change]:
        if self.entry.effect == EDIT:
            return self.entry.changes
        return difference({"attributes": {}}, settable(self.entry.client or {}))

    def action_scroll(self, step: int) -> None:
        """By a line."""
        self.query_one("#body").scroll_relative(y=step, animate=False)

    def action_other_button(self) -> None:
        """Left and right move between the two buttons."""
        back, undo = self.query_one("#back", Button), self.query_one("#undo", Button)
        (undo if back.has_focus and not undo.disabled else back).focus()

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(None)

    def action_undo(self) -> None:
        """Take it back; why that cannot be done is said elsewhere."""
        self.dismiss("undo")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Undo or back."""
        self.dismiss("undo" if event.button.id == "undo" else None)
