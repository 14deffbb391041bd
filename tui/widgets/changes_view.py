"""Changes and conflicts as rows of old and new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from tui.forms.lookups import Lookups
from tui.forms.wording import in_words, label_of, list_items
from tui.models.changes import Change, Conflict, Path, Side
from tui.models.secrets import MASK, SECRET_MEMBERS
from tui.widgets.lines import Lines
from tui.widgets.text import fit, foreign, line, sides, styled

INDENT = "   "
ROWS = 3
"""Lines of a conflict: its name, mine, theirs."""


class ChangesView(Lines):
    """Each change: what the form calls it, and the old and the new value."""

    def __init__(self, changes: Sequence[Change], lookups: Lookups, *, new: bool = False) -> None:
        """Args: ``new`` leaves out what was before, as nothing was."""
        super().__init__()
        self._new = new
        self._changes = changes
        self._lookups = lookups

    def lines(self, width: int) -> list[Content]:
        """A heading for each change, its values below."""
        found: list[Content] = []
        for change in self._changes:
            path = ".".join(change.path)
            label = foreign(label_of(path), "bold", 120)
            heading = sides(label, foreign(path, "$text-disabled", 120), width)
            found.append(heading)
            found += [fit(row, width) for row in self._values(change, path)]
        return found

    def _values(self, change: Change, path: str) -> list[Content]:
        items = list_items(change, self._lookups)
        if items:
            colours = {"+": "$text-success", "-": "$text-error"}
            return [
                line(INDENT, foreign(f"{item.sign} {item.text}", colours[item.sign], 300))
                for item in items
            ]
        after = in_words(path, change.after, self._lookups)
        if after == MASK and path in SECRET_MEMBERS:
            return [line(INDENT, styled("a new one", "bold $text-success"))]
        if self._new:
            return [line(INDENT, foreign(after, "$text-success", 300))]
        before = in_words(path, change.before, self._lookups)
        return [
            line(
                INDENT,
                foreign(before, "$text-muted", 120),
                "  →  ",
                foreign(after, "bold $text-success", 300),
            )
        ]


class ConflictsView(Lines, can_focus=True):
    """Settings that both changed: mine and theirs, and which of them is to stay."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False),
        Binding("up,k", "move(-1)", "Previous", show=False),
        Binding("m,left", "choose('mine')", "Mine", id="conflict.mine"),
        Binding("t,right", "choose('theirs')", "Theirs", id="conflict.theirs"),
        Binding("space", "swap", "The other", show=False),
    ]

    def __init__(self, conflicts: Sequence[Conflict], lookups: Lookups) -> None:
        super().__init__()
        self._conflicts = conflicts
        self._lookups = lookups
        self._cursor = 0
        self.choices: dict[Path, Side] = {}

    @property
    def undecided(self) -> bool:
        """Whether some conflict has no choice yet."""
        return len(self.choices) < len(self._conflicts)

    def lines(self, width: int) -> list[Content]:
        """Three rows a conflict."""
        found = [
            styled(
                "You and someone else changed these. m keeps mine, t takes theirs.", "$text-warning"
            )
        ]
        for place, conflict in enumerate(self._conflicts):
            path = ".".join(conflict.path)
            here = self.has_focus and place == self._cursor
            mark = "▌ " if here else "  "
            heading = line((mark, "$text-accent"), foreign(label_of(path), "bold", 120))
            found.append(sides(heading, foreign(path, "$text-disabled", 120), width))
            found += [fit(self._side(conflict, path, side), width) for side in ("mine", "theirs")]
        return found

    def _side(self, conflict: Conflict, path: str, side: Side) -> Content:
        value = conflict.mine if side == "mine" else conflict.theirs
        chosen = self.choices.get(conflict.path) == side
        style = "bold $text-success" if chosen else "$text-muted"
        words = in_words(path, value, self._lookups)
        return line(
            INDENT,
            ("● " if chosen else "○ ", style),
            (f"{side:<7}", style),
            foreign(words, style, 300),
        )

    def action_move(self, step: int) -> None:
        """The next or previous conflict."""
        self._go_to((self._cursor + step) % len(self._conflicts))

    def _go_to(self, place: int) -> None:
        self._cursor = place
        self.refresh()
        if isinstance(self.parent, Widget):
            top = self.virtual_region.y + 1 + place * ROWS
            region = Region(0, top, self.size.width, ROWS)
            self.parent.scroll_to_region(region, animate=False)

    def action_choose(self, side: Side) -> None:
        """Decide the conflict under the cursor, and go on to the next undecided one."""
        self.choices[self._conflicts[self._cursor].path] = side
        undecided = (
            place
            for place, conflict in enumerate(self._conflicts)
            if conflict.path not in self.choices
        )
        self._go_to(next(undecided, self._cursor))

    def action_swap(self) -> None:
        """The other side than the one chosen."""
        mine = self.choices.get(self._conflicts[self._cursor].path) == "mine"
        self.action_choose("theirs" if mine else "mine")
