"""Software statements, one line each."""

from __future__ import annotations

from tui.models.registration.software_statement import SsaDocument
from tui.widgets.document_list import DocumentList
from tui.widgets.statement_words import day, grant_words, use_word

NARROW, WIDE = 60, 100
"""Cells: below the one only what tells them apart is shown, from the other on all there is."""

STYLES = {
    "ACTIVE": "$text-success",
    "USED": "$text-muted",
    "EXPIRED": "$text-warning",
    "REVOKED": "$text-error",
}


class StatementList(DocumentList[SsaDocument]):
    """Status, organization, software, and as much of the rest as there is room for."""

    def widths(self, width: int) -> dict[str, int]:
        """As ``columns``."""
        return columns(width)

    def key_of(self, document: SsaDocument) -> str:
        """Its ``jti``."""
        return document.jti

    def cells(self, document: SsaDocument) -> dict[str, tuple[str, str]]:
        """What is not active is muted."""
        status = document.status or "unknown"
        style = "" if document.is_active else "$text-muted"
        return {
            "status": (status.lower(), STYLES.get(status.upper(), "$text-warning")),
            "organization": (document.organization, style),
            "software": (document.software_id, f"bold {style}".strip()),
            "roles": (" ".join(document.texts("ssa.software_roles")), style),
            "grants": (" ".join(grant_words(document.texts("ssa.grant_types"))), style),
            "created": (day(document.created), "$text-muted"),
            "expires": (day(document.expires), style),
            "use": (use_word(document), "$text-muted"),
        }


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
