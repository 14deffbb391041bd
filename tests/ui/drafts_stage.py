"""Forms that are left with changes, which are kept."""

from tests.ui.whole import Whole
from tui import locations
from tui.drafts.store import DraftStore
from tui.drafts.stored import StoredDraft
from tui.screens.menu import MenuScreen


def store() -> DraftStore:
    return DraftStore(locations.drafts_folder(), "sandbox:sandbox")


def drafts() -> list[StoredDraft]:
    return store().all()


def typed(draft: StoredDraft) -> str:
    """What was being typed as the description."""
    return draft.draft.rejected["description"].text


async def leave_a_draft(running: Whole, description: str = "As it is to be") -> None:
    """Change the client and leave it unsaved."""
    await running.open_form()
    await running.type_into("description", description)
    await running.press("escape")
    await running.see("Leave without saving?")
    await running.press("l")
    await running.in_list()


async def leave_a_draft_of_a_client_that_is_gone(running: Whole) -> None:
    """And open it again from the list, which does not know yet."""
    await leave_a_draft(running)
    api = await running.app.session.connect()
    await api.clients.delete(running.inum)
    await running.press("g", "enter")
    await running.see("The client does not exist any more")


async def go_on(running: Whole) -> None:
    """Open the client, and go on with its draft."""
    await running.open()
    await running.at(MenuScreen)
    await running.press("c")
    await running.in_form()


async def go_to_keys(running: Whole) -> None:
    """To the key set of the open form."""
    await running.press("5")
    await running.until(lambda: bool(running.form.query("#field-jwks")))
    running.form.query_one("#field-jwks").focus()
