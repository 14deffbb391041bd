"""Taking back changes, from key to database."""

from typing import Any

import pytest

from tests.ui.support import WIDE
from tests.ui.whole import Whole, whole
from tui.api.errors import NotFound
from tui.journal.entry import Entry
from tui.models.changes import difference
from tui.models.json import Json, JsonObject
from tui.models.members import READ_ONLY_MEMBERS
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.history import HistoryScreen
from tui.screens.history_entry import HistoryEntryScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen


def journal(at: Whole) -> list[Entry]:
    return at.app.session.history.journal.entries()


def kinds(at: Whole) -> list[str]:
    return [entry.kind for entry in journal(at)]


def lasting(raw: JsonObject) -> JsonObject:
    left_out = READ_ONLY_MEMBERS | {"clientSecret"}
    return {name: value for name, value in raw.items() if name not in left_out}


async def change(at: Whole, **members: Json) -> None:
    """Somebody else edits the client."""
    api = await at.app.session.connect()
    await api.clients.patch(
        at.inum,
        [{"op": "add", "path": f"/{name}", "value": value} for name, value in members.items()],
    )


async def edit(at: Whole, path: str, text: str) -> JsonObject:
    """Open the client, change a setting, save; return the client as it was before."""
    before = await at.on_server()
    await at.open_form()
    await at.type_into(path, text)
    await at.save()
    await at.in_list()
    assert difference(before, await at.on_server())
    return before


async def save_review(at: Whole) -> None:
    await at.at(ReviewScreen)
    await at.press("f2")


async def no_dialog(at: Whole, kind: type[Any]) -> None:
    """Wait until the screen of ``kind`` is on top and what it began has ended."""
    await at.at(kind)
    screen = at.app.screen
    assert isinstance(screen, ClientsScreen | HistoryScreen)
    await at.until(lambda: not screen.is_busy)


async def test_the_newest_change_is_undone_from_the_list_and_again() -> None:
    async with whole() as at:
        before = await edit(at, "description", "Something else")
        after = await at.on_server()
        await at.press("u")
        await at.see("Take back the edit of AAA first?")
        await at.see("Something else  →  As it was")
        await save_review(at)
        await at.until(lambda: kinds(at) == ["undo", "edit"])
        await at.in_list()
        assert not difference(before, await at.on_server())
        await at.press("u")
        await at.see("As it was  →  Something else")
        await save_review(at)
        await at.until(lambda: kinds(at) == ["undo", "undo", "edit"])
        assert not difference(after, await at.on_server())


async def test_nothing_is_sent_without_a_yes() -> None:
    async with whole() as at:
        await edit(at, "description", "Something else")
        await at.press("u")
        await at.at(ReviewScreen)
        await at.press("escape")
        await at.in_list()
        assert (await at.on_server())["description"] == "Something else"
        assert kinds(at) == ["edit"]


async def test_a_client_that_was_never_changed_has_nothing_to_undo() -> None:
    async with whole() as at:
        await at.press("g", "u")
        await at.see("The history has no change of AAA first to take back.")
        await at.press("h")
        await at.see("Nothing was changed from here yet.")


async def test_the_newest_change_is_undone_from_the_form() -> None:
    async with whole() as at:
        before = await edit(at, "description", "Something else")
        await at.open_form()
        await at.press("u")
        await save_review(at)
        await at.in_list()
        assert not difference(before, await at.on_server())


async def test_what_is_not_saved_is_not_lost_to_an_undo() -> None:
    async with whole() as at:
        await edit(at, "description", "Something else")
        await at.open_form()
        await at.type_into("clientName", "AAA typed")
        await at.press("u")
        await at.see("Undo takes back what was saved.")
        assert isinstance(at.app.screen, ClientScreen)
        await at.press("H")
        await at.at(HistoryScreen)
        await at.see("1 change")
        await at.press("u")
        await save_review(at)
        await at.until(lambda: kinds(at) == ["undo", "edit"])
        await at.press("escape")
        await at.in_form()
        assert at.form.draft.value("clientName") == "AAA typed"
        await at.save()
        await at.in_list()
        found = await at.on_server()
        assert (found["clientName"], found["description"]) == ("AAA typed", "As it was")


async def test_an_undo_in_the_history_closes_a_form_that_is_out_of_date() -> None:
    async with whole() as at:
        await edit(at, "description", "Something else")
        await at.open_form()
        await at.press("H")
        await at.see("1 change")
        await at.press("enter")
        await at.at(HistoryEntryScreen)
        await at.press("u")
        await save_review(at)
        await at.see("2 changes")
        await at.press("escape")
        await at.in_list()
        assert (await at.on_server())["description"] == "As it was"


async def test_a_new_client_has_no_history() -> None:
    async with whole() as at:
        await at.press("a")
        await at.at(ClientScreen)
        await at.press("escape")
        await at.in_form()
        await at.press("u")
        await at.see("This client is new: it has no history yet.")


async def test_a_conflict_is_decided_in_the_review() -> None:
    async with whole() as at:
        await edit(at, "description", "Second")
        await change(at, description="Third", contacts=["them@rp.example"])
        await at.press("u")
        await at.see("before it, theirs what is there now.")
        await at.press("f2")
        await at.see("Choose mine (m) or theirs (t)")
        await at.press("m", "f2")
        await at.until(lambda: kinds(at) == ["undo", "edit"])
        found = await at.on_server()
        assert (found["description"], found["contacts"]) == ("As it was", ["them@rp.example"])


async def test_what_somebody_took_back_already_is_said() -> None:
    async with whole() as at:
        await edit(at, "description", "Second")
        await change(at, description="As it was")
        await at.press("u")
        await at.see("Nothing of that change is left to be taken back.")


async def test_a_client_that_is_gone_meanwhile_is_said() -> None:
    async with whole() as at:
        await edit(at, "description", "Second")
        api = await at.app.session.connect()
        await api.clients.delete(at.inum)
        await at.press("u")
        await at.see("AAA first does not exist")


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_a_deleted_client_comes_back_with_a_new_secret(size: tuple[int, int]) -> None:
    async with whole(size=size) as at:
        before = await at.on_server()
        await at.press("g", "d")
        await at.see("Delete AAA first?")
        await at.press("y")
        await at.see("AAA first was deleted.")
        await at.in_list()
        await at.press("H")
        await at.see("1 change")
        await at.press("u")
        await at.see("Create AAA first again?")
        await at.see("shown once")
        await at.press("f2")
        await at.at(SavedScreen)
        screen = at.app.screen
        assert isinstance(screen, SavedScreen)
        await at.see("it works")
        secret = screen.saved.secret
        assert secret not in at.text
        await at.press("r")
        await at.see(secret)
        await at.press("escape")
        await at.see("2 changes")
        await no_dialog(at, HistoryScreen)
        assert not difference(lasting(before), lasting(await at.on_server()))
        await at.press("j", "u")
        await at.see("exists again already")
        await at.press("escape")
        await at.in_list()
        await at.see("AAA first")


async def test_right_after_a_deletion_undo_means_that() -> None:
    """Whatever client the cursor came to; from then on it means the client of the cursor."""
    async with whole() as at:
        await at.press("g", "d")
        await at.see("Delete AAA first?")
        await at.press("y")
        await at.see("AAA first was deleted. u brings it back.")
        await at.in_list()
        await at.press("j", "u")
        await at.see("Create AAA first again?")
        await at.press("escape")
        await no_dialog(at, ClientsScreen)
        await at.press("u")
        await at.see("The history has no change of")


async def test_the_undo_of_a_creation_deletes_after_a_question() -> None:
    async with whole() as at:
        await at.press("g", "c")
        await at.in_form()
        await at.save()
        await at.at(SavedScreen)
        await at.press("r", "escape")
        await at.in_list()
        [entry] = journal(at)
        assert entry.kind == "create"
        await at.press("H")
        await at.see("1 change")
        await at.press("u")
        await at.see("This takes back that it was added")
        assert isinstance(at.app.screen, ConfirmScreen)
        await at.press("enter")
        await no_dialog(at, HistoryScreen)
        assert kinds(at) == ["create"]
        await at.press("u")
        await at.at(ConfirmScreen)
        await at.press("y")
        await at.see("2 changes")
        api = await at.app.session.connect()
        with pytest.raises(NotFound):
            await api.clients.get(entry.inum)


async def test_a_full_disk_is_told_once_and_stops_nothing() -> None:
    async with whole() as at:
        folder = at.app.session.history.journal.file.parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("a file is no folder")
        await at.open_form()
        await at.type_into("description", "Saved all the same")
        await at.save()
        await at.at(SavedScreen)
        await at.see("The change was saved but could not be noted in the history")
        await at.press("escape")
        await at.in_list()
        await edit(at, "description", "And again")


async def test_the_commands_are_in_the_palette_and_the_help() -> None:
    async with whole() as at:
        await at.press("question_mark")
        await at.press("pagedown")
        for words in ("Undo what jans-tui last saved", "Show what jans-tui changed in all"):
            await at.see(words)
        await at.press("escape")
        await at.in_list()
        await at.press("H")
        await at.at(HistoryScreen)
        await at.press("question_mark")
        await at.see("Take back what the entry changed")
