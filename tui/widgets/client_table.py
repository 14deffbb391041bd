"""The list of clients: as long as it may be, only what can be seen is drawn and asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.models.document import ClientDocument
from tui.models.page import Page
from tui.widgets.client_columns import MARGIN, Column, columns_for
from tui.widgets.client_line import UNKNOWN, Piece, client_line, header_line
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.moving import movements
from tui.widgets.row_window import RowWindow, Span

HEADER = 1
"""Lines at the top that do not scroll."""

MOST_STRIPS = 600
"""Drawn lines that are kept for drawing them again."""

STALE = timedelta(minutes=1)
"""How long drawn lines are good: they say how much time a client has left."""


class ClientTable(ScrollView, can_focus=True):
    """Rows by their 0-based place in the list; a bar shows the cursor's.

    It starts with nothing known, not even the length: ``show`` begins a list, ``put`` adds
    rows to it, ``renew`` replaces what is known. What is missing it says by ``Needed``.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "client-table--header",
        "client-table--cursor",
        "client-table--mark",
        "client-table--name",
        "client-table--detail",
        "client-table--unknown",
        "client-table--disabled",
        "client-table--ending",
        "client-table--expired",
    }

    BINDINGS: ClassVar[list[BindingType]] = movements("list", "client")

    @dataclass
    class Needed(Message):
        """Rows that are to be seen, or soon will be, are not known.

        Attributes:
            offset: 0-based place of the first of them.
            limit: how many.
        """

        offset: int
        limit: int

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another client, or its client became known.

        Attributes:
            index: 0-based place in the list.
            document: None when it is not known yet, or the list is empty.
        """

        index: int
        document: ClientDocument | None

    @dataclass
    class Opened(Message):
        """The client under the cursor was clicked."""

        document: ClientDocument

    @dataclass
    class Viewed(Message):
        """Other rows are seen, or the length changed.

        Attributes:
            first: 0-based place of the first row on the screen.
            last: of the last one; -1 when the list is empty.
            total: rows in the list; None while that is not known.
        """

        first: int
        last: int
        total: int | None

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__()
        self.cursor = 0
        self._clock = clock
        self._rows = RowWindow()
        self._marked: frozenset[str] = frozenset()
        self._sort = (Column.NAME, False)
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._drawn_at = (clock(), 0)
        self._telling = False
        self._highlighted: tuple[int, ClientDocument | None] | None = None
        self._viewed: tuple[int, int, int | None] | None = None

    # What is known

    @property
    def total(self) -> int | None:
        """Rows in the whole list; None while that is not known."""
        return self._rows.total

    @property
    def current(self) -> ClientDocument | None:
        """The client under the cursor, if it is known."""
        return self._rows.row(self.cursor)

    @property
    def rows_seen(self) -> range:
        """The places of the rows on the screen."""
        top = self.scroll_offset.y
        return range(top, min(top + self._height, self.total or 0))

    @property
    def missing(self) -> Span | None:
        """What to read next; None when everything near is known."""
        seen = self.rows_seen
        return self._rows.missing(seen.start, seen.stop) if seen else None

    @property
    def sees_unknown(self) -> bool:
        """Whether a row on the screen is not known."""
        return self.total is None or any(self._rows.row(index) is None for index in self.rows_seen)

    def show(self, page: Page[ClientDocument]) -> None:
        """Begin a list; the cursor goes to its first row."""
        self._rows.clear()
        self.cursor = 0
        self._take(page)
        self.scroll_to(y=0, animate=False, force=True)

    def put(self, page: Page[ClientDocument]) -> None:
        """Add rows of the same list."""
        self._take(page)

    def renew(self, page: Page[ClientDocument], inum: str = "") -> None:
        """Replace all that is known by a newer page of the same list, and keep the place.

        The cursor goes to the client ``inum``, by default it follows the one that it is on,
        if that is on the page; its line on the screen stays where it was.
        """
        sought = inum or (self.current.inum if self.current else "")
        line = self.cursor - self.scroll_offset.y
        self._rows.expire()
        self._take(page)
        found = self._rows.find(sought) if sought else None
        if found is not None and found != self.cursor:
            self.cursor = found
            self.scroll_to(y=found - line, animate=False, force=True)
            self._scroll_to_cursor()
            self._changed()

    def show_sort(self, column: Column, descending: bool) -> None:
        """Mark the column that the list is sorted by."""
        self._sort = (column, descending)
        self.refresh(Region(0, 0, self.size.width, HEADER))

    def show_marks(self, inums: Iterable[str]) -> None:
        """Mark the clients with these ids, and no others."""
        self._marked = frozenset(inums)
        self._strips.clear()
        self.refresh(Region(0, HEADER, self._width, self._height))

    def _take(self, page: Page[ClientDocument]) -> None:
        self._rows.put(page)
        length = page.total
        self.cursor = max(min(self.cursor, length - 1), 0)
        self.virtual_size = Size(0, length + HEADER)
        self._changed()

    def _changed(self) -> None:
        self._strips.clear()
        self.refresh()
        self._tell()

    # Saying

    def _tell(self) -> None:
        """Say what changed, once for all that is done in one go."""
        if not self._telling:
            self._telling = True
            self.call_next(self._tell_now)

    def _tell_now(self) -> None:
        self._telling = False
        here = (self.cursor, self.current)
        before = self._highlighted
        if before is None or before[0] != here[0] or before[1] is not here[1]:
            self._highlighted = here
            self.post_message(self.Highlighted(*here))
        seen = self.rows_seen
        viewed = (seen.start, seen.stop - 1 if seen else -1, self.total)
        if viewed != self._viewed:
            self._viewed = viewed
            self.post_message(self.Viewed(*viewed))
        span = self.missing
        if span is not None:
            self.post_message(self.Needed(*span))

    # Moving

    @property
    def _height(self) -> int:
        return max(self.size.height - HEADER, 0)

    def move_to(self, index: int) -> None:
        """Put the cursor on the row at ``index``, or the nearest that there is."""
        if not self.total:
            return
        before, self.cursor = self.cursor, max(min(index, self.total - 1), 0)
        if before != self.cursor:
            self._scroll_to_cursor()
            self._refresh_row(before)
            self._refresh_row(self.cursor)
            self._tell()

    def _scroll_to_cursor(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + self._height:
            self.scroll_to(y=self.cursor - self._height + 1, animate=False, force=True)

    def _refresh_row(self, index: int) -> None:
        y = index - self.scroll_offset.y
        if 0 <= y < self._height:
            self.refresh(Region(0, y + HEADER, self._width, 1))

    def action_move(self, step: int) -> None:
        """By ``step`` rows."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """By ``step`` screens; the cursor stays on its line of the screen."""
        rows = step * max(self._height, 1)
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
        self.move_to(self.cursor + rows)

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to((self.total or 0) - 1)

    def on_click(self, event: events.Click) -> None:
        """The first click puts the cursor there, one on the cursor's row opens it."""
        index = self.scroll_offset.y + event.y - HEADER
        if event.y < HEADER or event.x >= self._width or index not in self.rows_seen:
            return
        if index != self.cursor:
            self.move_to(index)
        elif self.current is not None:
            self.post_message(self.Opened(self.current))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other rows are seen; the header stays."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(Region(0, HEADER, self._width, self._height))
            self._tell()

    # Drawing

    @property
    def _width(self) -> int:
        return self.size.width - self.scrollbar_size_vertical

    def on_resize(self) -> None:
        """Other rows are seen."""
        self._scroll_to_cursor()
        self._tell()

    def notify_style_update(self) -> None:
        """Drawn lines have the old theme's colours."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """The header, a client, dots for a client that is not known, or nothing."""
        width = self._width
        if y < HEADER:
            title = header_line(columns_for(width), *self._sort)
            return self._strip([(title, "header")], width, here=False)
        index = self.scroll_offset.y + y - HEADER
        if index >= (self._height if self.total is None else self.total):
            return Strip.blank(width, self.visual_style.rich_style)
        self._forget_old_strips(width)
        document = self._rows.row(index)
        # Rows that are not known look alike.
        key = (index if document is not None else -1, index == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._row(document, key[1], width)
        return strip

    def _row(self, document: ClientDocument | None, here: bool, width: int) -> Strip:
        here = here and self.total is not None
        marked = document is not None and document.inum in self._marked
        margin = ("✓" if marked else " ") + ("▌" if here else " ")
        if document is not None:
            pieces = client_line(document, columns_for(width), self._drawn_at[0], margin)
        else:
            pieces = [(margin.ljust(MARGIN), "mark"), (UNKNOWN, "unknown")]
        return self._strip(pieces, width, here)

    def _strip(self, pieces: list[Piece], width: int, here: bool) -> Strip:
        cursor = ("client-table--cursor",) if here else ()
        segments = [
            Segment(text, self.get_visual_style(*cursor, f"client-table--{role}").rich_style)
            for text, role in pieces
        ]
        rest = self.get_visual_style(*cursor).rich_style
        return Strip(segments).adjust_cell_length(width, rest)

    def _forget_old_strips(self, width: int) -> None:
        now, (then, drawn_width) = self._clock(), self._drawn_at
        if width != drawn_width or now - then > STALE or len(self._strips) > MOST_STRIPS:
            self._strips.clear()
            self._drawn_at = (now, width)
