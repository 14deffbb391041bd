"""The field of the client secret."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.forms.draft import Draft
from tui.forms.spec import FieldSpec
from tui.models.json import Json
from tui.models.secrets import MASK, looks_encrypted, new_secret
from tui.widgets.fields.base import Field
from tui.widgets.text import foreign, line, styled


class SecretField(Field):
    """Masked, and written to the draft only when a new secret is typed or generated.

    What the server returned may be ciphertext: it is never called the secret, and as such
    is never revealed.
    """

    takes_typing = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "generate", "Generate", show=False, id="secret.generate"),
        Binding("r", "reveal", "Reveal or hide", show=False, id="secret.reveal"),
    ]

    def __init__(self, spec: FieldSpec, draft: Draft) -> None:
        super().__init__(spec, draft)
        self.revealed = False

    @property
    def is_new_secret(self) -> bool:
        """Whether a person has typed or generated it here."""
        path = self.spec.path
        return path not in self.draft.rejected and self.draft.is_changed(path) and not self.is_empty

    @property
    def can_reveal(self) -> bool:
        """Whether there is something that may be the secret itself."""
        value = self.value
        if not isinstance(value, str) or not value:
            return False
        return self.is_new_secret or not looks_encrypted(value)

    # Drawing

    def value_lines(self, width: int) -> list[Content]:
        """What is known of the secret, masked or revealed, and the keys."""
        del width
        return [self._state(), self._keys()]

    def _state(self) -> Content:
        value = self.value
        if self.is_empty:
            if self.dimmed_because:
                return styled("none", "$text-disabled")
            if self.draft.is_new:
                return styled("one is generated when the client is created", "$text-disabled")
            return styled("none, though the method needs one", "$text-warning")
        if not isinstance(value, str):
            return styled("something that is no text, kept", "$text-warning")
        secret = foreign(value, "bold $foreground") if self.revealed else styled(MASK)
        if self.is_new_secret:
            return line(secret, ("   new, not saved yet", "$text-warning"))
        if self.can_reveal:
            return line(secret, ("   as the server returned it", "$text-muted"))
        return line(styled(MASK), ("   set; the server returned it encrypted", "$text-muted"))

    def _keys(self) -> Content:
        keys = [] if self.locked else [("enter", "types a new one"), ("n", "generates one")]
        if self.can_reveal:
            keys.append(("r", "hides" if self.revealed else "reveals"))
        if self.is_new_secret:
            keys.append(("ctrl+z", "takes it back"))
        parts = [((key, "$text-accent"), (f" {words}", "$text-disabled")) for key, words in keys]
        return Content("  ").join(line(*pair) for pair in parts)

    def show(self, value: Json) -> str:
        """Never the value."""
        del value
        return MASK

    # Changing

    def action_edit(self) -> None:
        """Type a new one, unseen."""
        self.open_editor("", placeholder="a new secret", password=True)

    def accept(self, text: str) -> bool:
        """A new secret, as typed but for blanks at its ends."""
        if text.strip():
            self.put(text.strip())
        return True

    def action_generate(self) -> None:
        """Make a random one."""
        self.put(new_secret())

    def action_reveal(self) -> None:
        """Show it, or mask it again."""
        self.revealed = not self.revealed and self.can_reveal
        self.redraw()

    def action_clear(self) -> None:
        """Take back a new one; the server's stays, since nothing brings it back."""
        self.action_revert()

    def action_revert(self) -> None:
        """Back to what the server returned, masked."""
        self.revealed = False
        super().action_revert()

    def on_blur(self) -> None:
        """Nobody should have to remember to hide it."""
        self.revealed = False
        self.redraw()
