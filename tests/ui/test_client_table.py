"""The table of clients, alone in an app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Button

from tests.data.hostile_texts import HOSTILE
from tests.ui.support import NORMAL, NOW, SIZES, client, clock, text_of, wait_until
from tui.models.dates import to_wire
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.models.page import Page
from tui.widgets.client_columns import Column
from tui.widgets.client_table import ClientTable
from tui.widgets.styles import style_path

ROWS = NORMAL[1] - 2
"""Rows on the screen beside the header and the button."""


class CountingTable(ClientTable):
    """Remembers which lines were drawn."""

    drawn: list[int]

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


class TableApp(App[None]):
    CSS_PATH = style_path("clients")

    def __init__(self) -> None:
        super().__init__()
        self.table = CountingTable(clock)
        self.table.drawn = []
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.table
        yield Button("elsewhere", compact=True)

    def on_client_table_needed(self, event: ClientTable.Needed) -> None:
        self.heard.append(event)

    def on_client_table_highlighted(self, event: ClientTable.Highlighted) -> None:
        self.heard.append(event)

    def on_client_table_opened(self, event: ClientTable.Opened) -> None:
        self.heard.append(event)

    def last(self, kind: type[Message]) -> Any:
        return next((one for one in reversed(self.heard) if isinstance(one, kind)), None)

    @property
    def mark(self) -> str:
        """The line with the cursor's mark."""
        return next((row for row in text_of(self).splitlines() if "▌" in row), "")


def page(start: int, count: int, total: int) -> Page[ClientDocument]:
    return Page(start, total, [ClientDocument(client(start + n)) for n in range(count)])


def page_of(*entries: JsonObject) -> Page[ClientDocument]:
    return Page(0, len(entries), [ClientDocument(entry) for entry in entries])


@asynccontextmanager
async def table_app(size: tuple[int, int] = NORMAL) -> AsyncIterator[tuple[TableApp, Pilot[None]]]:
    app = TableApp()
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_before_anything_is_known_there_are_quiet_dots() -> None:
    async with table_app() as (app, pilot):
        assert "Name ▲" in text_of(app)
        assert text_of(app).count("· · ·") == ROWS
        await pilot.press("j", "G", "pagedown")
        assert app.table.cursor == 0
        assert "▌ Client" not in text_of(app)


async def test_keys_move_the_cursor() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.pause()
        assert "▌ Client 000000" in app.mark
        for keys, place in (
            (["j"], 1),
            (["down", "down"], 3),
            (["k"], 2),
            (["up"], 1),
            (["pagedown"], 1 + ROWS),
            (["pageup"], 1),
            (["G"], 199),
            (["end"], 199),
            (["j"], 199),
            (["g"], 0),
            (["k"], 0),
            (["end"], 199),
            (["home"], 0),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert app.table.cursor == place, keys
            assert f"▌ Client {place:06}" in app.mark


async def test_moving_within_the_screen_draws_two_lines() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.pause()
        app.table.drawn.clear()
        await pilot.press("j")
        await pilot.pause()
        assert sorted(set(app.table.drawn)) == [1, 2]


async def test_the_header_stays_while_the_rows_scroll() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        lines = text_of(app).splitlines()
        assert "Name ▲" in lines[0]
        assert "Client 000199" in lines[ROWS]
        assert list(app.table.rows_seen) == list(range(200 - ROWS, 200))


async def test_missing_rows_are_dots_and_are_asked_for() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 50, 1_000_000))
        await wait_until(pilot, lambda: app.last(ClientTable.Needed) is not None)
        needed = app.last(ClientTable.Needed)
        assert (needed.offset, needed.limit) == (50, 50)
        app.heard.clear()
        await pilot.press("end")
        await wait_until(pilot, lambda: app.last(ClientTable.Needed) is not None)
        needed = app.last(ClientTable.Needed)
        assert (needed.offset, needed.limit) == (999_950, 50)
        assert text_of(app).count("· · ·") == ROWS
        assert app.last(ClientTable.Highlighted).document is None
        app.table.put(page(999_950, 50, 1_000_000))
        await wait_until(pilot, lambda: "▌ Client 999999" in app.mark)
        await wait_until(pilot, lambda: app.last(ClientTable.Highlighted).document is not None)
        assert app.last(ClientTable.Highlighted).document.name == "Client 999999"
        needed = app.last(ClientTable.Needed)
        assert (needed.offset, needed.limit) == (999_900, 50)


async def test_a_key_that_is_held_down_leaves_one_wish() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 50, 100_000))
        await pilot.pause()
        app.heard.clear()
        for _ in range(50):
            app.table.action_page(1)
        await pilot.pause()
        wishes = [one for one in app.heard if isinstance(one, ClientTable.Needed)]
        assert len(wishes) == 1
        assert wishes[0].offset <= 50 * ROWS < wishes[0].offset + wishes[0].limit


async def test_the_cursor_tells_where_it_is() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.press("j", "j")
        await pilot.pause()
        told = app.last(ClientTable.Highlighted)
        assert (told.index, told.document.name) == (2, "Client 000002")


async def test_the_first_click_selects_and_the_second_opens() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.pause()
        await pilot.click(ClientTable, offset=(10, 5))
        await pilot.pause()
        assert app.table.cursor == 4
        assert app.last(ClientTable.Opened) is None
        await pilot.click(ClientTable, offset=(10, 5))
        await pilot.pause()
        assert app.last(ClientTable.Opened).document.name == "Client 000004"


async def test_clicks_beside_the_rows_do_nothing() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 3, 3))
        await pilot.pause()
        await pilot.click(ClientTable, offset=(10, 0))
        await pilot.click(ClientTable, offset=(10, 15))
        await pilot.pause()
        assert app.table.cursor == 0
        assert app.last(ClientTable.Opened) is None


async def test_the_wheel_scrolls_and_the_cursor_stays() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.pause()
        app.table.scroll_relative(y=30, animate=False)
        await pilot.pause()
        assert app.table.cursor == 0
        assert app.table.rows_seen.start == 30
        assert not app.mark
        await pilot.press("j")
        await pilot.pause()
        assert "▌ Client 000001" in app.mark


async def test_renewing_follows_the_client_and_keeps_its_line() -> None:
    async with table_app() as (app, pilot):
        entries = [client(n) for n in range(100)]
        app.table.show(page_of(*entries))
        await pilot.pause()
        app.table.scroll_to(y=20, animate=False, force=True)
        app.table.move_to(30)
        await pilot.pause()
        app.table.renew(page_of(*(client(n, clientName=f"New {n:06}") for n in range(5, 100))))
        await pilot.pause()
        assert "▌ New 000030" in app.mark
        assert app.table.cursor == 25
        assert app.table.rows_seen.start == 15


async def test_renewing_without_the_client_keeps_the_place() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 100, 100))
        await pilot.pause()
        app.table.move_to(99)
        app.table.renew(page_of(*(client(n) for n in range(40))))
        await pilot.pause()
        assert app.table.cursor == 39
        assert "▌ Client 000039" in app.mark
        app.table.renew(page_of())
        await pilot.pause()
        assert app.table.cursor == 0
        assert app.table.current is None
        assert "Client" not in text_of(app).splitlines()[1]


async def test_a_new_list_starts_at_its_top() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 100, 100))
        await pilot.pause()
        await pilot.press("G")
        app.table.show_sort(Column.ID, descending=True)
        app.table.show(page(0, 60, 60))
        await pilot.pause()
        assert app.table.rows_seen.start == 0
        assert "▌ Client 000000" in app.mark
        assert "Client ID ▼" in text_of(app)


async def test_the_bar_pales_when_the_focus_is_elsewhere() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 100, 100))
        await pilot.pause()
        focused = app.table.render_line(1)
        await pilot.press("tab")
        await pilot.pause()
        assert not app.table.has_focus
        assert app.table.render_line(1) != focused
        assert app.table.render_line(1).text == focused.text


async def test_another_theme_is_drawn_in_its_colours() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 100, 100))
        await pilot.pause()
        dark = app.table.render_line(2)
        app.theme = "textual-light"
        await pilot.pause()
        await pilot.pause()
        assert app.table.render_line(2) != dark
        assert app.table.render_line(2).text == dark.text


async def test_the_status_goes_on_with_the_time() -> None:
    async with table_app() as (app, pilot):
        time = [NOW]
        app.table._clock = lambda: time[0]
        app.table.show(page_of(client(1, expirationDate=to_wire(NOW + timedelta(hours=2)))))
        await pilot.pause()
        assert "2 h left" in text_of(app)
        time[0] = NOW + timedelta(hours=3)
        app.table.refresh()
        await pilot.pause()
        assert "expired" in text_of(app)


@pytest.mark.parametrize("size", [*SIZES, (20, 5), (8, 3), (200, 60)])
async def test_every_size(size: tuple[int, int]) -> None:
    async with table_app(size) as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.press("G", "pageup", "k")
        await pilot.pause()
        lines = text_of(app).splitlines()
        assert all(len(row) <= size[0] for row in lines)
        assert any("▌" in row for row in lines)


async def test_a_smaller_screen_still_shows_the_cursor() -> None:
    async with table_app() as (app, pilot):
        app.table.show(page(0, 200, 200))
        await pilot.press(*["j"] * 15)
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert "▌ Client 000015" in app.mark


async def test_hostile_texts_are_plain_and_keep_to_their_row() -> None:
    async with table_app((120, 24)) as (app, pilot):
        app.table.show(
            page_of(
                *(
                    client(n, clientName=text, inum=text, grantTypes=[text], applicationType=text)
                    for n, text in enumerate(HOSTILE)
                )
            )
        )
        for _ in range(len(HOSTILE) // ROWS + 1):
            await pilot.pause()
            for strip in app.screen._compositor.render_strips():
                assert strip.cell_length == 120
                assert strip.text.isprintable()
            await pilot.press("pagedown")


async def test_drawn_lines_and_rows_do_not_pile_up() -> None:
    async with table_app() as (app, _):
        app.table.show(page(0, 50, 1_000_000))
        for place in range(0, 1_000_000, 10_000):
            app.table.put(page(place, 50, 1_000_000))
            app.table.move_to(place)
            for y in range(ROWS):
                app.table.render_line(y)
        assert len(app.table._strips) <= 700
        assert len(app.table._rows) <= 2000
