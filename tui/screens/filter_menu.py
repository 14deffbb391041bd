"""Ready filters for the list, each a word that could be typed into the search as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.app import App

READY = (
    ("d", "disabled", "is:disabled"),
    ("e", "enabled", "is:enabled"),
    ("x", "expired", "is:expired"),
    ("s", "ending soon", "expires:30d"),
    ("u", "long unused", "unused:90d"),
    ("c", "client credentials", "grant:client_credentials"),
    ("p", "public", "auth:none"),
    ("n", "native", "type:native"),
    ("t", "trusted, no consent", "is:trusted"),
)
"""Key, what it finds, and the word."""


async def choose_filter(app: App[Any], pattern: str) -> str | None:
    """Let a filter be put into a search, or taken out again; the search then, or None."""
    words = pattern.split()
    items = [
        (MenuItem(key, f"{'✓' if word in words else ' '} {label}", word), word)
        for key, label, word in READY
    ]
    chosen = await app.push_screen_wait(
        MenuScreen(
            "Filter the list",
            items,
            ["Any setting can be typed into the search: scope:openid, redirect:localhost, …"],
            keys="enter choose   esc back",
        )
    )
    if chosen is None:
        return None
    kept = [word for word in words if word != chosen]
    return " ".join(kept if chosen in words else [*words, chosen])
