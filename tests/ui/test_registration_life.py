"""The life of a registration in the app, at a sandbox that rotates tokens."""

from pathlib import Path

from tests.ui.registration_stage import at_sandbox, rotating
from tui.models.secrets import MASK
from tui.screens.confirm import ConfirmScreen
from tui.screens.history import HistoryScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen


async def test_the_life_of_a_registration(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path, rotating()) as desk:
        assert "No client registered here yet. a registers one, i imports one." in desk.text
        saved = await desk.register()
        kept = await desk.kept()
        assert saved.saved.secret == kept.secret
        assert kept.secret not in desk.text
        assert kept.token not in desk.text
        assert MASK in desk.text
        assert kept.client_id in desk.text
        await desk.press("r")
        await desk.see(kept.secret)
        await desk.press("enter")
        await desk.in_list()
        assert "▌ Shop" in desk.text

        tokens = [kept.token]
        await desk.open_only()
        tokens.append((await desk.kept()).token)
        await desk.put("clientName", "Shop 2")
        review = await desk.review()
        tokens.append((await desk.kept()).token)
        assert [change.path for change in review.review.mine] == [("clientName",)]
        await desk.press("f2")
        await desk.in_list()
        await desk.see("▌ Shop 2")
        tokens.append((await desk.kept()).token)
        assert len({*tokens}) == len(tokens)
        assert (await desk.kept()).name == "Shop 2"

        await desk.press("d")
        await desk.at(ConfirmScreen)
        await desk.see("with a new id and secret")
        await desk.press("y")
        await desk.at_list()
        await desk.see("No client registered here yet.")
        assert (await desk.registrations()).list() == []


async def test_what_was_asked_against_what_was_granted(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path) as desk:
        await desk.fill_in()
        desk.form.draft.set("scopes", ["openid", "no-such-scope"])
        desk.form.draft_changed()
        await desk.review()
        await desk.press("f2")
        await desk.at(SavedScreen)
        screen = desk.app.screen
        assert isinstance(screen, SavedScreen)
        assert [change.path for change in screen.saved.altered] == [("scopes",)]
        await desk.see("- no-such-scope")
        assert ("idTokenSignedResponseAlg",) in {change.path for change in screen.saved.added}
        screen.query_one("#body").scroll_end(animate=False)
        await desk.see("Set by the server, though nobody asked for it:")


async def test_undo_history_and_a_deleted_client_registered_again(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path, rotating()) as desk:
        await desk.register()
        await desk.press("enter")
        first = (await desk.kept()).client_id
        await desk.open_only()
        await desk.put("clientName", "Shop 2")
        await desk.review()
        await desk.press("f2")
        await desk.in_list()

        await desk.press("u")
        await desk.at(ReviewScreen)
        await desk.see("Take back the edit of Shop 2?")
        await desk.press("f2")
        await desk.in_list()
        assert (await desk.kept()).name == "Shop"

        await desk.press("d", "y")
        await desk.at_list()
        await desk.see("No client registered here yet.")
        await desk.press("H")
        await desk.at(HistoryScreen)
        await desk.see("deleted")
        await desk.press("u")
        await desk.at(ReviewScreen)
        await desk.see("and gets another client")
        assert first not in desk.text
        await desk.press("f2")
        await desk.at(SavedScreen)
        kept = await desk.kept()
        assert (kept.name, kept.client_id != first) == ("Shop", True)


async def test_a_copy_marks_a_search_and_what_cannot_be(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path) as desk:
        await desk.register()
        await desk.press("enter")
        await desk.in_list()
        await desk.press("c")
        await desk.in_form()
        await desk.press("escape")
        assert desk.form.draft.value("clientName") == "Shop (copy)"
        await desk.review()
        await desk.press("f2")
        await desk.at(SavedScreen)
        await desk.press("enter")
        await desk.in_list()
        assert len((await desk.registrations()).list()) == 2

        await desk.press("t")
        await desk.see("Registration knows no clients that are switched off.")
        await desk.press("R")
        await desk.see("Every client here is registered")
        await desk.press("slash", *"copy", "enter")
        await desk.see("1–1 of 1")
        await desk.press("escape")
        await desk.press("slash", *"redirect:shop.example", "enter")
        await desk.see("1–2 of 2")
        await desk.press("escape")
        await desk.in_list()

        await desk.press("space", "space")
        await desk.see("2 marked")
        await desk.press("d")
        await desk.at(ConfirmScreen)
        await desk.press(*"2 clients", "enter")
        await desk.see("No client registered here yet.")
        assert (await desk.registrations()).list() == []
