"""What forms of one pane share: going on as somebody types, help, and the dialogs of fields."""

from __future__ import annotations

from textual import on, work
from textual.events import DescendantFocus
from textual.screen import ScreenResultType

from tui.screens.dismissing import OneWay
from tui.widgets.banner import Banner
from tui.widgets.field_pane import FieldPane
from tui.widgets.fields.base import Field
from tui.widgets.help_line import HelpLine


class FieldForm(OneWay[ScreenResultType]):
    """A banner, a pane of fields, and a line of help. What is wrong is up to the subclass.

    Attributes:
        visited: paths of the settings that the person has come to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.visited: set[str] = set()

    @property
    def pane(self) -> FieldPane:
        """The fields."""
        return self.query_one(FieldPane)

    def check(self) -> object:
        """Show what is wrong; called after each change."""
        raise NotImplementedError

    def edit_focused(self) -> None:
        """Go on typing in the field that has the focus, if it is one to type in."""
        if isinstance(self.focused, Field) and self.focused.types_on:
            self.focused.action_edit()

    @on(Field.Edited)
    def _edited(self, event: Field.Edited) -> None:
        self.visited.add(event.field.spec.path)
        self.query_one(Banner).say("")
        self.check()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        self.visited.add(event.field.spec.path)
        self.check()
        self.pane.go_on_from(event.field, event.step, typing=event.editing)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Tell what the focused setting is for."""
        field = event.widget if isinstance(event.widget, Field) else event.widget.parent
        if isinstance(field, Field):
            self.query_one(HelpLine).text = field.spec.help

    @on(Field.Wants)
    def _wants(self, event: Field.Wants) -> None:
        self._ask(event)

    @work(exclusive=True, group="dialog")
    async def _ask(self, wants: Field.Wants) -> None:
        await self.ask(wants)

    async def ask(self, wants: Field.Wants) -> None:
        """Open the dialog that a field wants."""
        from tui.screens.field_dialogs import ask

        await ask(self.app, wants)
