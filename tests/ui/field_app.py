"""A form with nothing but fields, for their tests."""

from contextlib import AbstractAsyncContextManager
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from tests.ui.support import BREAKPOINTS, NORMAL
from tui.checks.finding import Finding, Severity
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.spec import FieldSpec, Kind
from tui.forms.table import SPECS
from tui.models.json import JsonObject
from tui.widgets.fields.base import Field
from tui.widgets.fields.factory import make_field

NOTE = FieldSpec("description", "Description", Kind.TEXT, "A note.")


class FieldApp(App[None]):
    """Fields one below the other; the focus moves on when one is left.

    Attributes:
        draft: what the fields edit.
        edited: the path of each edit.
        left: path and step of each leaving.
        wanted: the path of each dialog that was asked for.
    """

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    CSS = "Editor { background: $boost; } VerticalScroll { scrollbar-size-vertical: 1; }"

    def __init__(self, draft: Draft, *specs: FieldSpec, lookups: Lookups | None = None) -> None:
        super().__init__()
        self.draft = draft
        self.lookups = lookups or Lookups()
        self._specs = specs
        self.edited: list[str] = []
        self.left: list[tuple[str, int]] = []
        self.wanted: list[str] = []

    def compose(self) -> ComposeResult:
        """The fields."""
        with VerticalScroll(can_focus=False):
            for spec in self._specs:
                yield make_field(spec, self.draft, self.lookups)

    def on_mount(self) -> None:
        """The first field has the focus."""
        self.fields[0].focus()

    @property
    def fields(self) -> list[Field]:
        """All fields, in their order."""
        return list(self.query(Field))

    @on(Field.Edited)
    def _edited(self, event: Field.Edited) -> None:
        self.edited.append(event.field.spec.path)

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        self.left.append((event.field.spec.path, event.step))
        place = self.fields.index(event.field) + event.step
        if 0 <= place < len(self.fields):
            self.fields[place].focus()

    @on(Field.Wants)
    def _wants(self, event: Field.Wants) -> None:
        self.wanted.append(event.field.spec.path)


def spec_of(path: str) -> FieldSpec:
    """The field table's line for ``path``."""
    return SPECS[path]


def run(app: App[Any], size: tuple[int, int] = NORMAL) -> AbstractAsyncContextManager[Pilot[Any]]:
    """Run with toasts and tooltips, as in a terminal."""
    return app.run_test(size=size, notifications=True, tooltips=True)


def existing(**members: Any) -> Draft:
    """The draft of a client that the server has."""
    raw: JsonObject = {"inum": "1", **members}
    return Draft(raw)


def error_at(path: str, message: str, index: int | None = None) -> Finding:
    """A finding that blocks."""
    return Finding(path, Severity.ERROR, message, index)
