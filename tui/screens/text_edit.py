"""A dialog to edit a text of many lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea
from textual.widgets.text_area import Location

from tui.commands import Command
from tui.screens.dismissing import Dialog
from tui.screens.text_file import read_text_file
from tui.widgets.bindings import bindings, shown_key
from tui.widgets.key_bar import KeyBar
from tui.widgets.plain_input import PlainInput
from tui.widgets.styles import style_path
from tui.widgets.text import editable, foreign, styled

KEYS = (
    Command("text.accept", "f2", "accept", "Close, and take the text."),
    Command("text.cancel", "escape", "cancel", "Close, and leave everything as it was."),
    Command("text.load", "ctrl+o", "load a file", "Replace the text by that of a file."),
)
CHECK_AFTER = 0.3
"""Seconds without a key after which the text is checked."""


class SafeTextArea(TextArea):
    """A ``TextArea`` into which nothing is pasted that could steer the terminal."""

    def find_matching_bracket(self, bracket: str, search_from: Location) -> None:
        """None: looking for it reads the whole text at each key, even when it isn't shown."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = editable(event.text, multiline=True)


class TextScreen(Dialog[str | None]):
    """Returns the text, or None when it was cancelled.

    A changed text is given up only when escape is pressed twice.
    """

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("text_edit")]
    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        hint: str = "",
        check: Callable[[str], str] | None = None,
        typing: Callable[[str], None] | None = None,
        pasted: str = "",
    ) -> None:
        """What to edit.

        Args:
            title: what it is.
            text: what is there now; may be foreign.
            hint: what is wanted, a sentence.
            check: what is wrong with a text, a sentence; "" when nothing is.
            typing: told each text that is typed, "" for the one that was there.
            pasted: takes the place of ``text`` at once, as if it had been typed.
        """
        super().__init__(classes="dialog-screen")
        self._title = title
        self._text = text
        self._start = editable(text, multiline=True)
        self._hint = hint
        self._check = check
        self._typing = typing
        self._pasted = editable(pasted, multiline=True)
        self._timer: Timer | None = None
        self._giving_up: str | None = None
        """The text that the next escape gives up."""

    def compose(self) -> ComposeResult:
        """Title, hint, text, what is wrong, the path to load from, keys."""
        with Vertical(id="dialog"):
            yield Static(foreign(self._title, "bold"), id="title")
            yield Static(styled(self._hint, "$text-muted"), id="hint")
            area = SafeTextArea(self._pasted or self._start, tab_behavior="focus", compact=True)
            area.cursor_blink = False
            yield area
            yield Static(id="problem")
            path = PlainInput(placeholder="path of a file, enter loads it", compact=True)
            path.cursor_blink = False
            yield path
            yield KeyBar(KEYS)

    def on_mount(self) -> None:
        """What is wrong is said from the start."""
        self.query_one("#hint").display = bool(self._hint)
        self.query_one(Input).display = False
        if self._pasted:
            self._area.move_cursor(self._area.document.end)
        self._tell()
        self._say_problem()

    @property
    def _area(self) -> TextArea:
        return self.query_one(TextArea)

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is still there."""
        return self._area.text != self._start

    # Checking

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._tell()
        if self._area.text == self._giving_up:
            return  # This comes late: escape was quicker.
        self._giving_up = None
        self._leave_unchecked()
        self._timer = self.set_timer(CHECK_AFTER, self._say_problem)

    def _leave_unchecked(self) -> None:
        if self._timer is not None:
            self._timer.stop()

    def _tell(self) -> None:
        if self._typing is not None:
            self._typing(self._area.text if self.is_changed else "")

    def _say_problem(self) -> None:
        self._say(self._check(self._area.text) if self._check is not None else "")

    def _say(self, words: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.display = bool(words)
        problem.update(foreign(words, "$text-warning"))

    # Ending

    def action_accept(self) -> None:
        """Close with the text; one that was only looked at comes back to the letter."""
        self.dismiss(self._area.text if self.is_changed else self._text)

    def action_cancel(self) -> None:
        """Leave off loading, or close without the text."""
        path = self.query_one(Input)
        if path.display:
            path.display = False
            self._area.focus()
            self._say_problem()
        elif self.is_changed and self._area.text != self._giving_up:
            self._giving_up = self._area.text
            self._leave_unchecked()  # It would take the place of what is said now.
            accept, cancel = (shown_key(self.app, command) for command in KEYS[:2])
            self._say(f"{cancel} again gives up what you typed; {accept} accepts it.")
        else:
            self.dismiss(None)

    # Loading

    def action_load(self) -> None:
        """Ask for the file's path."""
        path = self.query_one(Input)
        path.display = True
        path.focus()

    @on(Input.Submitted)
    def _load(self, event: Input.Submitted) -> None:
        try:
            text = read_text_file(event.value)
        except ValueError as problem:
            self._say(str(problem))
            return
        area = self._area
        area.replace(editable(text, multiline=True), area.document.start, area.document.end)
        area.move_cursor((0, 0))
        event.input.display = False
        area.focus()
