"""A client that is to sign in with a secret, and did not before: does anybody know one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.models.client_secrets import needs_secret
from tui.models.secrets import new_secret
from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App

    from tui.forms.draft import Draft

PATH = "clientSecret"


def lacks_secret(draft: Draft) -> bool:
    """Whether an edit makes a secret necessary and sets none."""
    return (
        needs_secret(draft.edited) and not needs_secret(draft.start) and not draft.is_changed(PATH)
    )


async def offer_secret(app: App[Any], draft: Draft) -> bool:
    """Offer to generate a secret into ``draft``; whether to go on with the save."""
    has_one = draft.document.text(PATH) != ""
    body = (
        "It has one that it did not use: maybe nobody knows it."
        if has_one
        else "The client has none, so it could not get tokens."
    )
    keep = "Keep the one it has" if has_one else "Save without one"
    menu = MenuScreen(
        f"{draft.value('tokenEndpointAuthMethod')} needs a client secret",
        [
            (MenuItem("g", "Generate one", "shown once, after the save"), "generate"),
            (MenuItem("s", keep), "save"),
            (MenuItem("b", "Back to the form", "nothing is sent"), ""),
        ],
        [body],
    )
    chosen = await app.push_screen_wait(menu)
    if chosen == "generate":
        draft.set(PATH, new_secret())
    return bool(chosen)
