"""Toasts stay small, and off the lines at the foot; what they have no room for stands above."""

from pathlib import Path

import pytest
from textual.geometry import Size
from textual.widgets._toast import Toast

from tests.ui.form_stage import FormStage, editing
from tests.ui.support import SIZES, SMALL
from tui.api.errors import Exchange, Unreachable
from tui.widgets.banner import Banner
from tui.widgets.help_line import HelpLine
from tui.widgets.toasts import for_toast

SENTENCE = "The server did not answer in time. Try again, or look whether it is running."
LONG = Unreachable(SENTENCE, Exchange(server_words="upstream connect error " * 25))
"""As long as the words of a server are shown."""


COPIED = "The client id was copied to this machine's clipboard."


async def toasted(stage: FormStage) -> None:
    """A complaint, and a word after it."""
    stage.app.complain(LONG)
    stage.app.say(COPIED)
    await stage.see("clipboard.")


@pytest.mark.parametrize("size", SIZES)
async def test_toasts_leave_the_help_and_the_keys_to_be_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with editing(tmp_path, size=size) as stage:
        foot = stage.app.screen.query_one(HelpLine).region.y
        await stage.see("What people see on the consent page")
        before = stage.text.splitlines()[foot:]
        await toasted(stage)
        assert stage.text.splitlines()[foot:] == before
        count = 1 if size == SMALL else 2
        await stage.until(lambda: len(stage.app.screen.query(Toast)) == count)
        for toast in stage.app.screen.query(Toast):
            assert 0 < toast.region.width <= size[0]
            assert toast.region.height <= max(size[1] // 4, 2)


async def test_what_is_too_long_for_a_toast_stands_above_the_form(tmp_path: Path) -> None:
    async with editing(tmp_path, size=SMALL) as stage:
        await toasted(stage)
        banner = stage.app.screen.query_one(Banner)
        assert banner.text.startswith(f"{SENTENCE} upstream connect error")
        assert banner.region.height <= SMALL[1] // 3
        assert "The server did not answer in time." in stage.text


async def test_a_toast_that_comes_when_the_program_is_left(tmp_path: Path) -> None:
    async with editing(tmp_path, size=SMALL) as stage:
        app = stage.app
    assert not app.screen_stack
    app.on_notify()
    assert app._exception is None


def test_words_are_cut_only_where_they_do_not_fit() -> None:
    assert for_toast(SENTENCE, Size(80, 24)) == SENTENCE
    short = for_toast("word " * 200, Size(*SMALL))
    assert short.endswith("word…")
    assert len(short) <= 3 * 37
    assert len(for_toast("x" * 1000, Size(*SMALL))) == 3 * 37
