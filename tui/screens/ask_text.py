"""A dialog that asks for one line, and stays until it could be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.screens.dismissing import Dialog
from tui.widgets.plain_input import PlainInput
from tui.widgets.styles import style_path
from tui.widgets.text import editable, foreign, styled


class AskTextScreen(Dialog[str | None]):
    """Returns what ``use`` made of the line, or None."""

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("ask_text")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="ask.cancel"),
    ]

    def __init__(
        self,
        title: str,
        hint: str,
        value: str,
        use: Callable[[str], str],
        *,
        masked: bool = False,
    ) -> None:
        """What is asked; the texts may be foreign.

        Args:
            title: the question.
            hint: a line below it.
            value: what stands there at first, all of it selected.
            use: does what the line is for; raises ValueError with a sentence if it cannot.
            masked: whether dots are shown instead of what is typed, blanks at its ends count.
        """
        super().__init__(classes="dialog-screen")
        self._question = title
        self._hint = hint
        self._value = value
        self._use = use
        self._masked = masked

    def compose(self) -> ComposeResult:
        """Question, hint, line, what is wrong, keys."""
        with Vertical(id="dialog"):
            yield Static(foreign(self._question, "bold"), id="title")
            yield Static(foreign(self._hint, "$text-muted"))
            typed = PlainInput(editable(self._value), compact=True, password=self._masked)
            typed.cursor_blink = False
            yield typed
            yield Static(id="problem")
            yield Static(styled("enter go on   esc back", "$text-disabled"), id="keys")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        try:
            made = self._use(event.value if self._masked else event.value.strip())
        except ValueError as problem:
            self.query_one("#problem", Static).update(foreign(str(problem), "$text-error"))
        else:
            self.dismiss(made)

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
