"""A command of which only the word is known until more is asked of it."""

from argparse import ArgumentParser, Namespace
from functools import cached_property
from importlib import import_module

from tui.cli.command import Command


class Later:
    """A ``Command`` that is imported when it is used: each run needs one of them, or none."""

    def __init__(self, module: str) -> None:
        """Args: ``module`` of ``tui.cli.commands``: a command, or one that holds a ``GROUP``."""
        self._module = module
        self.NAME = module.replace("_", "-")

    @cached_property
    def _command(self) -> Command:
        module = import_module(f"tui.cli.commands.{self._module}")
        command: Command = getattr(module, "GROUP", module)
        return command

    @property
    def HELP(self) -> str:  # noqa: N802
        """Its one line in the list of commands."""
        return self._command.HELP

    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Add its own arguments."""
        self._command.add_arguments(parser)

    def run(self, args: Namespace, /) -> int:
        """Do its work; return its exit code."""
        return self._command.run(args)
