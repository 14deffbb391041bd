"""What makes a picture the same everywhere, and what must not be in one."""

import io
import re

import pytest
from rich.console import Console
from rich.text import Text

from screenshots.picture import BadPictureError, picture


def svg(text: str, style: str = "") -> str:
    """``text`` as Textual would export it."""
    console = Console(
        width=60, file=io.StringIO(), record=True, force_terminal=True, color_system="truecolor"
    )
    console.print(Text(text, style))
    return console.export_svg(title="jans-tui")


def runs(drawn: str) -> list[tuple[str, str, str]]:
    """Place, width and words of each text."""
    return re.findall(r'<text class="\S+" x="(\S+)" y="\S+" textLength="(\S+)">([^<]*)<', drawn)


def test_a_picture_fetches_nothing() -> None:
    drawn = picture(svg("https://rp.example/"), "one")
    assert "https://rp.example/" in drawn
    assert not re.search(r"font-face|@import|href|url\((?!#)", drawn)


def test_a_picture_that_would_fetch_something_is_refused() -> None:
    fetching = svg("text").replace("</svg>", '<image href="https://rp.example/x.png"/></svg>')
    with pytest.raises(BadPictureError, match="fetch"):
        picture(fetching, "one")


def test_the_ids_depend_on_the_name_alone() -> None:
    before, after = picture(svg("same\nold"), "one"), picture(svg("same\nnew"), "one")
    changed = [row for row in after.splitlines() if row not in before.splitlines()]
    assert len(changed) == 1
    assert ">new<" in changed[0]
    assert "terminal-" not in after.replace("clip-terminal", "")


def test_runs_of_words_stand_where_they_do_on_a_terminal() -> None:
    drawn = picture(svg("  Name here   東京   <a&b>"), "one")
    assert runs(drawn) == [
        ("24.4", "109.8", "Name here"),
        ("170.8", "48.8", "東京"),
        ("256.2", "61", "&lt;a&amp;b&gt;"),
    ]


@pytest.mark.parametrize(
    "text",
    ["made-up-7", "sandbox-secret-1", "x not-to-be-seen-1 y", "b7Qx0nV+kX3kqGzXjV1m5g=="],
)
def test_a_picture_with_a_secret_is_refused(text: str) -> None:
    with pytest.raises(BadPictureError, match="one shows"):
        picture(svg(text), "one")


def test_a_secret_is_found_across_styles() -> None:
    console = Console(width=60, file=io.StringIO(), record=True, force_terminal=True)
    console.print(Text.assemble(("made-", "bold"), ("up-7", "red")))
    with pytest.raises(BadPictureError, match="secret"):
        picture(console.export_svg(), "one")
