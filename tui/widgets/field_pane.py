"""Fields below one another, and the way from one to the next."""

from __future__ import annotations

from tui.widgets.fields.base import Field
from tui.widgets.fields.read_only import ReadOnlyField
from tui.widgets.pane import Pane


class FieldPane(Pane):
    """Scrolls to where the focus is."""

    @property
    def fields(self) -> list[Field]:
        """Those that apply, from top to bottom."""
        return [field for field in self.query(Field) if field.display]

    def go_to(self, path: str = "") -> None:
        """Focus the field of ``path``, by default the first one."""
        fields = self.fields
        wanted = [field for field in fields if field.spec.path == path]
        target = (wanted or fields)[0]
        target.take_focus()
        # Of what is shown for the first time, nothing has a place yet.
        self.call_after_refresh(target.scroll_visible, animate=False)

    def go_on_from(self, field: Field, step: int, *, typing: bool) -> None:
        """Focus the field after ``field``, or before it when ``step`` is negative.

        When somebody is ``typing``, what cannot be changed is passed over, and the typing goes
        on in the field that is arrived at, if it is one to type in.
        """
        fields = self.fields
        if field not in fields:
            return  # It does not apply any more, or another tab is shown by now.
        place = fields.index(field)
        onward = fields[place + 1 :] if step > 0 else fields[:place][::-1]
        if typing:
            onward = [one for one in onward if not isinstance(one, ReadOnlyField)]
        target = (onward or [field])[0]
        target.take_focus()
        if typing and onward and target.types_on and not target.locked:
            target.action_edit()
