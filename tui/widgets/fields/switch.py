"""A field that is on, off, or left to the server."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.models.json import Json
from tui.widgets.fields.base import Field
from tui.widgets.text import foreign, line


class SwitchField(Field):
    """Space and enter turn it over; delete leaves it to the server."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "edit", "Turn over", show=False, id="switch.toggle"),
    ]

    def value_lines(self, width: int) -> list[Content]:
        """One line: on, off, the default, or what odd value stands there."""
        value = self.value
        if value is True:
            return [line(("● on", "bold $foreground"), self.was())]
        if value is False:
            return [line(("○ off", "$foreground"), self.was())]
        if self.is_empty:
            return [line(("○ ", "$text-disabled"), self.empty_line(), self.was())]
        return [line(("? ", "$text-warning"), foreign(value, "$text-warning"), self.was())]

    def show(self, value: Json) -> str:
        """On, off, or the odd value."""
        return (
            {True: "on", False: "off"}.get(value, str(value))
            if isinstance(value, bool)
            else str(value)
        )

    def action_edit(self) -> None:
        """Turn it over; what is not set counts as its default."""
        on = self.value if isinstance(self.value, bool) else self.spec.default == "on"
        self.put(not on)

    def clicked(self, event: events.Click) -> None:
        """A click on the focused field turns it over."""
        if self.has_focus:
            self.action_edit()
