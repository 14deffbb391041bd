"""A field of many lines, which makes only those that are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual

from tui.forms.draft import Draft
from tui.forms.spec import FieldSpec
from tui.widgets.fields.base import Field
from tui.widgets.text import fit

Drawn = Callable[[], Content]
"""A line, made when it is drawn."""


class LazyField(Field):
    """Subclasses give their lines as functions (``draw``); what is off the screen costs little.

    The functions are kept until ``redraw``, so they must look up themselves what changes
    without it, such as the focus.
    """

    def __init__(self, spec: FieldSpec, draft: Draft) -> None:
        super().__init__(spec, draft)
        self._drawn: tuple[int, list[Drawn]] | None = None

    def draw(self, width: int) -> Iterator[Drawn]:
        """Every line of the field, the label first, for a field of ``width`` cells."""
        raise NotImplementedError

    def drawing(self, width: int) -> list[Drawn]:
        """The lines of ``draw``, kept until the next ``redraw``."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, list(self.draw(width)))
        return self._drawn[1]

    def redraw(self) -> None:
        """Draw anew after the draft, the findings or the look-ups changed."""
        self._drawn = None
        super().redraw()

    def lines(self, width: int) -> list[Content]:
        """All lines, made at once."""
        return [fit(drawn(), width) for drawn in self.drawing(width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines; none is made to tell it."""
        del container, viewport
        return len(self.drawing(width))

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the field, 0-based."""
        width = self.size.width
        drawing = self.drawing(width)
        content = fit(drawing[y](), width) if y < len(drawing) else Content("")
        selected = self.text_selection.get_span(y) if self.text_selection else None
        if selected is not None:
            start, end = selected
            style = self.screen.get_visual_style("screen--selection")
            content = content.stylize(style, start, end if end >= 0 else len(content))
        strips = Visual.to_strips(self, content, width, 1, self.visual_style, apply_selection=False)
        strip = strips[0] if strips else Strip.blank(width)
        return strip.adjust_cell_length(width, self.visual_style.rich_style).apply_offsets(0, y)
