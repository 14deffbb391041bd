"""What can be done with a client from the list."""

import asyncio

import pytest

from tests.ui.clients_stage import DOWN, stage
from tests.ui.support import (
    SMALL,
    client,
    wait_for_text,
    wait_until,
)
from tui.api.errors import NO_EXCHANGE, Exchange, NotFound, Unreachable
from tui.models.document import ClientDocument
from tui.screens.confirm import ConfirmScreen
from tui.screens.json_view import JsonScreen


async def test_enter_opens_and_the_saved_client_is_seen() -> None:
    async with stage() as (made, pilot):
        entries = made.api.clients.entries

        def save() -> ClientDocument:
            entries[1] = client(1, clientName="Client 000001 changed")
            return ClientDocument(entries[1])

        made.app.form = save
        await pilot.press("j", "enter")
        await wait_until(pilot, made.here("Client 000001 changed"))
        assert made.app.opened == [client(1)["inum"]]


async def test_a_client_that_is_gone_is_said_and_the_list_read_again() -> None:
    async with stage() as (made, pilot):

        def gone() -> None:
            del made.api.clients.entries[0]
            raise NotFound("There is no such client.", NO_EXCHANGE)

        made.app.form = gone
        await pilot.press("enter")
        await wait_until(pilot, made.here("Client 000001"))
        assert made.app.said == ["Client 000000 does not exist any more."]


async def test_an_error_while_opening_is_complained_of() -> None:
    async with stage() as (made, pilot):

        def fail() -> None:
            raise DOWN

        made.app.form = fail
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(made.app.complaints))
        assert made.here("Client 000000")()


async def test_a_client_that_is_slow_to_open_can_be_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with stage() as (made, pilot):

        async def never(inum: str, *, in_editor: bool = False) -> None:
            made.app.opened.append(inum)
            await asyncio.Event().wait()

        monkeypatch.setattr(made.app, "open_client", never)
        await pilot.press("enter")
        await wait_for_text(pilot, "opening…")
        await pilot.press("enter", "d", "a")
        await pilot.press("escape")
        await wait_until(pilot, made.idle)
        assert "opening…" not in made.text
        assert len(made.app.opened) == 1
        assert len(made.app.screen_stack) == 2
        await pilot.press("enter")
        await wait_until(pilot, lambda: len(made.app.opened) == 2)


async def test_an_error_that_nobody_foresaw_does_not_end_the_program() -> None:
    async with stage() as (made, pilot):

        def fail() -> None:
            raise LookupError("odd")

        made.app.form = fail
        await pilot.press("enter")
        await wait_until(pilot, lambda: made.app.complaints == ["That did not work: odd"])
        await pilot.press("j")
        await wait_until(pilot, made.here("Client 000001"))


async def test_the_cursor_goes_to_the_client_that_was_added() -> None:
    async with stage(30) as (made, pilot):

        def create() -> ClientDocument:
            raw = client(500, clientName="Client 000007 b")
            made.api.clients.entries.append(raw)
            return ClientDocument(raw)

        made.app.form = create
        await pilot.press("a")
        await wait_until(pilot, made.here("Client 000007 b"))
        assert made.app.added == [None]


async def test_clone_starts_from_the_client_under_the_cursor() -> None:
    async with stage() as (made, pilot):
        await pilot.press("j", "c")
        await wait_until(pilot, lambda: bool(made.app.added) and made.idle())
        [original] = made.app.added
        assert original is not None
        assert original.name == "Client 000001"
        assert made.here("Client 000001")()


async def test_delete_asks_and_no_comes_first() -> None:
    async with stage() as (made, pilot):
        await pilot.press("j", "d")
        await wait_for_text(pilot, "Delete Client 000001?")
        await pilot.press("enter")
        await wait_until(pilot, made.idle)
        assert made.api.clients.deleted == []


async def test_delete_keeps_the_place() -> None:
    async with stage() as (made, pilot):
        await pilot.press("j", "d")
        await wait_for_text(pilot, "Delete Client 000001?")
        await pilot.press("y")
        await wait_until(pilot, made.here("Client 000002"))
        assert made.api.clients.deleted == [client(1)["inum"]]
        assert made.screen.table.cursor == 1
        assert made.app.said == ["Client 000001 was deleted. u brings it back."]


async def test_a_key_pressed_twice_asks_once() -> None:
    async with stage() as (made, pilot):
        made.screen.action_delete()
        made.screen.action_delete()
        await wait_for_text(pilot, "Delete Client 000000?")
        assert sum(isinstance(one, ConfirmScreen) for one in made.app.screen_stack) == 1


async def test_a_client_that_somebody_else_deleted_counts_as_deleted() -> None:
    async with stage() as (made, pilot):
        await pilot.press("d")
        await wait_for_text(pilot, "Delete Client 000000?")
        made.api.clients.failure = NotFound("There is no such client.", NO_EXCHANGE)
        await pilot.press("y")
        await wait_until(pilot, lambda: bool(made.app.said))
        assert made.app.said == ["Client 000000 was deleted already, by somebody else."]
        assert not made.app.complaints


async def test_a_deletion_whose_fate_is_unknown_reads_the_list_again() -> None:
    async with stage() as (made, pilot):
        await pilot.press("d")
        await wait_for_text(pilot, "Delete Client 000000?")
        before = len(made.api.clients.pages)
        made.api.clients.failure = Unreachable(
            "The connection broke.", Exchange("DELETE", may_have_happened=True)
        )
        await pilot.press("y")
        await wait_until(pilot, lambda: bool(made.app.complaints) and made.idle())
        assert len(made.api.clients.pages) > before


@pytest.mark.parametrize("inum", ["1800.abc", "2000.abc", "the-tool"])
async def test_for_a_client_that_tools_use_the_name_is_typed(inum: str) -> None:
    async with stage([client(1, inum=inum, clientName="Tool")]) as (made, pilot):
        await pilot.press("d")
        await wait_for_text(pilot, "Type Tool to go on")
        await pilot.press("enter", "y", "enter")
        assert made.api.clients.deleted == []
        await pilot.press("backspace", *"Tool", "enter")
        await wait_until(pilot, lambda: made.api.clients.deleted == [inum])


async def test_a_name_that_cannot_be_typed_gives_way_to_the_id() -> None:
    raw = client(1, inum="1800.abc", clientName="\u202eпривет")
    async with stage([raw]) as (_, pilot):
        await pilot.press("d")
        await wait_for_text(pilot, "Type 1800.abc to go on")


async def test_json_masks_the_secret() -> None:
    async with stage() as (made, pilot):
        await pilot.press("v")
        await wait_for_text(pilot, '"clientSecret": "••••••••"')
        assert isinstance(made.app.screen, JsonScreen)
        await pilot.press("escape")
        await wait_until(pilot, made.idle)


async def test_copy_by_one_key() -> None:
    async with stage() as (made, pilot):
        await pilot.press("y")
        await wait_for_text(pilot, "1  Client id")
        await pilot.press("1")
        await wait_until(pilot, lambda: bool(made.app.copied))
        assert made.app.copied == [("The client id", str(client(0)["inum"]))]


@pytest.mark.parametrize("text", ["[/foo]", "\x1b[2J\u202ered", "[@click=app.quit]x[/]", "[" * 300])
async def test_dialogs_about_a_client_with_a_hostile_name(text: str) -> None:
    raw = client(1, clientName=text, description=text, redirectUris=[text])
    async with stage([raw], SMALL) as (made, pilot):
        for key in ("d", "v", "y"):
            await pilot.press(key)
            await wait_until(pilot, lambda: len(made.app.screen_stack) == 3)
            assert all(row.isprintable() for row in made.text.splitlines())
            await pilot.press("escape")
            await wait_until(pilot, made.idle)
        await pilot.press("d", "y")
        await wait_until(pilot, lambda: bool(made.app.said))
        assert all(row.isprintable() for row in made.text.splitlines())
