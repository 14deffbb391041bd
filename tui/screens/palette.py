"""The command palette: the commands of the screen below it, and those of the app."""

from __future__ import annotations

from collections.abc import Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.commands import APP, GROUPS, Command
from tui.screens.where import group_of, why_not
from tui.widgets.bindings import shown_key


class CommandsProvider(Provider):
    """Finds commands by what they are called and by what they do."""

    def _commands(self) -> Iterator[Command]:
        """What can be done now."""
        for command in GROUPS.get(group_of(self.screen), ()):
            if self.screen.check_action(command.run, ()):
                yield command
        yield from (command for command in APP if command.id != "app.palette")

    async def _run(self, command: Command) -> None:
        await (self.app if command in APP else self.screen).run_action(command.run)

    def _prompt(self, title: Content, command: Command, refused: str) -> Content:
        prompt = Content.assemble(title, (f"   {shown_key(self.app, command)}", "dim"))
        return prompt.stylize("dim") if refused else prompt

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            title = _title(command)
            refused = why_not(self.screen, command)
            yield DiscoveryHit(
                self._prompt(Content(title), command, refused),
                lambda command=command: self._run(command),
                text=title,
                help=refused or command.help,
            )

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            title = _title(command)
            score = max(matcher.match(title), matcher.match(command.help) * 0.9)
            if score > 0:
                refused = why_not(self.screen, command)
                yield Hit(
                    score,
                    self._prompt(matcher.highlight(title), command, refused),
                    lambda command=command: self._run(command),
                    text=title,
                    help=refused or command.help,
                )


def _title(command: Command) -> str:
    return command.label[0].upper() + command.label[1:]
