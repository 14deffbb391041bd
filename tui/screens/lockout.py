"""Edits after which a program, or everybody, may not get in any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.client_deletion import is_used_by_tools, to_type
from tui.screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from textual.app import App

    from tui.forms.draft import Draft

LIFELINES = frozenset(
    {
        "disabled",
        "clientSecret",
        "clientSecretExpiresAt",
        "expirationDate",
        "tokenEndpointAuthMethod",
        "grantTypes",
        "scopes",
    }
)
"""Settings without which the tools cannot sign in, or may do nothing."""


def what_is_cut_off(draft: Draft) -> str:
    """What a save would end, a sentence; "" when nothing."""
    if draft.is_changed("disabled") and draft.value("disabled") is True:
        return "Disabled, the client gets no tokens: whoever signs in through it no longer can."
    return ""


async def may_lock_out(app: App[Any], draft: Draft, own_id: str) -> bool:
    """Whether to go on with an edit; for a client that tools sign in with, its name is typed.

    Args:
        app: shows the question.
        draft: of a client that the server has.
        own_id: of the client that this program signs in with.
    """
    document = draft.document
    if not is_used_by_tools(document, own_id) or not any(map(draft.is_changed, LIFELINES)):
        return True
    return await app.push_screen_wait(
        ConfirmScreen(
            f"Change how {document.name or document.inum} signs in?",
            [
                "The tools that manage this server sign in with this client. When they no longer "
                "can, they, and maybe you, are locked out."
            ],
            "Go on",
            dangerous=True,
            type_to_confirm=to_type(document),
        )
    )
