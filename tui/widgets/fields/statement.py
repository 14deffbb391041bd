"""The field of a software statement: the JWT, and below it what that says."""

from __future__ import annotations

from datetime import UTC

from textual.content import Content

from tui.forms.draft import Draft
from tui.forms.spec import FieldSpec
from tui.models.registration.software_statement import NotAStatementError, Statement, decode
from tui.widgets.client_status import utc_now
from tui.widgets.fields.text import TextField
from tui.widgets.statement_words import when
from tui.widgets.text import line, wrapped


class StatementField(TextField):
    """Typed or pasted in one line; blanks within, as of a broken mail, are left out."""

    def __init__(self, spec: FieldSpec, draft: Draft) -> None:
        super().__init__(spec, draft)
        self._verdict = ""

    def show_verdict(self, verdict: str) -> None:
        """Whether its signature is ``good``, ``bad`` or ``unknown``; "" while nobody knows."""
        if verdict != self._verdict:
            self._verdict = verdict
            self.redraw()

    def value_lines(self, width: int) -> list[Content]:
        """The JWT, and what it says."""
        lines = super().value_lines(width)
        if not isinstance(self.value, str) or not self.value:
            return lines
        try:
            statement = decode(self.value)
        except NotAStatementError:
            return lines
        mark = self._mark()
        for content in wrapped(_summary(statement), width - mark.cell_length, "$text-muted"):
            lines.append(line(mark, content))
            mark = Content(" " * mark.cell_length)
        return lines

    def _mark(self) -> Content:
        if self._verdict == "good":
            return line(("✓ valid  ", "$text-success"))
        return line(("✗ invalid  ", "$text-error")) if self._verdict == "bad" else Content("")

    def accept(self, text: str) -> bool:
        """Set or clear it."""
        return super().accept("".join(text.split()))


def _summary(statement: Statement) -> str:
    ends = statement.moment("exp")
    expires = f"expires {when(ends, utc_now().replace(tzinfo=UTC))}" if ends else "without an end"
    return " · ".join(filter(None, (expires, statement.issuer, statement.software_id)))
