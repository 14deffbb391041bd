"""A field with any number of the server's entries: scopes, claims, scripts, ACRs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.forms.codecs import plain_text
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.options import Option
from tui.forms.row_codecs import TEXTS
from tui.forms.spec import FieldSpec
from tui.models.json import Json
from tui.widgets.fields.lazy import Drawn
from tui.widgets.fields.listing import ListingField
from tui.widgets.fields.row_line import REMOVED_LENGTH
from tui.widgets.text import foreign, line, styled

WIDEST_LABEL = 32


class PickField(ListingField):
    """Shows entries by name; enter asks for the dialog in which they are chosen.

    Entries that cannot be looked up are shown by their DN, and stay.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "edit", "Choose", show=False, id="pick.edit"),
    ]

    def __init__(self, spec: FieldSpec, draft: Draft, lookups: Lookups) -> None:
        super().__init__(spec, draft, replace(TEXTS, ordered=spec.options == "acrs"))
        self.lookups = lookups
        self._label_width = 0

    @property
    def takes_new(self) -> bool:
        """Whether values may be typed that are not on offer."""
        return self.spec.options == "acrs" or self.lookups.by_name

    @property
    def chosen(self) -> list[str]:
        """The values as the dialog has them: what was named is given by its DN."""
        return [self._resolved(item) for item in self.items or () if isinstance(item, str)]

    def choices(self) -> list[Option]:
        """What there is to choose from; [] while it is not known."""
        return self.lookups.choices(self.spec.options) or []

    def _resolved(self, value: str) -> str:
        found = self.lookups.find(self.spec.options, value)
        return found.value if found else value

    # Drawing

    def draw(self, width: int) -> Iterator[Drawn]:
        """As all lists, with the notes below one another."""
        found = (self.lookups.find(self.spec.options, value) for value in self.chosen)
        widest = max((len(one.label) for one in found if one), default=0)
        self._label_width = min(widest, WIDEST_LABEL)
        yield from super().draw(width)

    def row_content(self, item: Json, style: str) -> Content:
        """The entry's name and what it is for."""
        if not isinstance(item, str):
            return foreign(plain_text(item), style)
        found = self.lookups.find(self.spec.options, item)
        if found is None:
            words, remark_style = self._why_not_found()
            return line(foreign(item, style), (f"   {words}" if words else "", remark_style))
        label = foreign(found.label, style if found.offered else "$text-warning")
        gap = " " * (max(self._label_width - label.cell_length, 0) + 3)
        return line(label, gap, foreign(found.note, "$text-disabled"))

    def _why_not_found(self) -> tuple[str, str]:
        source = self.spec.options.partition(":")[0]
        if self.lookups.choices(self.spec.options) is not None:
            is_word = source == "acrs" or self.lookups.by_name
            words = "not offered by this server" if is_word else "not found on this server"
            return words, "$text-warning"
        if source == "acrs":
            return "", ""
        return ("could not be looked up" if source in self.lookups.failures else "…"), "$text-muted"

    def name_of_removed(self, text: str) -> Content:
        """By its name, too."""
        found = self.lookups.find(self.spec.options, text)
        return foreign(found.label if found else text, "strike $text-disabled", REMOVED_LENGTH)

    def add_line(self) -> Content:
        """How to choose, and the server's default while nothing is chosen."""
        default = f"   server default: {self.spec.default}" if self.spec.default else ""
        return styled("+ choose…" + ("" if self.items else default), "$text-muted")

    # Changing

    def action_edit(self) -> None:
        """Ask for the dialog."""
        if self.items is not None:
            self.post_message(self.Wants(self))

    def action_add(self) -> None:
        """Ask for the dialog."""
        self.action_edit()

    def take(self, values: list[str]) -> None:
        """The dialog's answer: all that are chosen now.

        Those that were chosen before keep their order and their spelling.
        """
        items = self.items or []
        rows = [
            row
            for row, item in enumerate(items)
            if not isinstance(item, str) or self._resolved(item) in values
        ]
        new = [value for value in dict.fromkeys(values) if value not in self.chosen]
        added: list[int | None] = [None] * len(new)
        self.store([*(items[row] for row in rows), *new], [*rows, *added])
