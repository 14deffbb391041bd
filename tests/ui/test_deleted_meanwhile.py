"""Saving a client that somebody deleted while it was being edited."""

from tests.ui.whole import Whole, whole
from tui import locations
from tui.drafts.store import DraftStore
from tui.screens.client import ClientScreen
from tui.screens.menu import MenuScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.widgets.banner import Banner


async def change_and_delete(running: Whole) -> None:
    """Change the client in the form, and delete it behind the form's back."""
    await running.open_form()
    await running.type_into("description", "As it is to be")
    api = await running.app.session.connect()
    await api.clients.delete(running.inum)


async def test_it_is_said_and_the_form_stays() -> None:
    async with whole() as running:
        await change_and_delete(running)
        for keys in (["escape"], ["b"]):
            await running.press("f2")
            await running.see("Somebody deleted this client meanwhile.")
            await running.press(*keys)
            await running.at(ClientScreen)
            assert running.form.draft.value("description") == "As it is to be"
            assert "F2 can create it anew" in running.form.query_one(Banner).text
        await running.press("f2")
        await running.at(MenuScreen)
        await running.press("c")
        await running.at(ReviewScreen)
        await running.press("escape")
        await running.at(ClientScreen)
        assert not running.form.draft.is_new


async def test_it_is_created_anew_under_the_same_id_with_a_new_secret() -> None:
    async with whole() as running:
        await change_and_delete(running)
        await running.press("f2")
        await running.at(MenuScreen)
        await running.press("c")
        await running.see("Create AAA first?")
        await running.press("f2")
        await running.at(SavedScreen)
        assert "was created" in running.text
        assert running.inum in running.text
        assert "it works" in running.text
        client = await running.on_server()
        assert client["clientName"] == "AAA first"
        assert client["description"] == "As it is to be"
        assert client["redirectUris"] == ["https://rp.example/cb"]
        assert DraftStore(locations.drafts_folder(), "sandbox:sandbox").all() == []


async def test_a_secret_that_was_typed_is_the_new_one() -> None:
    async with whole() as running:
        await change_and_delete(running)
        await running.press("5")
        await running.type_into("clientSecret", "a-secret-of-mine")
        await running.press("f2")
        await running.at(MenuScreen)
        await running.press("c")
        await running.at(ReviewScreen)
        await running.press("f2")
        await running.at(SavedScreen)
        await running.press("r")
        await running.see("a-secret-of-mine")
        assert "it works" in running.text
