"""Asking whether to go on with what was left unsaved."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from tui.drafts.words import changed_settings, counted, title, when
from tui.forms.table import SPECS
from tui.forms.wording import label_of
from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.app import App

    from tui.drafts.stored import StoredDraft

NAMED = 6
"""How many settings are named."""


class Offer(Enum):
    """What to do with the draft."""

    CONTINUE = "continue"
    AFRESH = "afresh"


def local_now() -> datetime:
    """The time with the zone of this machine."""
    return datetime.now(UTC).astimezone()


async def offer(app: App[Any], stored: StoredDraft, *, exists: bool = True) -> Offer | None:
    """Ask about the draft of a client; None leaves everything as it is.

    Args:
        app: shows the question.
        stored: the draft.
        exists: whether the server still has the client.
    """
    body = [_about(stored)]
    if not exists:
        body.append("The client does not exist any more; with these changes it can be made anew.")
    afresh = "Start afresh" if exists else "Discard"
    return await app.push_screen_wait(
        MenuScreen(
            f"You have unsaved changes of {title(stored)}",
            [
                (MenuItem("c", "Continue with them"), Offer.CONTINUE),
                (MenuItem("a", afresh, "throws them away", "$text-error"), Offer.AFRESH),
            ],
            body,
            keys="enter choose   esc not now",
        )
    )


async def offer_new(app: App[Any], stored: StoredDraft, count: int) -> Offer | None:
    """Ask about a new client that was not created; ``count`` is how many of them there are."""
    body = [_about(stored)]
    if count > 1:
        body.append(f"It is the latest of {count}; D in the list shows them all.")
    return await app.push_screen_wait(
        MenuScreen(
            f"You have not created {title(stored)} yet"
            if stored.name
            else "You have a new client that is not created yet",
            [
                (MenuItem("c", "Continue with it"), Offer.CONTINUE),
                (MenuItem("a", "Add another one", "this one stays a draft"), Offer.AFRESH),
            ],
            body,
            keys="enter choose   esc not now",
        )
    )


def _about(stored: StoredDraft) -> str:
    """When, how much and what: ``From yesterday 14:02, 2 settings: Name, Redirect URIs.``."""
    paths = changed_settings(stored.draft)
    known = [label_of(path) for path in SPECS if path in paths]
    names = known + sorted(paths - SPECS.keys())
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    listed = f": {', '.join(names[:NAMED])}{more}" if names else ""
    return f"From {when(stored.time, local_now())}, {counted(stored)}{listed}."
