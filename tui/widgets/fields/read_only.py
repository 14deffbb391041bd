"""A field that only the server writes."""

from __future__ import annotations

from textual.content import Content

from tui.models.json import ABSENT
from tui.models.secrets import SECRET_MEMBERS
from tui.widgets.fields.base import Field
from tui.widgets.text import foreign, line, styled


class ReadOnlyField(Field):
    """Shows a value; no key changes it."""

    def value_lines(self, width: int) -> list[Content]:
        """The value, a mask for secrets, or a word that there is none."""
        value = self.value
        if value is ABSENT or value is None or value in ("", []):
            words = "given by the server" if self.draft.is_new else "none"
            return [styled(words, "$text-disabled")]
        if self.spec.path in SECRET_MEMBERS:
            return [line("••••••••", ("  secret, not shown", "$text-disabled"))]
        return [line(foreign(value, "$foreground"), ("  read-only", "$text-disabled"))]

    def action_clear(self) -> None:
        """Nothing: the server owns it."""

    def action_revert(self) -> None:
        """Nothing: the server owns it."""
