"""Go to a setting by whichever of its names a person knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tui.forms.options import Option
from tui.forms.picking import NOTES
from tui.forms.spec import FieldSpec
from tui.forms.table import SPECS, TAB_OF

if TYPE_CHECKING:
    from textual.app import App


def settings(has: Callable[[FieldSpec], bool] = bool) -> list[Option]:
    """Each setting that ``has`` holds of: its path, label, tab, wire and registration names."""
    from tui.models.registration_names import registration_names

    registered = registration_names()
    return [
        Option(
            path,
            spec.label,
            NOTES.join(filter(None, (TAB_OF[path].value, path, registered.get(path, "")))),
        )
        for path, spec in SPECS.items()
        if has(spec)
    ]


async def find_setting(app: App[Any], has: Callable[[FieldSpec], bool] = bool) -> str | None:
    """Ask for one of the settings that ``has`` holds of; its path, or None."""
    from tui.screens.pick import PickScreen

    chosen = await app.push_screen_wait(PickScreen("Find a setting", settings(has), [], many=False))
    return chosen[0] if chosen else None
