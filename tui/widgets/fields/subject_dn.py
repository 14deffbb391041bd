"""The field of a certificate's subject, which can be read from the certificate."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.widgets.fields.text import TextField


class SubjectDnField(TextField):
    """A text; ``o`` asks for a certificate to take it from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "ask", "From a certificate", id="subject-dn.certificate"),
    ]

    def action_ask(self) -> None:
        """Ask for the dialog that reads a certificate."""
        self.post_message(self.Wants(self, "certificate"))

    def take(self, text: str) -> None:
        """The subject that the dialog found."""
        self.put(text)
