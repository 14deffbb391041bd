"""A new key pair: the public half goes to the client, the private half is shown once."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.commands import Command
from tui.keys.generate import KeyPair
from tui.new_file import write_new_file
from tui.screens.dismissing import Dialog
from tui.screens.host import host
from tui.widgets.bindings import bindings, shown_key
from tui.widgets.key_bar import KeyBar
from tui.widgets.plain_input import PlainInput
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, joined, line, styled

KEYS = (
    Command("key.done", "f2", "done", "Close, and add the public key to the client."),
    Command("key.write", "w", "write to a file", "Write the private key to a file of your own."),
    Command("key.copy", "c", "copy", "Copy the private key."),
    Command("key.reveal", "r", "reveal", "Show the private key, or hide it again."),
    Command("key.cancel", "escape", "cancel", "Close, and throw the key pair away."),
)


class NewKeyScreen(Dialog[bool]):
    """Returns whether the public key is to be added.

    Done is refused once while the private key is nowhere but here.
    """

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("new_key")]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, pair: KeyPair) -> None:
        super().__init__(classes="dialog-screen")
        self.pair = pair
        self._revealed = False
        self._kept = False
        self._warned = False

    def compose(self) -> ComposeResult:
        """What the key is, its private half, where to write it, keys."""
        with Vertical(id="dialog"):
            yield Static(styled("A new key pair", "bold"), id="title")
            yield Static(self._facts(), id="facts")
            yield Static(self._private(), id="private")
            yield Static(id="said")
            path = PlainInput(placeholder="path of a new file, enter writes it", compact=True)
            path.cursor_blink = False
            yield path
            yield KeyBar(KEYS)

    def on_mount(self) -> None:
        """The path is asked for when it is wanted."""
        self.query_one(Input).display = False

    def _facts(self) -> Content:
        public = self.pair.public
        return joined(
            [
                line(("Key ID     ", "$text-muted"), foreign(self.pair.kid, "bold")),
                line(("Algorithm  ", "$text-muted"), foreign(public.get("alg", ""), "bold")),
                styled(
                    "The public key is added to the client when you save it. The private key is "
                    "shown only now: write it to a file or copy it.",
                    "$text-muted",
                ),
            ]
        )

    def _private(self) -> Content:
        if not self._revealed:
            return line(("Private    ", "$text-muted"), "••••••••")
        return joined(styled(row) for row in self.pair.private_pem.strip().splitlines())

    def _say(self, words: str, tone: str) -> None:
        self.query_one("#said", Static).update(foreign(words, f"$text-{tone}"))

    def action_reveal(self) -> None:
        """Show the private key, or hide it again."""
        self._revealed = not self._revealed
        self.query_one("#private", Static).update(self._private())

    @work
    async def action_copy(self) -> None:
        """To the clipboard."""
        await host(self).copy(self.pair.private_pem, "The private key")
        self._kept = True

    def action_write(self) -> None:
        """Ask for the path."""
        path = self.query_one(Input)
        path.display = True
        path.focus()

    @on(Input.Submitted)
    async def _write(self, event: Input.Submitted) -> None:
        try:
            path = await asyncio.to_thread(
                write_new_file, event.value.strip(), self.pair.private_pem
            )
        except ValueError as problem:
            self._say(str(problem), "error")
            return
        self._kept = True
        event.input.display = False
        self.set_focus(None)
        self._say(f"Written to {path}, for your eyes only (0600).", "success")

    def action_done(self) -> None:
        """Close; warn once when nobody has the private key."""
        if self._kept or self._warned:
            self.dismiss(True)
            return
        self._warned = True
        key = shown_key(self.app, KEYS[0])
        self._say(
            f"The private key is nowhere but here. {key} again closes all the same.", "warning"
        )

    def action_cancel(self) -> None:
        """Leave off writing, or close without the key."""
        path = self.query_one(Input)
        if path.display:
            path.display = False
            self.set_focus(None)
        else:
            self.dismiss(False)
