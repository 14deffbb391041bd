"""Unsaved changes that are listed, that cannot be read or kept, and that are being typed."""

from pathlib import Path

import pytest
from textual import events

from tests.ui.drafts_stage import (
    drafts,
    go_on,
    go_to_keys,
    leave_a_draft,
    leave_a_draft_of_a_client_that_is_gone,
    store,
    typed,
)
from tests.ui.whole import whole
from tui import locations
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.menu import MenuScreen
from tui.screens.saved import SavedScreen
from tui.screens.text_edit import TextScreen
from tui.widgets.banner import Banner


async def test_the_list_of_drafts() -> None:
    async with whole() as running:
        await running.press("D")
        await running.see("There are no unsaved changes.")
        await leave_a_draft(running)
        await running.press("a")
        await running.in_form()
        await running.press(*"Fresh", "enter", "escape", "l")
        await running.in_list()
        await running.press("D")
        await running.see("Unsaved changes, sandbox")
        rows = [row for row in running.text.splitlines() if "setting" in row]
        assert "Fresh" in rows[0]
        assert "new client" in rows[0]
        assert "AAA first" in rows[1]
        assert "today" in rows[1]
        await running.press("down", "d")
        await running.at(ConfirmScreen)
        await running.press("n", "d")
        await running.at(ConfirmScreen)
        await running.press("y")
        await running.until(lambda: [draft.name for draft in drafts()] == ["Fresh"])
        await running.at(MenuScreen)
        await running.press("enter")
        await running.in_form()
        assert running.form.draft.is_new
        assert running.form.draft.value("clientName") == "Fresh"


async def test_the_last_draft_that_is_discarded_closes_the_list() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        await running.press("D")
        await running.at(MenuScreen)
        await running.press("d")
        await running.at(ConfirmScreen)
        await running.press("y")
        await running.in_list()
        assert drafts() == []


async def test_what_was_left_is_said_once_at_the_start() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        inum = running.inum
    async with whole(inum) as running:
        await running.see("1 client has unsaved changes. D lists them.")
        await running.press("D")
        await running.at(MenuScreen)
        await running.press("enter")
        await running.in_form()
        assert running.form.draft.value("description") == "As it is to be"


async def test_what_was_typed_is_kept_when_the_program_is_left() -> None:
    async with whole() as running:
        inum = running.inum
        await running.open_form()
        running.form.query_one("#field-description").focus()
        await running.press("enter", "space", *"today", "ctrl+q")
    assert [typed(draft) for draft in drafts()] == ["As it was today"]
    async with whole(inum) as running:
        await go_on(running)
        await running.see("This was being typed")
        running.form.query_one("#field-description").focus()
        await running.press("enter", "enter")
        await running.save()
        await running.in_list()
        assert (await running.on_server())["description"] == "As it was today"


async def test_a_client_that_is_gone_is_offered_with_its_draft() -> None:
    async with whole() as running:
        await leave_a_draft_of_a_client_that_is_gone(running)
        await running.press("c")
        await running.in_form()
        await running.press("f2")
        await running.see("Somebody deleted this client meanwhile.")
        await running.press("c")
        await running.see("Create AAA first?")
        await running.press("f2")
        await running.at(SavedScreen)
        client = await running.on_server()
        assert client["description"] == "As it is to be"
        assert drafts() == []


async def test_discarding_the_draft_of_a_client_that_is_gone() -> None:
    async with whole() as running:
        await leave_a_draft_of_a_client_that_is_gone(running)
        await running.press("a")
        await running.in_list()
        assert drafts() == []


async def test_a_torn_draft_is_said_and_the_client_opens() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        (path,) = store().folder.iterdir()
        path.write_bytes(path.read_bytes()[:99])
        await running.open_form()
        await running.see("A draft can't be read.")
        assert not running.form.draft.is_dirty
        assert len(list(store().folder.glob("*.unreadable"))) == 1


def block(folder: Path) -> None:
    """Let nothing be written below ``folder``, not even by root."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("not a folder")


async def test_where_drafts_cannot_be_kept_it_is_said_once_and_editing_goes_on() -> None:
    block(locations.drafts_folder())
    async with whole() as running:
        await running.open_form()
        await running.type_into("description", "As it is to be")
        banner = running.form.query_one(Banner)
        await running.until(lambda: banner.text.startswith("Drafts can't be kept: "))
        banner.say("")
        await running.type_into("description", "As it is to be, too")
        await running.press("escape", "l")
        await running.at(ClientScreen)
        assert banner.text == ""
        assert running.form.draft.value("description") == "As it is to be, too"
        await running.save()
        await running.at(ClientsScreen)
        assert (await running.on_server())["description"] == "As it is to be, too"


async def test_hostile_names_in_all_of_it() -> None:
    name = "[/b][@click=app.quit]x[/]\x1b[31m\u202e" + "y" * 5000
    async with whole() as running:
        api = await running.app.session.connect()
        await api.clients.patch(
            running.inum, [{"op": "add", "path": "/clientName", "value": f"AAA {name}"}]
        )
        await running.press("r")
        await leave_a_draft(running)
        await running.press("D")
        await running.see("Unsaved changes")
        await running.press("d")
        await running.at(ConfirmScreen)
        assert all(row.isprintable() for row in running.text.splitlines())
        await running.press("n", "escape")
        await running.open()
        await running.see("You have unsaved changes")
        assert all(row.isprintable() for row in running.text.splitlines())
        await running.press("escape")
        await running.in_list()


async def test_without_a_terminal_to_hand_over_there_is_no_editor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with whole() as running:
        await running.press("g", "e")
        await running.in_form()
        await running.see("An editor needs the terminal")
        assert not running.form.draft.is_dirty


async def test_what_is_typed_in_the_dialog_of_the_keys_is_kept_too() -> None:
    """The program ends under the dialog; the text comes back, and can be taken as it is."""
    async with whole() as running:
        inum = running.inum
        await running.open_form()
        await go_to_keys(running)
        await running.pilot.pause()
        running.app.post_message(events.Paste('{"keys": ['))
        await running.at(TextScreen)
        await running.press("]", "}")
        await running.until(
            lambda: [one.draft.rejected["jwks"].text for one in drafts()] == ['{"keys": []}']
        )
        await running.press("ctrl+q")
    async with whole(inum) as running:
        await go_on(running)
        await go_to_keys(running)
        await running.see("This was being typed")
        await running.press("enter")
        await running.at(TextScreen)
        await running.press("f2")
        await running.at(ClientScreen)
        await running.until(lambda: running.form.draft.value("jwks") == '{"keys":[]}')
        await running.until(lambda: not drafts()[0].draft.rejected)


async def test_what_is_given_up_in_the_dialog_of_the_keys_is_no_draft() -> None:
    async with whole() as running:
        await running.open_form()
        await go_to_keys(running)
        await running.press("enter")
        await running.at(TextScreen)
        await running.press("x")
        await running.until(lambda: len(drafts()) == 1)
        await running.press("escape", "escape")
        await running.until(lambda: drafts() == [])
