"""A dialog to choose one or many of a list that may be long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.commands import Command
from tui.forms.options import Option
from tui.forms.picking import Picker, Role, Row
from tui.screens.dismissing import Dialog
from tui.widgets.bindings import bindings
from tui.widgets.key_bar import KeyBar
from tui.widgets.pick_filter import PickFilter
from tui.widgets.pick_list import PickList
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, styled
from tui.widgets.title_line import TitleLine

MANY = (
    Command("pick.mark", "enter", "mark", "Mark the row of the cursor, or take its mark away."),
    Command("pick.use", "f2", "use these", "Close, and use what is marked."),
    Command("pick.cancel", "escape", "cancel", "Close, and leave everything as it was."),
)
ONE = (
    Command("pick.mark", "enter", "choose", "Choose the row of the cursor, and close."),
    Command("pick.cancel", "escape", "cancel", "Close, and leave everything as it was."),
)
NARROW = 60
"""Cells; a terminal with fewer has the class ``-narrow``."""
CHROME, CHROME_NARROW = 8, 3
"""Lines of the dialog besides the list: title, filter, keys, and the space between them."""


class PickScreen(Dialog[list[str] | None]):
    """Typing filters at once, up and down move, enter marks; returns what is chosen.

    Space marks too, unless a filter is being typed: then it parts two words of it. What
    was marked is used with F2, so that enter can mark what a filter has found. With
    ``many`` off, enter chooses and closes.
    """

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("pick")]
    AUTO_FOCUS = "PickFilter"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(MANY),
        Binding("up", "move(-1)", "Up", show=False, id="pick.up"),
        Binding("down", "move(1)", "Down", show=False, id="pick.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="pick.page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="pick.page-down"),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        chosen: Sequence[str],
        *,
        many: bool,
        allow_none: bool = False,
        allow_new: bool = False,
    ) -> None:
        """What to choose from.

        Args:
            title: what is chosen.
            options: the choices, in their order.
            chosen: the values that are chosen now. Those that are no option are kept.
            many: whether any number may be chosen, or one.
            allow_none: whether of one, none may be chosen; then [] is returned.
            allow_new: whether what is typed may be chosen, though it is no option.
        """
        super().__init__(classes="dialog-screen")
        self.picker = Picker(options, chosen, many=many, allow_none=allow_none, allow_new=allow_new)
        self._title = title
        self._dropping = False

    def compose(self) -> ComposeResult:
        """Title and count, filter, list, keys."""
        with Vertical(id="dialog"):
            yield TitleLine(foreign(self._title, "bold", 100))
            yield PickFilter(marks=self.picker.many)
            yield PickList(self.picker)
            yield KeyBar(MANY if self.picker.many else ONE)

    def on_mount(self) -> None:
        """In a choice of one, the cursor starts on what is chosen."""
        rows = self.picker.rows()
        chosen = [place for place, row in enumerate(rows) if self.picker.is_chosen(row)]
        self._list.show(rows, chosen[0] if chosen and not self.picker.many else 0)
        self._fit()

    def on_resize(self) -> None:
        """The list is as high as it needs to be, and as there is room."""
        self._fit()

    def _fit(self) -> None:
        height = self.app.size.height
        narrow = self.app.size.width < NARROW
        room = height - CHROME_NARROW if narrow else height * 9 // 10 - CHROME
        spare = 1 if self.picker.many else 2
        self._list.styles.height = max(min(self.picker.total + spare, room), 3)
        self._say_count()

    def _say_count(self) -> None:
        picker = self.picker
        if self._dropping:
            remark = styled("esc again drops your marks", "$text-warning")
        elif picker.many:
            remark = styled(f"{len(picker.chosen)} chosen of {picker.total}", "$text-muted")
        else:
            remark = styled(f"{picker.total} to choose from", "$text-muted")
        self.query_one(TitleLine).remark(remark)

    @property
    def _list(self) -> PickList:
        return self.query_one(PickList)

    @property
    def _filter(self) -> PickFilter:
        return self.query_one(PickFilter)

    # Filtering

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        self._list.show(self.picker.rows(event.value))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """F2 is for many only: of one, enter uses it."""
        del parameters
        return self.picker.many or action != "use"

    # Choosing

    @on(Input.Submitted)
    @on(PickFilter.Blank)
    @on(PickList.Clicked)
    def _submitted(self) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        """Mark or unmark the row of the cursor; in a choice of one, choose it."""
        row = self._list.row
        if row is not None:
            self._choose(row)

    def _choose(self, row: Row) -> None:
        self.picker.toggle(row)
        if not self.picker.many:
            self.dismiss(self.picker.chosen)
            return
        self._dropping = False
        self._say_count()
        if row.role is Role.NEW:
            self._filter.value = ""
        else:
            self._filter.select_all()
        self._list.refresh()

    def action_use(self) -> None:
        """Close with what is marked."""
        self.dismiss(self.picker.chosen)

    def action_cancel(self) -> None:
        """Close; marks are dropped at the second time only."""
        if self.picker.many and self.picker.is_changed and not self._dropping:
            self._dropping = True
            self._say_count()
        else:
            self.dismiss(None)

    # Moving

    def action_move(self, step: int) -> None:
        """Up or down."""
        self._list.action_move(step)

    def action_page(self, step: int) -> None:
        """So far up or down as the list is high."""
        self._list.action_page(step)
