"""A QR code, two modules a cell."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.widgets.text import joined, styled

QUIET = 2
"""Light modules around the code: half of what the standard asks for, enough for cameras."""

_CELLS = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}

Modules = Sequence[Sequence[int]]
"""Rows of modules, 1 where one is dark."""


def modules_of(text: str) -> Modules:
    """The code that spells ``text``. It takes a while: not on the event loop."""
    import segno

    code = segno.make(text, error="l", micro=False)
    return [[int(bool(module)) for module in row] for row in code.matrix_iter(border=QUIET)]


class QrCode(Widget):
    """Dark on light whatever the theme: cameras do not read it the other way round."""

    DEFAULT_CSS = """
    QrCode { width: auto; height: auto; }
    """

    def __init__(self, modules: Modules) -> None:
        super().__init__()
        self._modules = modules

    @property
    def columns(self) -> int:
        """Cells across."""
        return len(self._modules[0])

    @property
    def rows(self) -> int:
        """Lines."""
        return (len(self._modules) + 1) // 2

    def render(self) -> Content:
        """The whole code."""
        return joined(styled(self._row(row), "black on white") for row in range(self.rows))

    def _row(self, row: int) -> str:
        upper = self._modules[2 * row]
        below = 2 * row + 1
        lower = self._modules[below] if below < len(self._modules) else [0] * len(upper)
        return "".join(_CELLS[pair] for pair in zip(upper, lower, strict=True))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as the code."""
        del container, viewport
        return self.columns

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the code."""
        del container, viewport, width
        return self.rows
