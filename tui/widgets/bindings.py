"""From commands to Textual bindings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from textual.binding import Binding, BindingType

from tui.commands import BY_ID, Command, key_name

if TYPE_CHECKING:
    from textual.app import App


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """A binding for each key of each command, with the command's id."""
    return [
        Binding(
            command.key,
            command.run,
            command.label,
            show=command.footer,
            key_display=command.shown_key,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands
    ]


def keys_of(app: App[Any], command: Command) -> list[str]:
    """The keys that run a command, as Textual calls them: the person's own, or the usual ones."""
    own: Mapping[str, str] = getattr(app, "key_map", {})
    return [key.strip() for key in own.get(command.id, command.key).split(",")]


def shown_key(app: App[Any], command: Command) -> str:
    """The first of ``keys_of``, in the words that stand on a keyboard."""
    return key_name(keys_of(app, command)[0])


def with_keys(app: App[Any], sentence: str) -> str:
    """A sentence of ours in which each ``{id}`` of a command becomes its ``shown_key``."""
    return re.sub(r"\{([\w.-]+)\}", lambda found: shown_key(app, BY_ID[found[1]]), sentence)
