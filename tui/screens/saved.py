"""After a save that has something to tell: ids, the secret once, what the server changed."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tui.forms.lookups import Lookups
from tui.models.secrets import MASK
from tui.saving.outcome import Saved, SecretState
from tui.screens.host import host
from tui.screens.scrolling import ScrollingDialog
from tui.widgets.changes_view import ChangesView
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, joined, line, styled

SECRET_WORDS = {
    SecretState.VERIFIED: (
        "The secret was tried at the token endpoint: it works.",
        "$text-success",
    ),
    SecretState.SENT: (
        "The secret was sent; whether it works could not be tried.",
        "$text-warning",
    ),
    SecretState.REFUSED: (
        "The server does not accept this secret. Set another one, or ask its administrator.",
        "$text-error",
    ),
    SecretState.GIVEN: (
        "The provider made it. It is kept on this machine, and the form can reveal it.",
        "$text-muted",
    ),
}


Next: TypeAlias = Literal["done", "edit"]
"""What to do after the screen."""


class SavedScreen(ScrollingDialog[Next]):
    """Shows what came of a save; returns what to do next."""

    CSS_PATH = style_path("dialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "Done", id="saved.done"),
        Binding("c", "copy_id", "Copy the id", id="saved.copy-id"),
        Binding("s", "copy_secret", "Copy the secret", id="saved.copy-secret"),
        Binding("r", "reveal", "Reveal the secret", id="saved.reveal"),
        Binding("e", "edit", "Edit", id="saved.edit"),
    ]

    def __init__(self, saved: Saved, lookups: Lookups, *, created: bool) -> None:
        super().__init__(classes="dialog-screen")
        self.saved = saved
        self.lookups = lookups
        self.created = created
        self._revealed = False
        self._is_seen = False
        self._is_warned = False

    def compose(self) -> ComposeResult:
        """Title, ids, remarks, what the server changed, and buttons."""
        document = self.saved.document
        name = document.name or document.inum
        with Vertical(id="dialog"):
            done = "was created" if self.created else "was saved"
            yield Static(line(foreign(name, "bold", 80), f" {done}"), id="title")
            with VerticalScroll(id="body", can_focus=False):
                yield Static(self._identity(), id="identity")
                if self.saved.altered:
                    count = len(self.saved.altered)
                    yield Static(
                        styled(
                            f"The server changed {count} thing{'s' * (count > 1)} "
                            "that you asked for:",
                            "$text-warning",
                        ),
                        classes="part",
                    )
                    yield ChangesView(self.saved.altered, self.lookups)
                if self.saved.added:
                    yield Static("Set by the server, though nobody asked for it:", classes="part")
                    yield ChangesView(self.saved.added, self.lookups, new=True)
                for note in self.saved.notes:
                    yield Static(foreign(note, "$text-warning", 400), classes="part")
            with Vertical(id="buttons"):
                if self.created:
                    yield Button("Edit", id="edit", compact=True)
                yield Button("Done", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Enter is enough to go on."""
        self.query_one("#done", Button).focus()

    def _identity(self) -> Content:
        name = foreign(self.saved.document.inum, "bold", 200)
        rows = [line(("Client ID      ", "$text-muted"), name)]
        keys = [("c", "copies the id")]
        if self.saved.secret:
            shown = foreign(self.saved.secret, "bold", 400) if self._revealed else Content(MASK)
            words, style = SECRET_WORDS[self.saved.secret_state]
            rows += [line(("Client secret  ", "$text-muted"), shown), styled(words, style)]
            keys += [("s", "copies the secret"), ("r", "hides" if self._revealed else "reveals")]
            if self._is_shown_once and self._is_warned:
                rows.append(styled("It is shown only now. Leave without it?", "bold $text-warning"))
            elif self._is_shown_once:
                rows.append(styled("It is shown only now: copy it.", "$text-muted"))
        hints = (((key, "$text-accent"), (f" {words}   ", "$text-disabled")) for key, words in keys)
        return joined([*rows, line(*(part for hint in hints for part in hint))])

    @property
    def _is_shown_once(self) -> bool:
        """Whether nobody can see the secret again after this."""
        return bool(self.saved.secret) and self.saved.secret_state is not SecretState.GIVEN

    def _show_identity(self) -> None:
        self.query_one("#identity", Static).update(self._identity())

    def action_reveal(self) -> None:
        """Show the secret, or hide it again."""
        self._revealed = not self._revealed
        self._is_seen = True
        self._show_identity()

    @work
    async def action_copy_id(self) -> None:
        """To the clipboard."""
        await host(self).copy(self.saved.document.inum, "The client id")

    @work
    async def action_copy_secret(self) -> None:
        """To the clipboard."""
        if self.saved.secret:
            await host(self).copy(self.saved.secret, "The client secret")
            self._is_seen = True

    def action_done(self) -> None:
        """Back to the list."""
        self._leave("done")

    def action_edit(self) -> None:
        """Go on editing the client."""
        self._leave("edit")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Done or edit."""
        self._leave("edit" if event.button.id == "edit" else "done")

    def _leave(self, answer: Next) -> None:
        """Go; from a new secret that was neither seen nor copied, only at the second time."""
        is_unseen = self.created and self._is_shown_once and not self._is_seen
        if is_unseen and not self._is_warned:
            self._is_warned = True
            self._show_identity()
        else:
            self.dismiss(answer)
