"""Unsaved changes: kept, offered, listed and thrown away."""

import pytest

from tests.ui.drafts_stage import drafts, go_on, leave_a_draft, store, typed
from tests.ui.support import SIZES
from tests.ui.whole import whole
from tui.screens.client import ClientScreen
from tui.screens.menu import MenuScreen
from tui.screens.saved import SavedScreen
from tui.widgets.fields.editor import Editor


async def test_a_change_is_on_the_disk_a_moment_later_and_a_save_removes_it() -> None:
    async with whole() as running:
        await running.open_form()
        await running.type_into("description", "As it is to be")
        wanted = "As it is to be"
        await running.until(
            lambda: [draft.draft.edited["description"] for draft in drafts()] == [wanted]
        )
        (draft,) = drafts()
        assert (draft.inum, draft.name) == (running.inum, "AAA first")
        await running.save()
        await running.in_list()
        assert drafts() == []
        assert (await running.on_server())["description"] == "As it is to be"


async def test_what_is_as_it_was_again_is_no_draft() -> None:
    async with whole() as running:
        await running.open_form()
        await running.type_into("description", "As it is to be")
        await running.until(lambda: len(drafts()) == 1)
        await running.press("ctrl+z")
        await running.until(lambda: drafts() == [])
        await running.press("escape")
        await running.in_list()


async def test_what_is_being_typed_is_on_the_disk_too() -> None:
    async with whole() as running:
        await running.open_form()
        running.form.query_one("#field-description").focus()
        await running.press("enter")
        await running.until(lambda: isinstance(running.app.focused, Editor))
        await running.press("space", *"today")
        await running.until(lambda: [typed(draft) for draft in drafts()] == ["As it was today"])
        await running.press("escape")
        await running.until(lambda: drafts() == [])


async def test_leaving_asks_and_the_safe_answer_comes_first() -> None:
    async with whole() as running:
        await running.open_form()
        await running.type_into("description", "As it is to be")
        for keys in (["enter"], ["escape"], ["e"], ["down", "up", "enter"]):
            await running.press("escape")
            await running.see("1 setting changed and not saved.")
            await running.press(*keys)
            await running.at(ClientScreen)
        await running.press("escape")
        await running.at(MenuScreen)
        await running.press("d")
        await running.in_list()
        assert drafts() == []
        assert (await running.on_server())["description"] == "As it was"


@pytest.mark.parametrize("size", SIZES)
async def test_a_draft_is_offered_and_gone_on_with(size: tuple[int, int]) -> None:
    async with whole(size=size) as running:
        await leave_a_draft(running)
        await running.open()
        await running.see("You have unsaved changes")
        assert "today" in running.text
        assert "1 setting" in running.text
        assert all(len(row) <= size[0] for row in running.text.splitlines())
        await running.press("enter")
        await running.in_form()
        assert running.form.draft.value("description") == "As it is to be"
        assert running.form.draft.before("description") == "As it was"
        await running.save()
        await running.in_list()
        assert (await running.on_server())["description"] == "As it is to be"
        assert drafts() == []


async def test_not_now_leaves_the_draft_where_it_is() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        (before,) = drafts()
        await running.open()
        await running.at(MenuScreen)
        await running.press("escape")
        await running.in_list()
        assert drafts()[0].time == before.time


async def test_starting_afresh_throws_it_away() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        await running.open()
        await running.at(MenuScreen)
        await running.press("a")
        await running.in_form()
        assert not running.form.draft.is_dirty
        assert drafts() == []


async def test_others_changes_are_merged_at_the_save() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        api = await running.app.session.connect()
        await api.clients.patch(
            running.inum, [{"op": "add", "path": "/clientName", "value": "AAA by others"}]
        )
        await go_on(running)
        await running.press("f2")
        await running.see("Changed by someone else")
        await running.press("f2")
        await running.in_list()
        client = await running.on_server()
        assert client["clientName"] == "AAA by others"
        assert client["description"] == "As it is to be"


async def test_a_draft_that_the_server_has_already_is_settled() -> None:
    async with whole() as running:
        await leave_a_draft(running)
        api = await running.app.session.connect()
        await api.clients.patch(
            running.inum, [{"op": "add", "path": "/description", "value": "As it is to be"}]
        )
        await running.open_form()
        await running.see("The server has your unsaved changes already")
        assert drafts() == []


async def test_a_typed_secret_has_to_be_typed_again() -> None:
    async with whole() as running:
        await running.open_form()
        await running.press("5")
        await running.type_into("clientSecret", "a-secret-of-mine")
        await running.press("escape")
        await running.press("l")
        await running.in_list()
        everything = b"".join(path.read_bytes() for path in store().folder.iterdir())
        assert b"a-secret-of-mine" not in everything
        assert b"the-first-secret" not in everything
        await go_on(running)
        await running.press("f2")
        await running.see("to be mended")
        await running.see("Drafts do not keep secrets")
        await running.type_into("clientSecret", "a-secret-of-mine")
        await running.save()
        await running.at(SavedScreen)
        assert "it works" in running.text
        assert drafts() == []


async def test_a_new_client_is_kept_and_comes_back_as_a_new_one() -> None:
    async with whole() as running:
        await running.press("a")
        await running.in_form()
        await running.press(*"Fresh", "enter")
        await running.until(lambda: len(drafts()) == 1)
        await running.press("escape", "l")
        await running.in_list()
        await running.press("a")
        await running.see("You have not created Fresh yet")
        await running.press("c")
        await running.in_form()
        assert running.form.draft.is_new
        assert running.form.draft.value("clientName") == "Fresh"
        await running.press("escape", "d")
        await running.in_list()
        assert drafts() == []


async def test_another_new_client_leaves_the_first_as_it_is() -> None:
    async with whole() as running:
        for name, first in (("Fresh", True), ("Fresher", False)):
            await running.press("a")
            if not first:
                await running.at(MenuScreen)
                await running.press("a")
            await running.in_form()
            await running.press(*name, "enter")
            await running.press("escape", "l")
            await running.in_list()
        assert [draft.name for draft in drafts()] == ["Fresher", "Fresh"]
        await running.press("a")
        await running.see("It is the latest of 2")
        await running.press("escape")
        await running.in_list()
        await running.press("c")
        await running.in_form()
