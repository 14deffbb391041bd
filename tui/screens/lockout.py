"""Edits after which a program, or everybody, may not get in any more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tui.drafts.stored import SECRET
from tui.models.client_secrets import needs_secret
from tui.models.json import ABSENT
from tui.screens.client_deletion import is_used_by_tools, to_type
from tui.screens.confirm import ConfirmScreen
from tui.widgets.client_facts import last_used

if TYPE_CHECKING:
    from textual.app import App

    from tui.forms.draft import Draft
    from tui.session import Session

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


DISABLED = "Disabled, the client gets no tokens: whoever signs in through it no longer can."
OLD_SECRET = "The old secret ends with this save: whoever has it needs the new one."


def what_is_cut_off(draft: Draft, now: datetime) -> str:
    """What a save would end, in sentences, and when the client was used last; "" when nothing.

    Args:
        draft: of a client that the server has.
        now: in UTC, without a zone.
    """
    ended = [DISABLED] if _is_disabled(draft) else []
    had_secret = draft.before(SECRET) not in (ABSENT, None, "")
    if had_secret and draft.is_changed(SECRET) and needs_secret(draft.original or {}):
        ended.append(OLD_SECRET)
    used = last_used(draft.document, now)
    if ended and used:
        ended.append(f"It was last used {used}.")
    return " ".join(ended)


def _is_disabled(draft: Draft) -> bool:
    return draft.is_changed("disabled") and draft.value("disabled") is True


async def may_lock_out(app: App[Any], draft: Draft, session: Session, own_id: str) -> bool:
    """Whether to go on with an edit, for which the client's name is typed where it is risky.

    That is, of a client that tools sign in with, whatever its signing in needs; and on a
    protected server, disabling a client.

    Args:
        app: shows the question.
        draft: of a client that the server has.
        session: the server.
        own_id: of the client that this program signs in with.
    """
    document = draft.document
    name = document.name or document.inum
    if is_used_by_tools(document, own_id) and any(map(draft.is_changed, LIFELINES)):
        question = f"Change how {name} signs in?"
        body = [
            "The tools that manage this server sign in with this client. When they no longer "
            "can, they, and maybe you, are locked out."
        ]
    elif session.caution.protected and _is_disabled(draft):
        question = f"Disable {name}?"
        body = [DISABLED, f"{session.name} is protected."]
    else:
        return True
    return await app.push_screen_wait(
        ConfirmScreen(question, body, "Go on", dangerous=True, type_to_confirm=to_type(document))
    )
