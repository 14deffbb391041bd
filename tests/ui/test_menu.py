"""A dialog in which one of several things is chosen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.data.hostile_texts import HOSTILE
from tests.ui.support import NORMAL, SIZES, SMALL, TinyApp, text_of, wait_until
from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem


@asynccontextmanager
async def shown(
    *items: tuple[MenuItem, Any], body: tuple[str, ...] = (), size: tuple[int, int] = NORMAL
) -> AsyncIterator[tuple[TinyApp, Pilot[None]]]:
    app = TinyApp(lambda: MenuScreen("Which?", items, body))
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        await pilot.pause()
        yield app, pilot


TWO = ((MenuItem("a", "First", "a note"), 1), (MenuItem("b", "Second"), 2))
MANY = tuple((MenuItem("", f"Item {number:02}"), number) for number in range(40))


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], 1),
        (["down", "enter"], 2),
        (["j", "k", "enter"], 1),
        (["up", "enter"], 1),
        (["b"], 2),
        (["escape"], None),
        (["q"], None),
    ],
)
async def test_what_the_keys_choose(keys: list[str], answer: int | None) -> None:
    async with shown(*TWO) as (app, pilot):
        await pilot.press(*keys)
        await wait_until(pilot, lambda: app.results == [answer])


async def test_other_keys_choose_nothing() -> None:
    async with shown(*TWO) as (app, pilot):
        await pilot.press("c", "space", "A", "1")
        assert app.results == []
        assert "▌ a  First  a note" in text_of(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_menu_scrolls_with_its_cursor(size: tuple[int, int]) -> None:
    async with shown(*MANY, size=size) as (app, pilot):
        for number in range(1, 40):
            await pilot.press("down")
            await wait_until(pilot, lambda row=f"▌ Item {number:02}": row in text_of(app))  # type: ignore[misc]
        assert "enter choose" in text_of(app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.results == [39])


async def test_a_click_on_a_row_that_was_scrolled_to() -> None:
    async with shown(*MANY, size=SMALL) as (app, pilot):
        await pilot.press(*["down"] * 20)
        await wait_until(pilot, lambda: "▌ Item 20" in text_of(app))
        lines = text_of(app).splitlines()
        row = next(place for place, text in enumerate(lines) if "Item 19" in text)
        await pilot.click(offset=(6, row))
        await wait_until(pilot, lambda: app.results == [19])


async def test_nothing_to_choose_from() -> None:
    async with shown() as (app, pilot):
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: app.results == [None])


async def test_hostile_texts_stay_in_their_place() -> None:
    items = [(MenuItem("", text, text), text) for text in HOSTILE]
    async with shown(*items, body=tuple(HOSTILE), size=SMALL) as (app, pilot):
        for text in HOSTILE:
            screen = app.screen
            assert isinstance(screen, MenuScreen)
            assert screen.current == text
            assert all(row.isprintable() for row in text_of(app).splitlines())
            assert all(cell_len(row) <= SMALL[0] for row in text_of(app).splitlines())
            await pilot.press("down")
