"""The one-line editor that a field opens in itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tui.widgets.text import editable


class Editor(Input):
    """An ``Input`` that says how it ended: accepted, cancelled, or moved on from.

    What it starts from may be foreign, and is made safe for the terminal. If that altered it
    and nothing was typed, ``Done`` has no text, so that looking at a value never changes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done(0)", "Accept", id="editor.accept"),
        Binding("escape", "cancel", "Cancel", id="editor.cancel"),
        Binding("tab", "done(1)", "Next field", id="editor.next"),
        Binding("shift+tab", "done(-1)", "Previous field", id="editor.previous"),
        Binding("down", "turn(1)", "Next row or field", show=False, id="editor.down"),
        Binding("up", "turn(-1)", "Previous row or field", show=False, id="editor.up"),
        Binding("ctrl+z", "restart", "As it was", show=False, id="editor.restart"),
    ]

    # An editor never changes its place while one types; Textual would lay the whole screen out
    # anew for each letter.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    @dataclass
    class Done(Message):
        """Editing ended.

        Attributes:
            editor: the editor, still mounted.
            text: what is to be accepted; None when it was cancelled or nothing was changed.
            step: 1 or -1 when a key moved on to another field, None to stay in this one, 0
                when the focus is elsewhere already.
            turn: 1 or -1 when a key moved on to another row of the field.
            cancelled: whether a key threw away what was typed.
        """

        editor: Editor
        text: str | None
        step: int | None = None
        turn: int = 0
        cancelled: bool = False

    def __init__(
        self,
        text: str,
        *,
        placeholder: str = "",
        password: bool = False,
        rows: bool = False,
        typed: bool = False,
        select: bool = False,
    ) -> None:
        """Begin to edit.

        Args:
            text: what is there.
            placeholder: what to show while there is nothing.
            password: whether to show dots instead.
            rows: whether up and down move within the field, and pasted lines become rows.
            typed: whether a person typed ``text`` before, so that it is to be accepted even
                when nothing is added to it.
            select: whether the first key replaces what is there.
        """
        self._start = editable(text)
        super().__init__(
            self._start,
            placeholder=placeholder,
            password=password,
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False
        self._takes_rows = rows
        self._typed = typed
        self._select = select
        self._over = False

    @property
    def is_unchanged(self) -> bool:
        """Whether it holds what it started from, and that was there before."""
        return self.value == self._start and not self._typed

    def on_mount(self) -> None:
        """The cursor stands behind the text, or typing replaces it all."""
        self.cursor_position = len(self.value)
        if self._select:
            self.action_select_all()

    def action_done(self, step: int) -> None:
        """Accept; with a step, go on to the next or previous field."""
        self._end(self.value, step=step or None)

    def action_turn(self, step: int) -> None:
        """Accept, and go on to the next or previous row, or field if there are no rows."""
        if self._takes_rows:
            self._end(self.value, turn=step)
        else:
            self.action_done(step)

    def action_cancel(self) -> None:
        """Leave the value as it was."""
        self._end(None)

    def action_restart(self) -> None:
        """Bring back the text that editing started from."""
        self.value = self._start
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """A click elsewhere accepts what was typed; a look at another window does not."""
        if self.app.app_focus and self.is_attached and self.screen.is_current:
            self._end(self.value, step=0)

    def reopen(self) -> None:
        """Go on editing after what was typed could not be taken."""
        self._over = False

    def restart(self, text: str = "") -> None:
        """Go on with another text."""
        self._start = editable(text)
        self._typed = False
        self._over = False
        self.action_restart()

    def close(self) -> None:
        """Say nothing any more."""
        self._over = True

    def _on_paste(self, event: events.Paste) -> None:
        """Several lines pasted into rows become several rows; elsewhere they become one."""
        lines = [editable(row.strip()) for row in event.text.splitlines() if row.strip()]
        event.text = " ".join(lines)
        if self._takes_rows and len(lines) > 1:
            event.stop()
            event.prevent_default()
            before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
            self._end(before + "\n".join(lines) + after)

    def _end(self, text: str | None, *, step: int | None = None, turn: int = 0) -> None:
        if not self._over:
            self._over = True
            taken = None if text == self._start and not self._typed else text
            self.post_message(self.Done(self, taken, step, turn, cancelled=text is None))
