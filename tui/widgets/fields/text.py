"""A field of one line: texts, numbers, durations, dates."""

from __future__ import annotations

from textual.content import Content

from tui.forms.codecs import codec_of
from tui.forms.spec import Kind
from tui.models.json import ABSENT, Json
from tui.widgets.fields.base import Field
from tui.widgets.text import foreign, line

SHORT = frozenset({Kind.INTEGER, Kind.DURATION, Kind.DATE_TIME, Kind.VALIDITY})
"""Kinds whose values are typed anew rather than amended."""


class TextField(Field):
    """Shows a value by its codec and edits it as text."""

    takes_typing = True

    def value_lines(self, width: int) -> list[Content]:
        """One line: what was typed though rejected, the value, or the default."""
        rejected = self.draft.rejected.get(self.spec.path)
        if rejected is not None:
            return [line(foreign(rejected.text, "$text-error", width), self.was())]
        value = self.value
        if value is ABSENT or value is None or value == "":
            return [line(self.empty_line(), self.was())]
        return [line(foreign(self.show(value), "$foreground", 400), self.was())]

    def show(self, value: Json) -> str:
        """By the codec of the field's kind."""
        return codec_of(self.spec.kind).show(value)

    @property
    def types_on(self) -> bool:
        """Text is typed here."""
        return True

    def action_edit(self) -> None:
        """Edit as text."""
        self._edit(select=self.spec.kind in SHORT)

    def begin_typing(self) -> None:
        """What is typed or pasted takes the place of the value; enter would amend it."""
        self._edit(select=True)

    def _edit(self, *, select: bool) -> None:
        codec = codec_of(self.spec.kind)
        rejected = self.draft.rejected.get(self.spec.path)
        value = self.value
        text = "" if value is ABSENT or value is None else codec.edit(value)
        self.open_editor(
            rejected.text if rejected else text,
            placeholder=codec.hint or self.spec.default,
            typed=rejected is not None,
            select=select,
        )

    def accept(self, text: str) -> bool:
        """Set, clear, or keep what is no value, with the reason."""
        if not text.strip():
            self.take_away()
            return True
        try:
            value = codec_of(self.spec.kind).parse(text)
        except ValueError as problem:
            self.draft.reject(self.spec.path, text, str(problem))
            self._changed()
            return True
        self.put(value)
        return True
