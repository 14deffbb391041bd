"""From commands to Textual bindings."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from tui.commands import Command


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
