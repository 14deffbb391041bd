"""Options that few people need, told by ``--help-all`` only."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, Namespace, _ArgumentGroup
from collections.abc import Sequence
from typing import Any, TypeAlias

from tui.cli.output import say

OptionGroup: TypeAlias = _ArgumentGroup
"""What ``ArgumentParser.add_argument_group`` makes; argparse has no public name for it."""


def rare_options(parser: ArgumentParser, *titles: tuple[str, str]) -> list[OptionGroup]:
    """Groups of options, one for each title and description, that ``--help`` leaves out.

    The manual page and completion have them, as they have all.
    """
    everything = parser.format_help
    groups = [parser.add_argument_group(title, text) for title, text in titles]

    def usual() -> str:
        actions = [action for group in groups for action in group._group_actions]
        helps = [action.help for action in actions]
        shown = parser._action_groups
        parser._action_groups = [group for group in shown if group not in groups]
        for action in actions:
            action.help = SUPPRESS
        try:
            return everything()
        finally:
            parser._action_groups = shown
            for action, text in zip(actions, helps, strict=True):
                action.help = text

    class All(Action):
        def __call__(
            self,
            parser: ArgumentParser,
            namespace: Namespace,
            values: str | Sequence[Any] | None,
            option_string: str | None = None,
        ) -> None:
            say(everything().rstrip())
            parser.exit()

    parser.format_help = usual  # type: ignore[method-assign]
    parser.add_argument("--help-all", action=All, nargs=0, help="show all options and exit")
    return groups
