"""The one-line editor that a field opens in itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class Editor(Input):
    """An ``Input`` that says how it ended: accepted, cancelled, or moved on from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done(0)", "Accept", id="editor.accept"),
        Binding("escape", "cancel", "Cancel", id="editor.cancel"),
        Binding("tab,down", "done(1)", "Next field", id="editor.next"),
        Binding("shift+tab,up", "done(-1)", "Previous field", id="editor.previous"),
    ]

    @dataclass
    class Done(Message):
        """Editing ended.

        Attributes:
            editor: the editor, still mounted.
            text: what is to be accepted; None when it was cancelled.
            step: 1 or -1 when a key moved on to another field, 0 or None to stay.
        """

        editor: Editor
        text: str | None
        step: int | None = None

    def __init__(
        self, text: str, *, placeholder: str = "", password: bool = False, rows: bool = False
    ) -> None:
        super().__init__(
            text, placeholder=placeholder, password=password, compact=True, select_on_focus=False
        )
        self._takes_rows = rows
        self._over = False

    def on_mount(self) -> None:
        """The cursor stands behind the text."""
        self.cursor_position = len(self.value)

    def action_done(self, step: int) -> None:
        """Accept; with a step, go on to the next or previous field."""
        self._end(self.value, step or None)

    def action_cancel(self) -> None:
        """Leave the value as it was."""
        self._end(None, None)

    def on_blur(self) -> None:
        """A click elsewhere accepts what was typed."""
        if not self._over and self.screen.is_current:
            self._end(self.value, 0)

    def reopen(self) -> None:
        """Go on editing after what was typed could not be taken."""
        self._over = False

    async def _on_paste(self, event: events.Paste) -> None:
        """Several lines pasted into rows become several rows; elsewhere the first counts."""
        if self._takes_rows and "\n" in event.text.strip():
            event.stop()
            event.prevent_default()
            before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
            self._end(before + event.text.strip() + after, None)

    def _end(self, text: str | None, step: int | None) -> None:
        if not self._over:
            self._over = True
            self.post_message(self.Done(self, text, step))
