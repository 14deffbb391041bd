"""Software statements, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.models.plain import plain
from tui.models.registration.software_statement import SsaDocument
from tui.widgets.columns import row
from tui.widgets.cursor_list import CursorList
from tui.widgets.statement_words import day, grant_words, use_word
from tui.widgets.text import line

NARROW, WIDE = 60, 100
"""Cells: below the one only what tells them apart is shown, from the other on all there is."""

STYLES = {
    "ACTIVE": "$text-success",
    "USED": "$text-muted",
    "EXPIRED": "$text-warning",
    "REVOKED": "$text-error",
}


class StatementList(CursorList):
    """Status, organization, software, and as much of the rest as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: Sequence[SsaDocument] | None = None
        self.nothing = ""
        """What stands there when there is none; may hold what the person typed."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._documents or ())

    @property
    def document(self) -> SsaDocument | None:
        """The statement of the cursor; None when there is none."""
        return self._documents[self.cursor] if self._documents else None

    def show(self, documents: Sequence[SsaDocument], jti: str = "") -> None:
        """Show these, with the cursor on the one with this id, or where it was."""
        here = [place for place, one in enumerate(documents) if jti and one.jti == jti]
        self._documents = documents
        self.rows_changed(here[0] if here else self.cursor)

    def empty(self) -> Content:
        """Before they have been read there is nothing to say."""
        words = "" if self._documents is None else self.nothing
        return line((f"   {plain(words, 200)}", "$text-muted"))

    def row_line(self, place: int, width: int) -> Content:
        """Its cells."""
        assert self._documents is not None
        document = self._documents[place]
        status = document.status or "unknown"
        active = document.is_active
        style = "" if active else "$text-muted"
        cells = {
            "status": (status.lower(), STYLES.get(status.upper(), "$text-warning")),
            "organization": (document.organization, style),
            "software": (document.software_id, f"bold {style}".strip()),
            "roles": (" ".join(document.texts("ssa.software_roles")), style),
            "grants": (" ".join(grant_words(document.texts("ssa.grant_types"))), style),
            "created": (day(document.created), "$text-muted"),
            "expires": (day(document.expires), style),
            "use": (use_word(document), "$text-muted"),
        }
        return line(*row(columns(width), cells))


def columns(width: int) -> dict[str, int]:
    """The columns for a row of ``width`` cells, from left to right, each with its own."""
    if width < NARROW:
        names, room = {"status": 8}, width - 9
        return {**names, "organization": room // 3, "software": room - room // 3 - 2}
    fixed = {"status": 8, "created": 10, "expires": 10, "use": 4}
    if width < WIDE:
        fixed.pop("created")
    room = width - sum(fixed.values()) - len(fixed) - 4
    organization, software = max(room // 4, 12), room * 3 // 10
    rest = room - organization - software
    return {
        "status": 8,
        "organization": organization,
        "software": software,
        "roles": rest // 2,
        "grants": rest - rest // 2,
        **{name: fixed[name] for name in ("created", "expires", "use") if name in fixed},
    }
