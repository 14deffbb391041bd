"""Asks where a secret is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.models.json import ABSENT
from tui.screens.ask_text import AskTextScreen
from tui.screens.menu import MenuScreen
from tui.settings.references import Scheme, read_reference
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.app import App

    from tui.widgets.profile_fields import ReferenceField

_WAYS: tuple[tuple[MenuItem, Scheme], ...] = (
    (MenuItem("a", "Ask each time", "it is kept nowhere"), "prompt"),
    (MenuItem("v", "A variable", "of the environment"), "env"),
    (MenuItem("f", "A file", "that only you can read"), "file"),
    (MenuItem("c", "A command", "that prints it, such as a password manager's"), "cmd"),
    (MenuItem("r", "The keyring", "of this machine, where there is one"), "keyring"),
    (MenuItem("s", "In the settings", "the secret itself: avoid", "$text-warning"), "plain"),
)

_HINTS: dict[str, str] = {
    "env": "The variable's name, without a $.",
    "file": "The file's path; ~ is your home folder.",
    "cmd": "The command and its arguments: pass show jans/prod",
    "keyring": "SERVICE/NAME, as keyring set SERVICE NAME stored it.",
    "plain": "The secret itself. It will stand in the settings file.",
}


async def ask_reference(app: App[Any], field: ReferenceField) -> None:
    """Let the person choose, and give the field the answer if there is one."""
    label = field.spec.label
    scheme = await app.push_screen_wait(MenuScreen(f"{label}: where is it?", list(_WAYS)))
    if scheme is None:
        return
    if scheme == "prompt":
        field.take("prompt")
        return

    def made(text: str) -> str:
        reference = f"{scheme}:{text}"
        try:
            read_reference(reference)
        except ValueError as problem:
            raise ValueError(f"It {problem}") from None
        return reference

    reference = await app.push_screen_wait(
        AskTextScreen(label, _HINTS[scheme], _before(field, scheme), made, masked=scheme == "plain")
    )
    if reference is not None:
        field.take(reference)


def _before(field: ReferenceField, scheme: Scheme) -> str:
    """What the same kind of reference says now; never a secret."""
    value = field.value
    if scheme == "plain" or value is ABSENT or not isinstance(value, str):
        return ""
    return value.removeprefix(f"{scheme}:") if value.startswith(f"{scheme}:") else ""
