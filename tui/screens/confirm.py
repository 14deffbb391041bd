"""A question before something that cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button, Input, Static

from tui.screens.dismissing import Dialog
from tui.widgets.plain_input import PlainInput
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, line


class ConfirmScreen(Dialog[bool]):
    """Returns whether the answer was yes. No comes first and has the focus."""

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("confirm")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "no", "No", id="confirm.no"),
        Binding("y", "yes", "Yes", id="confirm.yes"),
        Binding("left,right,up,down", "other_button", "Other button", show=False),
    ]

    def __init__(
        self,
        title: str,
        body: Sequence[str] = (),
        yes: str = "Yes",
        *,
        dangerous: bool = False,
        type_to_confirm: str | None = None,
    ) -> None:
        """What is asked; title and body may hold foreign text.

        Args:
            title: the question.
            body: lines below it.
            yes: what the button that agrees says.
            dangerous: whether agreeing destroys something.
            type_to_confirm: what must be typed before yes can be answered; printable text.
        """
        super().__init__(classes="dialog-screen")
        self.set_class(type_to_confirm is not None, "-typed")
        self._question = title
        self._body = body
        self._yes = yes
        self._dangerous = dangerous
        self._to_type = type_to_confirm

    def compose(self) -> ComposeResult:
        """Question, body, maybe an input, and two buttons."""
        with Vertical(id="dialog"):
            yield Static(foreign(self._question, "bold"), id="title")
            with VerticalScroll(id="body", can_focus=False):
                for text in self._body:
                    yield Static(foreign(text, "$text-muted"))
            if self._to_type is not None:
                yield Static(
                    line("Type ", foreign(self._to_type, "bold"), " to go on:"), classes="part"
                )
                typed = PlainInput(compact=True, select_on_focus=False)
                typed.cursor_blink = False
                yield typed
            with Vertical(id="buttons"):
                yield Button("No", id="no", compact=True)
                yield Button(
                    self._yes,
                    id="yes",
                    variant="error" if self._dangerous else "primary",
                    compact=True,
                    disabled=self._to_type is not None,
                )

    def on_mount(self) -> None:
        """Enter alone answers no, or goes to what must be typed."""
        if self._to_type is None:
            self.query_one("#no", Button).focus()
        else:
            self.query_one(Input).focus()

    @property
    def _may_agree(self) -> bool:
        return self._to_type is None or self.query_one(Input).value.strip() == self._to_type

    def on_input_changed(self) -> None:
        """Yes can be answered once the text is right."""
        self.query_one("#yes", Button).disabled = not self._may_agree

    def on_input_submitted(self) -> None:
        """Enter in the input agrees when the text is right."""
        self.action_yes()

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)

    def action_yes(self) -> None:
        """Yes, if that may be answered yet."""
        if self._may_agree:
            self.dismiss(True)

    def action_other_button(self) -> None:
        """From one button to the other."""
        no, yes = self.query_one("#no", Button), self.query_one("#yes", Button)
        (no if yes.has_focus or yes.disabled else yes).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Yes or no."""
        self.dismiss(event.button.id == "yes" and self._may_agree)
