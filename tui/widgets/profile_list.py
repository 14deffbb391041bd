"""The servers that are set up, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.models.plain import plain
from tui.settings.profile import Profile
from tui.widgets.cells import exactly
from tui.widgets.cursor_list import CursorList
from tui.widgets.profile_colours import COLOURS
from tui.widgets.text import foreign, line, sides, styled

WIDEST_NAME = 24


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One server.

    Attributes:
        name: what the person calls it.
        profile: how it is set up; None for the sandbox, for what cannot be used, and for the
            row that adds one.
        note: what there is to know about it; may be foreign.
        problem: why it cannot be used; "" when it can.
        adds: whether it is no server, but the way to set one up.
        is_current: whether the program works on it now.
        is_default: whether it is opened when none is named.
    """

    name: str
    profile: Profile | None = None
    note: str = ""
    problem: str = ""
    adds: bool = False
    is_current: bool = False
    is_default: bool = False

    @property
    def words(self) -> str:
        """What to be careful of, and where it stands among the others."""
        profile = self.profile
        found = [
            "current" if self.is_current else "",
            "default" if self.is_default else "",
            "insecure" if profile and profile.tls.insecure else "",
            "read-only" if profile and profile.read_only else "",
            "protected" if profile and profile.protected else "",
        ]
        return " · ".join(word for word in found if word)


class ProfileList(CursorList):
    """Name in its colour, what to be careful of, and the address."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ProfileRow] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def row(self) -> ProfileRow | None:
        """The row of the cursor; None when there is none yet."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, rows: Sequence[ProfileRow], cursor: int) -> None:
        """Show these, with the cursor on one of them."""
        self.rows = rows
        self.rows_changed(cursor)

    def row_line(self, place: int, width: int) -> Content:
        """One line, as much of it as there is room for."""
        row = self.rows[place]
        colour = row.profile.colour if row.profile else ""
        wide = min(max(len(plain(one.name, WIDEST_NAME)) for one in self.rows) + 2, WIDEST_NAME)
        style = "$text-error" if row.problem else COLOURS[colour]
        name = exactly(f" {plain(row.name, wide - 2)} ", wide)
        mark = ("● " if row.is_current else "  ", "$text-success")
        tone = "$text-error" if row.problem else "$text-muted"
        note = foreign(row.problem or row.note, tone, 300)
        left = line(mark, (name, f"bold {style}"), "  ", note)
        return sides(left, styled(f"{row.words} ", "$text-warning"), width)
