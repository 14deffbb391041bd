"""The history of changes, over a journal made for the test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.data.hostile_texts import HOSTILE
from tests.ui.support import (
    NORMAL,
    SIZES,
    SMALL,
    WIDE,
    FakeApi,
    TinyApp,
    client,
    session_with,
    text_of,
    wait_for_text,
    wait_until,
)
from tui.api.errors import NO_EXCHANGE, NotFound
from tui.journal.entry import Entry
from tui.journal.making import Origin, created, deleted, edited
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.screens.history import HistoryScreen
from tui.screens.history_entry import HistoryEntryScreen
from tui.session import Session
from tui.widgets.history_list import HistoryList
from tui.widgets.history_words import when

NOON = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)


class Nothing:
    """A list of the server that is empty."""

    async def all(self) -> list[ClientDocument]:
        """No entries."""
        return []


class Api(FakeApi):
    """A server to which clients refer to nothing."""

    scopes = claims = scripts = Nothing()

    async def discovery(self) -> JsonObject:
        """As ``ConfigApi.discovery``."""
        return {}


ORIGIN = Origin("sandbox", Api([]).config.base_url, "alice", "1800.tool")


def an_edit(number: int, **members: Any) -> Entry:
    before = client(number)
    return edited(ORIGIN, before, {**before, **(members or {"description": "new"})}, [])


class Stage:
    """The history on the screen."""

    def __init__(self, session: Session, document: ClientDocument | None) -> None:
        self.session = session
        self.app = TinyApp(lambda: HistoryScreen(session, document))

    @property
    def screen(self) -> HistoryScreen:
        return next(one for one in self.app.screen_stack if isinstance(one, HistoryScreen))

    @property
    def entries(self) -> HistoryList:
        return self.screen.query_one(HistoryList)

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def rows(self) -> list[str]:
        """The lines of the list that hold something."""
        return [line.strip() for line in self.text.splitlines()[1:-1] if line.strip()]


@asynccontextmanager
async def stage(
    *entries: Entry,
    size: tuple[int, int] = NORMAL,
    document: ClientDocument | None = None,
    clients: list[JsonObject] | None = None,
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """The history of ``entries``, the oldest first, once it has been read."""
    session = session_with(Api(clients or []))
    for entry in entries:
        session.history.journal.append(entry)
    made = Stage(session, document)
    async with made.app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_until(pilot, lambda: made.entries._entries is not None)
        await pilot.pause()
        yield made, pilot


async def test_an_empty_history_says_so() -> None:
    async with stage() as (made, pilot):
        assert made.rows == ["Nothing was changed from here yet."]
        await pilot.press("u", "enter", "G", "j", "pagedown")
        await pilot.pause()
        assert made.app.screen is made.screen
        await pilot.press("escape")
        await wait_until(pilot, lambda: made.app.results == [False])


async def test_the_newest_change_comes_first() -> None:
    first = Entry(
        kind="create", effect="create", inum="1", name="Acme", server=ORIGIN.server, time=NOON
    )
    async with stage(first, an_edit(2, description="x", contacts=[]), size=WIDE) as (made, _):
        assert "Client 000002" in made.rows[0]
        assert "Description, Contacts" in made.rows[0]
        assert made.rows[0].endswith("alice")
        assert made.rows[1].split() == ["2026-06-15", "12:00", "create", "Acme", "added"]
        assert "2 changes" in made.text


async def test_the_history_of_one_client() -> None:
    document = ClientDocument(client(1))
    entries = an_edit(1), an_edit(2), deleted(ORIGIN, client(1))
    async with stage(*entries, document=document) as (made, _):
        assert len(made.rows) == 2
        assert "Clients › Client 000001 › History" in made.text
        assert [row.split()[-1] for row in made.rows] == ["deleted", "Description"]


async def test_other_servers_have_their_own_history() -> None:
    other = Origin("prod", "https://prod.example", "alice", "1800.tool")
    async with stage(an_edit(1), created(other, client(2))) as (made, _):
        assert len(made.rows) == 1
        assert "Client 000001" in made.rows[0]


async def test_an_entry_is_shown_as_a_difference() -> None:
    entry = an_edit(1, description="A portal", disabled=True, unknown=[1])
    async with stage(entry) as (made, pilot):
        await pilot.press("enter")
        await wait_for_text(pilot, "Edit of Client 000001")
        assert "alice, signed in as 1800.tool" in made.text
        await wait_for_text(pilot, "not set  →  A portal")
        assert "off  →  on" in made.text
        await pilot.press("escape")
        await wait_until(pilot, lambda: made.app.screen is made.screen)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (created(ORIGIN, client(1)), "Creation of Client 000001"),
        (deleted(ORIGIN, client(1)), "Deletion of Client 000001"),
        (created(ORIGIN, client(1), an_edit(1)), "Undo of the deletion of Client 000001"),
        (deleted(ORIGIN, client(1), an_edit(1)), "Undo of the creation of Client 000001"),
        (edited(ORIGIN, client(1), client(2), [], an_edit(1)), "Undo of an edit of Client 000002"),
        (Entry(kind="bulk", effect="bulk", inum="i", server=ORIGIN.server), "bulk of i"),
    ],
)
async def test_every_kind_of_entry_is_shown(entry: Entry, words: str) -> None:
    async with stage(entry) as (made, pilot):
        await pilot.press("enter")
        await wait_for_text(pilot, words)
        assert "the-secret" not in made.text
        await pilot.press("j", "k", "right", "left", "q")
        await wait_until(pilot, lambda: made.app.screen is made.screen)


async def test_a_secret_is_said_to_be_left_out() -> None:
    async with stage(deleted(ORIGIN, client(1))) as (made, pilot):
        await pilot.press("enter")
        await wait_for_text(pilot, "Client secret is left out: the history keeps no secrets.")
        assert "the-secret" not in made.text


async def test_what_cannot_be_undone_says_why() -> None:
    sent = [{"op": "add", "path": "/clientSecret", "value": "s"}]
    async with stage(edited(ORIGIN, client(1), client(1), sent)) as (made, pilot):
        await pilot.press("u")
        await wait_until(pilot, lambda: bool(made.app.said))
        assert "keeps no secrets" in made.app.said[0]
        await pilot.press("enter")
        await wait_for_text(pilot, "Client secret was changed, too")
        assert made.app.screen.query_one("#undo").disabled


async def test_a_history_that_cannot_be_read_says_why() -> None:
    session = session_with(Api([]))
    file = session.history.journal.file
    file.mkdir(parents=True)
    app = TinyApp(lambda: HistoryScreen(session))
    async with app.run_test(size=NORMAL, notifications=True) as pilot:
        await wait_for_text(pilot, "The history cannot be read: it is no file.")


@pytest.mark.parametrize("size", SIZES)
async def test_strange_texts_stay_in_their_row(size: tuple[int, int]) -> None:
    entries = []
    for number, text in enumerate(HOSTILE):
        before = client(number, clientName=text)
        after: JsonObject = {**before, text: text, "description": text}
        entries.append(edited(Origin(text, ORIGIN.server, text, text), before, after, []))
    async with stage(*entries, size=size) as (made, pilot):
        for place in range(0, len(entries), 5):
            made.entries.go_to(place)
            await pilot.pause()
            assert made.text.replace("\n", "").isprintable()
            assert made.entries.cursor == place
        assert sum("edit" in row for row in made.rows) > 3


@pytest.mark.parametrize("size", SIZES)
async def test_strange_texts_are_plain_in_an_entry(size: tuple[int, int]) -> None:
    strange: JsonObject = {f"{number}{text}": text for number, text in enumerate(HOSTILE)}
    [name, *_] = HOSTILE
    before: JsonObject = client(1, clientName=name)
    entry = edited(Origin(name, ORIGIN.server, name, name), before, {**before, **strange}, [])
    async with stage(entry, size=size) as (made, pilot):
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(made.app.screen, HistoryEntryScreen))
        body = made.app.screen.query_one("#body")
        await wait_until(pilot, lambda: body.max_scroll_y > len(HOSTILE))
        for top in range(0, body.max_scroll_y, 7):
            body.scroll_to(y=top, animate=False)
            await pilot.pause()
            assert made.text.replace("\n", "").isprintable()


@pytest.mark.parametrize("size", SIZES)
async def test_two_thousand_changes_are_no_burden(size: tuple[int, int]) -> None:
    session = session_with(Api([]))
    session.history.journal.append(an_edit(1))
    file = session.history.journal.file
    file.write_bytes(file.read_bytes() * 2_000)
    made = Stage(session, None)
    async with made.app.run_test(size=size, notifications=True) as pilot:
        await wait_until(pilot, lambda: made.entries.count == 2_000)
        await pilot.press("G")
        await wait_until(pilot, lambda: made.entries.cursor == 1999)
        await wait_until(pilot, lambda: "▌" in made.text)
        await pilot.press("pageup", "k")
        await wait_until(pilot, lambda: made.entries.cursor < 1999)
        await pilot.press("g")
        await wait_until(pilot, lambda: made.entries.cursor == 0)
        assert made.entries.scroll_offset.y == 0


async def test_a_narrow_terminal_shows_which_client() -> None:
    async with stage(an_edit(1), size=SMALL) as (made, _):
        assert "Client 000001" in made.rows[0]
    async with stage(size=SMALL, document=ClientDocument(client(1))) as (made, _):
        assert "Description" in made.rows[0]


async def test_clicks_choose() -> None:
    async with stage(an_edit(1), an_edit(2), an_edit(3)) as (made, pilot):
        await pilot.click(HistoryList, offset=(10, 1))
        await wait_until(pilot, lambda: made.entries.cursor == 1)
        assert made.app.screen is made.screen
        await pilot.click(HistoryList, offset=(10, 20))
        await pilot.click(HistoryList, offset=(10, 1))
        await wait_for_text(pilot, "Edit of Client 000002")


async def test_an_entry_of_a_client_that_is_gone_changes_nothing() -> None:
    entry = an_edit(1)
    session = session_with(api := Api([]))
    session.history.journal.append(entry)
    api.clients.fail(NotFound("There is no such client.", NO_EXCHANGE))
    made = Stage(session, None)
    async with made.app.run_test(size=NORMAL, notifications=True) as pilot:
        await wait_for_text(pilot, "1 change")
        await pilot.press("u")
        await wait_until(pilot, lambda: bool(made.app.said))
        assert made.app.said == [
            "Client 000001 does not exist any more, so nothing was taken back."
        ]
        await pilot.press("q")
        await wait_until(pilot, lambda: made.app.results == [False])


def test_a_day_is_that_of_this_machine() -> None:
    there = Entry(kind="edit", effect="edit", inum="", time=NOON + timedelta(hours=1))
    assert when(there) == "2026-06-15 13:00"
    assert when(there, short=True) == "06-15 13:00"
