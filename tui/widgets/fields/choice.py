"""A field with one value out of those that the server supports."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.options import Option, options
from tui.forms.spec import FieldSpec
from tui.models.json import ABSENT
from tui.widgets.fields.base import Field
from tui.widgets.text import foreign, line

FEW = 3


class ChoiceField(Field):
    """Few values stand side by side and left and right choose; of many, enter opens a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "edit", "Choose", show=False, id="choice.edit"),
        Binding("right,l", "turn(1)", "Next value", show=False, id="choice.next"),
        Binding("left,h", "turn(-1)", "Previous value", show=False, id="choice.previous"),
    ]

    def __init__(self, spec: FieldSpec, draft: Draft, lookups: Lookups) -> None:
        super().__init__(spec, draft)
        self.lookups = lookups

    @property
    def chosen(self) -> list[str]:
        """The value as a list of one, or of none."""
        return [self.value] if isinstance(self.value, str) and self.value else []

    def choices(self) -> list[Option]:
        """What the server supports, and what is chosen though it doesn't."""
        return options(self.spec.options, self.lookups.metadata, self.chosen)

    def value_lines(self, width: int) -> list[Content]:
        """One line: all values if they are few, else the chosen one."""
        if not self.is_empty and not isinstance(self.value, str):
            return [line(("? ", "$text-warning"), foreign(self.value, "$text-warning"))]
        choices = self.choices()
        if len(choices) <= FEW:
            return [self._side_by_side(choices)]
        if self.value is ABSENT or not self.chosen:
            return [line(self.empty_line(), self.was())]
        return [line(self._spelled(choices[self._place(choices)]), self.was())]

    def _side_by_side(self, choices: list[Option]) -> Content:
        parts: list[Content] = []
        note = ""
        for option in choices:
            chosen = option.value in self.chosen
            style = "bold $foreground" if chosen else "$text-muted"
            parts += [foreign(f"{'●' if chosen else '○'} {option.label}   ", style)]
            note = option.note if chosen else note
        empty = [self.empty_line()] if not self.chosen else []
        return line(*parts, *empty, (note, "$text-disabled"), self.was())

    def _spelled(self, option: Option) -> Content:
        style = "bold $foreground" if option.offered else "bold $text-warning"
        return line(foreign(option.label, style), (f"   {option.note}", "$text-disabled"))

    def _place(self, choices: list[Option]) -> int:
        values = [option.value for option in choices]
        return values.index(self.chosen[0]) if self.chosen else -1

    def action_edit(self) -> None:
        """The next value when there are few, else ask with a list."""
        if len(self.choices()) <= FEW:
            self.action_turn(1)
        else:
            self.post_message(self.Wants(self))

    def action_turn(self, step: int) -> None:
        """The next or previous value, when they stand side by side."""
        choices = self.choices()
        if len(choices) <= FEW:
            self.put(choices[(self._place(choices) + step) % len(choices)].value)

    def take(self, values: list[str]) -> None:
        """The answer of the list: one value, or none to leave it to the server."""
        if values:
            self.put(values[0])
        else:
            self.take_away()

    def clicked(self, event: events.Click) -> None:
        """A click on the focused field edits it."""
        if self.has_focus:
            self.action_edit()
