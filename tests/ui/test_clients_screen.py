"""The list of clients: reading, showing, searching and sorting."""

from datetime import timedelta
from typing import Any

import pytest
from textual.events import Key

from tests.data.hostile_texts import HOSTILE
from tests.shell import run_python
from tests.ui.clients_stage import DOWN, stage
from tests.ui.support import (
    NORMAL,
    NOW,
    SIZES,
    SMALL,
    WIDE,
    TinyApp,
    client,
    clock,
    wait_for_text,
    wait_until,
)
from tui.api.errors import NO_EXCHANGE, Unreachable
from tui.models.dates import to_wire
from tui.models.document import ClientDocument
from tui.models.page import Page
from tui.screens.clients import ClientsScreen
from tui.session import Session
from tui.widgets.search_bar import SearchBar, SearchInput


async def test_the_frame_stands_before_the_server_answers() -> None:
    async with stage(prepare=lambda clients: clients.gate.clear()) as (made, pilot):
        await wait_for_text(pilot, "loading…")
        assert "Auth Server › Clients" in made.text
        assert "Name ▲" in made.text
        assert "enter edit" in made.text
        made.api.clients.gate.set()
        await wait_until(pilot, made.here("Client 000000"))
        await wait_for_text(pilot, "1–19 of 120")
        assert "loading" not in made.text


@pytest.mark.parametrize("size", SIZES)
async def test_every_size(size: tuple[int, int]) -> None:
    async with stage(size=size) as (made, pilot):
        await pilot.press("j", "pagedown", "G")
        await wait_until(pilot, made.here("Client 000119"))
        lines = made.text.splitlines()
        assert len(lines) == size[1]
        assert all(len(row) <= size[0] for row in lines)
        assert "of 120" in made.text


async def test_a_wide_screen_shows_the_details_beside_the_list() -> None:
    expiring = to_wire(NOW + timedelta(days=6, hours=1))
    members: dict[str, Any] = {
        "description": "Where customers sign in",
        "expirationDate": expiring,
        "redirectUris": [f"https://app.example/{n}" for n in range(7)],
    }
    async with stage([client(1, **members)], WIDE) as (made, pilot):
        await wait_for_text(pilot, "Where customers sign in")
        for text in (
            "00000001-0000-4000-8000-000000000001",
            "https://app.example/0",
            "and 2 more",
            "2 scopes",
            "required",
            "access 5 min",
            "6 days left",
            "client ends",
        ):
            assert text in made.text
        assert "the-secret" not in made.text


async def test_a_narrow_screen_shows_a_summary_that_follows_the_cursor() -> None:
    async with stage() as (_, pilot):
        await wait_for_text(pilot, "Client 000000 · 1 redirect URI · 2 scopes · PKCE")
        await pilot.press("j")
        await wait_for_text(pilot, "Client 000001 · 1 redirect URI")


async def test_an_empty_server() -> None:
    async with stage([]) as (made, pilot):
        await wait_for_text(pilot, "No clients yet. a adds one.")
        await pilot.press("enter", "c", "d", "v", "y", "j", "G")
        await pilot.pause()
        assert made.app.opened == made.app.added == []
        assert len(made.app.screen_stack) == 2


async def test_a_failure_says_so_and_r_tries_again() -> None:
    async with stage(prepare=lambda clients: clients.fail(DOWN)) as (made, pilot):
        await wait_for_text(pilot, "The server does not answer. Check the network. r tries again.")
        assert "loading" not in made.text
        made.api.clients.failure = None
        await pilot.press("r")
        await wait_until(pilot, made.here("Client 000000"))
        assert "does not answer" not in made.text


async def test_what_was_on_the_screen_stays_when_a_refresh_fails() -> None:
    async with stage() as (made, pilot):
        await pilot.press("j")
        made.api.clients.failure = DOWN
        await pilot.press("r")
        await wait_for_text(pilot, "r tries again")
        assert made.here("Client 000001")()
        made.api.clients.failure = None
        await pilot.press("r")
        await wait_until(pilot, lambda: "r tries again" not in made.text)
        assert made.here("Client 000001")()


async def test_a_connection_that_cannot_be_made_is_a_sentence() -> None:
    def refuse(_: object) -> Any:
        raise PermissionError("no access to the sandbox's folder")

    app = TinyApp(lambda: ClientsScreen(Session("s", "sandbox", refuse), clock))
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        await wait_for_text(pilot, "no access to the sandbox's folder r tries again")


async def test_the_far_end_is_read_and_nothing_between() -> None:
    async with stage(10_000) as (made, pilot):
        before = len(made.api.clients.pages)
        await pilot.press("G")
        await wait_until(pilot, made.here("Client 009999"))
        await wait_until(pilot, made.idle)
        assert {span.offset for span in made.api.clients.pages[before:]} == {9950, 9900}


async def test_a_slow_server_is_not_asked_for_what_was_only_passed_by() -> None:
    async with stage(10_000) as (made, pilot):
        made.api.clients.gate.clear()
        before = len(made.api.clients.pages)
        for _ in range(40):
            made.screen.table.action_page(1)
            await pilot.pause()
        assert len(made.api.clients.pages) - before == 1
        made.api.clients.gate.set()
        await wait_until(pilot, lambda: not made.screen.table.sees_unknown and made.idle())
        assert len(made.api.clients.pages) - before <= 5
        assert made.here("Client 000760")()


async def test_search_waits_for_a_pause_and_then_asks_the_server() -> None:
    async with stage() as (made, pilot):
        before = len(made.api.clients.pages)
        await pilot.press("j", "j", "slash", *"000011")
        assert made.screen.query_one(SearchInput).value == "000011"
        await wait_until(pilot, made.here("Client 000011"))
        await wait_for_text(pilot, "1–1 of 1")
        assert len(made.api.clients.pages) - before == 1
        await pilot.press("enter")
        await wait_until(pilot, lambda: made.screen.table.has_focus)
        assert "/ 000011" in made.text
        await pilot.press("escape")
        await wait_for_text(pilot, "of 120")
        assert made.here("Client 000000")()


async def test_escape_while_typing_clears_the_search() -> None:
    async with stage() as (made, pilot):
        await pilot.press("slash", *"00007", "escape")
        await wait_until(pilot, lambda: made.screen.table.has_focus and made.idle())
        assert made.screen.query_one(SearchBar).pattern == ""
        assert "of 120" in made.text


async def test_keys_that_arrive_together_with_the_search_key_are_typed() -> None:
    async with stage() as (made, pilot):
        for key in ("slash", *"dyas/q"):
            made.app.post_message(Key(key, "/" if key == "slash" else key))
        await wait_until(
            pilot, lambda: [one.value for one in made.screen.query(SearchInput)] == ["dyas/q"]
        )
        await wait_for_text(pilot, "Nothing matches 'dyas/q'")
        assert len(made.app.screen_stack) == 2
        assert made.api.clients.deleted == made.app.added == []


async def test_nothing_found() -> None:
    async with stage() as (made, pilot):
        await pilot.press("slash", *"[/b]", "enter")
        await wait_for_text(pilot, "Nothing matches '[/b]'. esc clears.")
        await pilot.press("escape")
        await wait_until(pilot, made.here("Client 000000"))


async def test_an_answer_to_an_older_search_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage() as (made, pilot):
        shown: list[str] = []
        show = made.screen.table.show

        def remember(page: Page[ClientDocument]) -> None:
            shown.extend(entry.name for entry in page.entries)
            show(page)

        monkeypatch.setattr(made.screen.table, "show", remember)
        before = len(made.api.clients.pages)
        made.api.clients.gate.clear()
        await pilot.press("slash", *"000099", "enter")
        await wait_until(pilot, lambda: len(made.api.clients.pages) == before + 1)
        await pilot.press("slash", *["backspace"] * 6, *"000098", "enter")
        made.api.clients.gate.set()
        await wait_until(pilot, made.here("Client 000098"))
        assert shown == ["Client 000098"]


async def test_a_failed_search_keeps_the_list_and_is_tried_again() -> None:
    async with stage() as (made, pilot):
        made.api.clients.failure = DOWN
        await pilot.press("slash", *"000042", "enter")
        await wait_for_text(pilot, "r tries again")
        assert made.here("Client 000000")()
        made.api.clients.failure = None
        await pilot.press("r")
        await wait_until(pilot, made.here("Client 000042"))


async def test_sorting_goes_round() -> None:
    entries = [client(1, clientName="B"), client(2, clientName="A"), client(3, clientName="C")]
    async with stage(entries) as (made, pilot):
        assert "Name ▲" in made.text
        for order, first in (("name ▼", "C"), ("id ▲", "B"), ("id ▼", "C"), ("name ▲", "A")):
            await pilot.press("s")
            await wait_for_text(pilot, f"by {order}")
            await wait_until(pilot, made.here(first))
        assert "Name ▲" in made.text


async def test_refresh_keeps_the_client_and_its_line() -> None:
    async with stage() as (made, pilot):
        made.screen.table.move_to(30)
        await pilot.pause()
        line = made.text.splitlines().index(made.mark)
        made.api.clients.entries.insert(0, client(0, clientName="Aaa", inum="aaa"))
        await pilot.press("r")
        await wait_until(pilot, lambda: made.screen.table.cursor == 31)
        assert made.here("Client 000030")()
        assert made.text.splitlines().index(made.mark) == line


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_everywhere(size: tuple[int, int]) -> None:
    entries = [
        client(
            number,
            clientName=text,
            description=text,
            inum=text or "x",
            redirectUris=[text],
            grantTypes=[text],
            tokenEndpointAuthMethod=text,
            expirationDate=text,
        )
        for number, text in enumerate(HOSTILE)
    ]

    async with stage(entries, size) as (made, pilot):
        for place in range(0, len(HOSTILE), 5):
            made.screen.table.move_to(place)
            await pilot.pause()
            made.screen._show_details()
            assert all(row.isprintable() for row in made.text.splitlines())


async def test_hostile_words_of_a_server() -> None:
    words = Unreachable("[/foo]\x1b[31m[b", NO_EXCHANGE)
    async with stage(size=SMALL, prepare=lambda clients: clients.fail(words)) as (_, pilot):
        await wait_for_text(pilot, "[/foo]␛[31m[b")


def test_the_frame_loads_no_big_library() -> None:
    big = {"httpx", "pydantic", "starlette", "joserfc", "cryptography", "pyperclip", "sqlite3"}
    code = f"import sys, tui.screens.clients; sys.exit(repr({big!r} & set(sys.modules)))"
    done = run_python("-c", code, unset=["COVERAGE_PROCESS_CONFIG"])
    assert done.stderr.strip() == "set()"


async def test_registrations_are_looked_up_once_and_not_at_each_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times = 0

    async def read_kept(_session: Session) -> None:
        nonlocal times
        times += 1

    monkeypatch.setattr(Session, "read_kept", read_kept)
    async with stage(1_000) as (made, pilot):
        await wait_until(pilot, lambda: times == 1)
        for key in ("end", "home", "pagedown", "end"):
            await pilot.press(key)
            await wait_until(pilot, made.idle)
        await pilot.press("r")
        await wait_until(pilot, lambda: times > 1)
        await wait_until(pilot, made.idle)
    assert times == 2
