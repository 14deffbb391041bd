"""A list of entries of the server, one line each, in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from textual.content import Content

from tui.models.document import Document
from tui.models.plain import plain
from tui.widgets.columns import row
from tui.widgets.cursor_list import CursorList
from tui.widgets.text import line

D = TypeVar("D", bound=Document)


class DocumentList(CursorList, Generic[D]):
    """Subclasses say which columns there are, and what stands in them.

    Attributes:
        documents: the entries; None before they have been read.
        nothing: what stands there when there is none; may hold what the person typed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.documents: Sequence[D] | None = None
        self.nothing = ""

    def widths(self, width: int) -> Mapping[str, int]:
        """As ``columns.Widths``."""
        raise NotImplementedError

    def cells(self, document: D) -> Mapping[str, tuple[str, str]]:
        """Text, which may be foreign, and style for each column there can be."""
        raise NotImplementedError

    def key_of(self, document: D) -> str:
        """What it is known by; "" when that is not known."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.documents or ())

    @property
    def document(self) -> D | None:
        """The entry of the cursor; None when there is none."""
        return self.documents[self.cursor] if self.documents else None

    def show(self, documents: Sequence[D], key: str = "") -> None:
        """Show these, with the cursor on the one that is known by ``key``, or where it was."""
        here = [place for place, one in enumerate(documents) if key and self.key_of(one) == key]
        self.documents = documents
        self.rows_changed(here[0] if here else self.cursor)

    def empty(self) -> Content:
        """Before they have been read there is nothing to say."""
        words = "" if self.documents is None else self.nothing
        return line((f"   {plain(words, 200)}", "$text-muted"))

    def row_line(self, place: int, width: int) -> Content:
        """Its cells."""
        assert self.documents is not None
        # The scroll bar's room stays free while it is not there, as in the heading.
        width = min(width, self.outer_size.width - self.scrollbar_size_vertical - len(self.MARK))
        return line(*row(self.widths(width), self.cells(self.documents[place])))
