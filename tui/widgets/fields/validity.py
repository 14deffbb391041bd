"""The field of how long something is valid: for a time from now, or until a date in UTC."""

from __future__ import annotations

from datetime import UTC

from tui.forms.statement import ends
from tui.models.json import Json
from tui.widgets.client_status import utc_now
from tui.widgets.fields.text import TextField
from tui.widgets.statement_words import distance


class ValidityField(TextField):
    """Whichever was typed, the other is shown beside it."""

    def show(self, value: Json) -> str:
        """``30 d (2592000): until 2026-12-25 15:54 UTC``, or a date and how far it is away."""
        shown, now = super().show(value), utc_now().replace(tzinfo=UTC)
        try:
            end = ends(value, now)
        except (ValueError, OverflowError, OSError):
            return shown
        if isinstance(value, str):
            return f"{shown}: {distance(end, now)}"
        return f"{shown}: until {end:%Y-%m-%d %H:%M} UTC"
