"""What a save would change, before anything is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tui.forms.lookups import Lookups
from tui.models.changes import Change, Conflict, Path, Side
from tui.models.plain import plain
from tui.screens.scrolling import ScrollingDialog
from tui.widgets.changes_view import ChangesView, ConflictsView
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, joined, line, styled

if TYPE_CHECKING:
    from tui.checks.finding import Finding


Copy: TypeAlias = Callable[[Mapping[Path, Side]], Awaitable[None]]
"""Offers a save with these winners of conflicts as a command to copy."""


@dataclass(frozen=True)
class Review:
    """What there is to see.

    Attributes:
        title: the question, such as ``Save Acme Portal?``.
        mine: what the person changed.
        theirs: what somebody else changed meanwhile, which is kept.
        conflicts: what both changed.
        added: what the checks find wrong with the result and did not before.
        cleared: what the checks no longer find.
        note: a remark above it all.
        danger: what the save would end; going back is then what enter does.
        new: whether the client is about to be created.
        lookups: names for DNs.
    """

    title: str
    mine: Sequence[Change]
    theirs: Sequence[Change] = ()
    conflicts: Sequence[Conflict] = ()
    added: Sequence[Finding] = ()
    cleared: Sequence[Finding] = ()
    note: str = ""
    danger: str = ""
    new: bool = False
    lookups: Lookups = field(default_factory=Lookups)


class ReviewScreen(ScrollingDialog[Mapping[Path, Side] | None]):
    """Returns the side that wins each conflict, or None to go back to the form."""

    CSS_PATH = style_path("dialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "back", "Back", id="review.back"),
        Binding("f2,s", "save", "Save", id="review.save"),
        Binding("left,right", "other_button", "Other button", show=False),
        Binding("y", "copy", "Copy as curl or one-liner", id="review.copy"),
    ]

    def __init__(self, review: Review, copy: Copy | None = None) -> None:
        """What to see.

        Args:
            review: what the save would change.
            copy: offers what the save would send as a command; None when that is not one.
        """
        super().__init__(classes="dialog-screen")
        self.review = review
        self._copy = copy

    def compose(self) -> ComposeResult:
        """Title, changes, what else there is to know, and two buttons."""
        review = self.review
        with Vertical(id="dialog"):
            yield Static(foreign(review.title, "bold", 120), id="title")
            with VerticalScroll(id="body", can_focus=False):
                if review.note:
                    yield Static(styled(plain(review.note, 300), "$text-warning"), classes="part")
                if review.danger:
                    yield Static(styled(review.danger, "$text-error"), classes="part")
                if review.conflicts:
                    yield ConflictsView(review.conflicts, review.lookups)
                yield ChangesView(self._settled(), review.lookups, new=review.new)
                if review.theirs:
                    yield Static(
                        "Changed by someone else since you opened it, kept:", classes="part"
                    )
                    yield ChangesView(review.theirs, review.lookups)
                if review.added or review.cleared:
                    yield Static(self._findings(), classes="part")
            with Vertical(id="buttons"):
                if self._copy is not None:
                    yield Static(styled("y copies it as curl", "$text-disabled"), id="hint")
                yield Button("Back", id="back", compact=True)
                word = "Create" if review.new else "Save"
                yield Button(word, id="save", variant="primary", compact=True)

    def on_mount(self) -> None:
        """The save is one key away, unless there is something to choose or to think over."""
        if self.review.conflicts:
            self.query_one(ConflictsView).focus()
        else:
            # There is none on a dialog that was taken away while it was still being put up.
            for button in self.query("#back" if self.review.danger else "#save"):
                button.focus()

    def _settled(self) -> list[Change]:
        disputed = {conflict.path for conflict in self.review.conflicts}
        return [change for change in self.review.mine if change.path not in disputed]

    def _findings(self) -> Content:
        lines = []
        for finding in self.review.added:
            wrong = finding.severity.value == "error"
            style = "$text-error" if wrong else "$text-warning"
            lines.append(
                line(("✗ " if wrong else "! ", style), foreign(finding.message, style, 300))
            )
        lines += [
            line(
                ("✓ ", "$text-success"),
                ("mended: ", "$text-success"),
                foreign(finding.message, "$text-muted", 300),
            )
            for finding in self.review.cleared
        ]
        return joined(lines)

    def action_back(self) -> None:
        """Nothing is sent."""
        self.dismiss(None)

    def action_save(self) -> None:
        """Save, once each conflict is decided."""
        choices = self._choices()
        if choices is not None:
            self.dismiss(choices)

    @work
    async def action_copy(self) -> None:
        """Choose a command to copy, once each conflict is decided."""
        choices = self._choices()
        if choices is not None and self._copy is not None:
            await self._copy(choices)

    def _choices(self) -> Mapping[Path, Side] | None:
        """Which side wins; None, and a word to the person, while that is open."""
        if not self.review.conflicts:
            return {}
        view = self.query_one(ConflictsView)
        if not view.undecided:
            return view.choices
        view.focus()
        self.app.bell()
        self.query_one("#title", Static).update(
            styled("Choose mine (m) or theirs (t) for each setting first.", "$text-error")
        )
        return None

    def action_other_button(self) -> None:
        """Left and right move between the two buttons."""
        save, back = self.query_one("#save", Button), self.query_one("#back", Button)
        (back if save.has_focus else save).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save or back."""
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_back()
