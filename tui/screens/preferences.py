"""What a person prefers: the theme and the keys, from the settings and back to them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tui.models.plain import plain
from tui.suggestion import suggestion

if TYPE_CHECKING:
    from textual.app import App

    from tui.settings.settings import Settings


def is_first_run(settings: Settings) -> bool:
    """Whether nothing has been set up on this machine, and the sandbox not been opened."""
    from tui import locations

    return not settings.path.exists() and not locations.sandbox_folder().exists()


def prefer(app: App[Any], settings: Settings) -> list[str]:
    """Use theme and keys of the settings; return what is wrong with the theme, in sentences."""
    if settings.keys:
        app.set_keymap(dict(settings.keys))
    if not settings.theme:
        return []
    if settings.theme in app.available_themes:
        app.theme = settings.theme
        return []
    near = suggestion(settings.theme, app.available_themes)
    return [f"The settings name a theme that there is not: {plain(settings.theme, 60)}{near}"]


async def problems(settings: Settings) -> list[str]:
    """What of the settings cannot be used, in sentences."""
    found = [problem.sentence for problem in settings.problems if not problem.profile]
    if settings.keys:
        # It imports every screen: not on the loop.
        from tui.screens.key_map import unknown_names

        found += await asyncio.to_thread(unknown_names, settings.keys)
    return found


async def remember_theme(theme: str) -> str:
    """Write the theme to the settings; why that could not be, a sentence, or ""."""
    from tui.settings.file import SettingsFile
    from tui.settings.settings import SettingsError

    try:
        await asyncio.to_thread(SettingsFile().set_theme, theme)
    except SettingsError as error:
        return str(error)
    return ""
