"""The tabs of the form: each a pane of fields, made when it is first shown."""

from __future__ import annotations

from textual.containers import Container

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.spec import Kind, Tab
from tui.forms.table import FIELDS
from tui.widgets.fields.base import Field
from tui.widgets.fields.factory import make_field
from tui.widgets.fields.read_only import ReadOnlyField
from tui.widgets.pane import Pane


class FieldTabs(Container):
    """Shows the fields of one tab at a time, over one draft.

    Attributes:
        current: the tab that is shown.
        locked: whether the fields are there to be read only.
    """

    def __init__(self, draft: Draft, lookups: Lookups, *, locked: bool = False) -> None:
        super().__init__(id="tabs")
        self.locked = locked
        self.current = Tab.BASICS
        self._draft = draft
        self._lookups = lookups

    @property
    def made(self) -> list[Field]:
        """The fields of all tabs that have been shown."""
        return list(self.query(Field))

    @property
    def shown(self) -> list[Field]:
        """The fields of the tab that is shown."""
        return list(self.query_one(f"#tab-{self.current.name}").query(Field))

    async def show(self, tab: Tab) -> bool:
        """Turn to a tab; whether its fields were made just now."""
        self.current = tab
        name = f"tab-{tab.name}"
        for pane in self.children:
            pane.display = pane.id == name
        if self.query(f"#{name}"):
            return False
        fields = [
            make_field(spec, self._draft, self._lookups)
            for spec in FIELDS[tab]
            if not (self._draft.is_new and spec.kind is Kind.READ_ONLY)
        ]
        for field in fields:
            field.locked = self.locked
        await self.mount(Pane(*fields, id=name))
        return True

    def go_to(self, path: str = "") -> None:
        """Focus the field of ``path``, by default the first one of the tab."""
        fields = self.shown
        wanted = [field for field in fields if field.spec.path == path]
        target = (wanted or fields)[0]
        target.take_focus()
        # Of a tab that is shown for the first time, nothing has a place yet.
        self.call_after_refresh(target.scroll_visible, animate=False)

    def go_on_from(self, field: Field, step: int, *, typing: bool) -> None:
        """Focus the field after ``field``, or before it when ``step`` is negative.

        When somebody is ``typing``, what cannot be changed is passed over, and the typing goes
        on in the field that is arrived at, if it is one to type in.
        """
        fields = self.shown
        place = fields.index(field)
        onward = fields[place + 1 :] if step > 0 else fields[:place][::-1]
        if typing:
            onward = [one for one in onward if not isinstance(one, ReadOnlyField)]
        target = (onward or [field])[0]
        target.take_focus()
        if typing and onward and target.types_on and not target.locked:
            target.action_edit()
