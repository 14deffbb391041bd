"""A field with any number of values out of those that the server supports."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.options import Option, options, source_of
from tui.forms.spec import FieldSpec
from tui.models.json import Json
from tui.widgets.fields.base import Field
from tui.widgets.text import foreign, line, styled


class ChecklistField(Field):
    """One line a value; up and down move, space and enter tick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "edit", "Tick", show=False, id="checklist.tick"),
    ]

    def __init__(self, spec: FieldSpec, draft: Draft, lookups: Lookups) -> None:
        super().__init__(spec, draft)
        self.lookups = lookups
        self.cursor = 0

    @property
    def chosen(self) -> list[str]:
        """The ticked values, in the order of the draft."""
        value = self.value
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def choices(self) -> list[Option]:
        """What the server supports, then what is ticked or was so though it doesn't."""
        before = self.draft.before(self.spec.path)
        old = [item for item in before if isinstance(item, str)] if isinstance(before, list) else []
        kept = self.chosen + [item for item in old if item not in self.chosen]
        source = source_of(self.spec.options, by_name=self.lookups.by_name)
        return options(source, self.lookups.metadata, kept)

    def value_lines(self, width: int) -> list[Content]:
        """One line a value."""
        choices = self.choices()
        aligned = min(max((len(option.label) for option in choices), default=0) + 3, 32)
        return [self._line(place, option, aligned) for place, option in enumerate(choices)] or [
            styled("the server lists none", "$text-disabled")
        ]

    def _line(self, place: int, option: Option, aligned: int) -> Content:
        ticked = option.value in self.chosen
        at_cursor = self.has_focus and place == self.cursor
        style = "bold $foreground" if ticked else "$text-muted"
        if not option.offered:
            style = "$text-warning"
        if at_cursor:
            style += " on $boost"
        mark = line(("›" if at_cursor else " ", "$text-accent"), ("■ " if ticked else "□ ", style))
        label = foreign(option.label, style)
        gap = " " * max(aligned - label.cell_length, 1)
        return line(mark, label, gap, (option.note, "$text-disabled"), self._was_ticked(option))

    def _was_ticked(self, option: Option) -> Content:
        before = self.draft.before(self.spec.path)
        was = isinstance(before, list) and option.value in before
        if self.draft.is_new or was == (option.value in self.chosen):
            return Content("")
        return styled(f"   was: {'ticked' if was else 'not ticked'}", "$text-warning")

    def show(self, value: Json) -> str:
        """The values, joined."""
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    def move(self, step: int) -> bool:
        """Within the list; stays inside until an end is reached."""
        target = self.cursor + step
        if not 0 <= target < len(self.choices()):
            return False
        self.cursor = target
        self.refresh()
        self.show_line(1 + target)
        return True

    def action_edit(self) -> None:
        """Tick or untick the value under the cursor."""
        choices = self.choices()
        if not choices:
            return
        value = choices[min(self.cursor, len(choices) - 1)].value
        if value in self.chosen:
            self.put([item for item in self.chosen if item != value])
        else:
            ticked = {*self.chosen, value}
            self.put([option.value for option in choices if option.value in ticked])

    def action_clear(self) -> None:
        """A list is not cleared by one key: each value is unticked by itself."""

    def clicked(self, event: events.Click) -> None:
        """A click on a value ticks it."""
        if 1 <= event.y <= len(self.choices()):
            self.cursor = event.y - 1
            self.action_edit()
