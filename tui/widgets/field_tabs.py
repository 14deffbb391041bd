"""The tabs of the form: each a pane of fields, made when it is first shown."""

from __future__ import annotations

from textual.containers import Container

from tui.forms.draft import Draft
from tui.forms.fitting import Fitting
from tui.forms.lookups import Lookups
from tui.forms.spec import FieldSpec, Kind, Tab
from tui.forms.table import FIELDS
from tui.widgets.field_pane import FieldPane
from tui.widgets.fields.base import Field
from tui.widgets.fields.factory import make_field


class FieldTabs(Container):
    """Shows the fields of one tab at a time, over one draft.

    Attributes:
        current: the tab that is shown.
        locked: whether the fields are there to be read only.
    """

    def __init__(
        self, draft: Draft, lookups: Lookups, fitting: Fitting, *, locked: bool = False
    ) -> None:
        """Args: ``fitting`` decides which fields there are."""
        super().__init__(id="tabs")
        self.locked = locked
        self.current = Tab.BASICS
        self._fitting = fitting
        self._wanted: set[str] = set()
        self._draft = draft
        self._lookups = lookups

    @property
    def made(self) -> list[Field]:
        """The fields of all tabs that have been shown."""
        return list(self.query(Field))

    @property
    def filled(self) -> tuple[Tab, ...]:
        """The tabs that have fields."""
        return tuple(tab for tab in Tab if any(map(self.has, FIELDS[tab])))

    def has(self, spec: FieldSpec) -> bool:
        """Whether there is a field for the setting."""
        return spec.path in self._wanted or self._fitting.shows(spec, self._draft)

    def fit(self) -> None:
        """Leave out the fields that do not apply as the draft is now, but for the focused one."""
        for field in self.made:
            field.display = field.has_focus_within or field.has_focus or self.has(field.spec)

    @property
    def shown(self) -> list[Field]:
        """The fields of the tab that is shown."""
        return self._pane.fields

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
            field.locked = self.locked or self._fitting.locks(field.spec.path)
            field.display = self.has(field.spec)
        await self.mount(FieldPane(*fields, id=name))
        return True

    def go_to(self, path: str = "") -> None:
        """Focus the field of ``path``, by default the first one of the tab.

        What somebody wants to see is there from then on, whether it applies or not.
        """
        self._wanted.add(path)
        self.fit()
        self._pane.go_to(path)

    def go_on_from(self, field: Field, step: int, *, typing: bool) -> None:
        """Go on to the next field of the tab, or the previous one; see ``FieldPane``."""
        self._pane.go_on_from(field, step, typing=typing)

    @property
    def _pane(self) -> FieldPane:
        return self.query_one(f"#tab-{self.current.name}", FieldPane)
