"""Styles of texts, as they are drawn."""

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.widget import Widget

from tests.ui.field_app import run
from tui.widgets.text import line


class Words(Widget):
    """One line in each style."""

    def render(self) -> Content:
        """Three words."""
        return line(
            ("a", "$foreground"), ("b", "$text-muted"), ("c", "italic $text-disabled on $boost")
        )


class StyleApp(App[None]):
    """Shows the words."""

    def compose(self) -> ComposeResult:
        """The words."""
        yield Words()


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_muted_words_stand_back_behind_the_others(theme: str) -> None:
    app = StyleApp()
    app.theme = theme
    async with run(app):
        words = app.query_one(Words)
        contrast = []
        for segment in list(words.render_line(0))[:3]:
            assert segment.style is not None
            assert segment.style.color is not None
            assert segment.style.bgcolor is not None
            drawn = Color.from_rich_color(segment.style.color)
            behind = Color.from_rich_color(segment.style.bgcolor)
            contrast.append(abs(drawn.brightness - behind.brightness))
        assert contrast[0] > contrast[1] > contrast[2] > 0.1
