"""The form of one client."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus
from textual.widgets import Input

from tui.commands import APP, EDIT_SETTING, FORM, FORM_SAVE
from tui.drafts.words import changed_settings
from tui.forms.draft import Draft
from tui.forms.spec import Tab
from tui.forms.table import TAB_OF
from tui.models.document import ClientDocument
from tui.screens.dismissing import OneWay
from tui.screens.form_checks import FormChecks
from tui.screens.host import host
from tui.screens.keeping import may_leave, start_keeping, stop_keeping
from tui.screens.save_flow import locked_because, save, say_what_to_mend
from tui.screens.statement_watch import StatementWatch
from tui.screens.way import way_of
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.field_tabs import FieldTabs
from tui.widgets.fields.base import Field
from tui.widgets.help_line import HelpLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.styles import style_path
from tui.widgets.tab_strip import KEYS, TABS, TabStrip
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.drafts.keeper import DraftKeeper
    from tui.session import Session


class ClientScreen(OneWay[ClientDocument | None]):
    """Tabs of fields over one draft. Returns the client as saved, or None."""

    CSS_PATH = style_path("client")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(FORM),
        *(
            Binding(
                f"{key},alt+{key}",
                f"tab({place})",
                TABS[place].value,
                show=False,
                id=f"form.tab-{place + 1}",
            )
            for place, key in enumerate(
                key.replace("-", "minus").replace("=", "equals_sign") for key in KEYS
            )
        ),
    ]

    def __init__(
        self,
        session: Session,
        draft: Draft,
        keeper: DraftKeeper | None = None,
        *,
        in_editor: bool = False,
    ) -> None:
        """What to edit.

        Args:
            session: where it is saved.
            draft: the edits.
            keeper: writes them to the disk; None: they are not kept.
            in_editor: whether to begin in the person's editor.
        """
        super().__init__()
        self.session = session
        self.draft = draft
        self.keeper = keeper
        self.checks = FormChecks(draft, session.lookups)
        self.statement = StatementWatch(self)
        self.fitting = way_of(session).fitting(session)
        self.tabs = FieldTabs(
            draft, session.lookups, self.fitting, locked=bool(session.why_not(FORM_SAVE))
        )
        self._in_editor = in_editor
        self.typed_in_dialog: dict[str, str] = {}
        self.is_mending = False
        self._is_saving = False

    # Building

    def compose(self) -> ComposeResult:
        """The frame; the fields of a tab are made when it is first shown."""
        yield TopBar(self.session)
        yield TabStrip()
        yield Banner()
        yield self.tabs
        yield HelpLine()
        edit = [] if self.tabs.locked else [EDIT_SETTING]
        yield KeyBar([*FORM[:2], *edit, *FORM[2:], *APP], self.session)

    async def on_mount(self) -> None:
        """Show the first tab, then check the client and read what it refers to."""
        self._name_it()
        await self.show_tab(Tab.BASICS)
        self.call_after_refresh(self._first_checks)
        self._read_lookups()
        start_keeping(self)
        self.query_one(Banner).say(locked_because(self), "warning")
        if self._in_editor:
            self.call_after_refresh(self.action_editor)
        elif self.draft.is_new and not self.draft.is_dirty:
            self.call_after_refresh(self._edit_focused)

    async def on_unmount(self) -> None:
        """What was typed last is kept, too."""
        await stop_keeping(self)

    async def show_tab(self, tab: Tab, focus: str = "") -> None:
        """Show a tab with the focus on its first field, or on the field of path ``focus``."""
        made = await self.tabs.show(tab)
        if self not in self.app.screen_stack:
            return  # It was left while the fields were made.
        if made:
            self._give_findings()
        self.query_one(TabStrip).current = tab
        self.tabs.go_to(focus)

    def _name_it(self) -> None:
        bar = self.query_one(TopBar)
        document = self.draft.document
        name = document.name or ("New client" if self.draft.is_new else document.inum)
        bar.where = ("Clients", name)
        changed = len(changed_settings(self.draft))
        bar.remark = f"{changed} changed" if changed and not self.draft.is_new else ""

    @work(exclusive=True, group="lookups")
    async def _read_lookups(self) -> None:
        lookups = await self.session.read_lookups(self._lookups_arrived)
        for failure in lookups.failures.values():
            host(self).say(failure)

    def _lookups_arrived(self) -> None:
        self._redraw()
        self._first_checks()

    def draft_changed(self) -> None:
        """Show what was changed in the draft, though not by its fields."""
        self._redraw()
        self._check()

    def _redraw(self) -> None:
        for field in self.tabs.made:
            field.redraw()

    # Checking

    def _first_checks(self) -> None:
        self.checks.begin()
        self._check()

    def _check(self) -> None:
        self.statement.look()
        self.checks.renew()
        self._give_findings()
        self._count()
        self._keep()

    def _keep(self) -> None:
        if self.keeper is not None:
            self.keeper.changed()

    def _give_findings(self) -> None:
        self.statement.show()
        shown = self.checks.shown
        dimmed = self.fitting.dimmed(self.draft.document)
        for field in self.tabs.made:
            mine = [finding for finding in shown if finding.path == field.spec.path]
            field.tell(mine, dimmed.get(field.spec.path, ""))
        self.tabs.fit()
        self.query_one(TabStrip).tabs = self._tabs

    def _count(self) -> None:
        self.query_one(TabStrip).counts = self.checks.counts
        self._name_it()

    # What the fields say

    @on(Field.Edited)
    def _edited(self, event: Field.Edited) -> None:
        self.checks.visit([event.field.spec.path])
        self._check()
        if self.is_mending:
            say_what_to_mend(self, go_there=False)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._keep()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        self.checks.visit([event.field.spec.path])
        self.tabs.go_on_from(event.field, event.step, typing=event.editing)
        if self.draft.is_new:
            self._give_findings()
            self._count()

    def _edit_focused(self) -> None:
        """Go on typing in the field that got the focus, if it is one to type in."""
        if isinstance(self.focused, Field) and self.focused.types_on:
            self.focused.action_edit()

    @on(Field.Wants)
    def _wants(self, event: Field.Wants) -> None:
        self._ask(event)

    @work(exclusive=True, group="dialog")
    async def _ask(self, wants: Field.Wants) -> None:
        from tui.screens.field_dialogs import ask

        try:
            await ask(self.app, wants, lambda text: self._typed_in_dialog(wants.field, text))
        except ValueError as problem:
            host(self).complain(str(problem))
        self._typed_in_dialog(wants.field, "")

    def _typed_in_dialog(self, field: Field, text: str) -> None:
        self.typed_in_dialog = {field.spec.path: text} if text else {}
        self._keep()

    @on(TabStrip.Chosen)
    async def _tab_chosen(self, event: TabStrip.Chosen) -> None:
        await self.show_tab(event.tab)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Tell what the focused setting is for."""
        widget = event.widget
        field = widget if isinstance(widget, Field) else widget.parent
        if isinstance(field, Field):
            self.query_one(HelpLine).text = field.spec.help
        self._keep()  # What was being typed may have been given up.

    # Commands

    async def action_tab(self, place: int) -> None:
        """The tab at ``place``, 0-based, if there is anything on it."""
        if TABS[place] in self._tabs:
            await self.show_tab(TABS[place])
        else:
            host(self).say(f"{TABS[place].value} has nothing that this provider knows.")

    async def action_next_tab(self) -> None:
        """The tab after the current one; after the last comes the first."""
        await self._turn(1)

    async def action_previous_tab(self) -> None:
        """The tab before the current one."""
        await self._turn(-1)

    async def _turn(self, step: int) -> None:
        tabs = self._tabs
        await self.show_tab(tabs[(tabs.index(self.tabs.current) + step) % len(tabs)])

    @property
    def _tabs(self) -> tuple[Tab, ...]:
        """The tabs with something on them, and the one that is shown."""
        return tuple(tab for tab in TABS if tab in {*self.tabs.filled, self.tabs.current})

    def action_top(self) -> None:
        """The first field of the tab."""
        self.tabs.shown[0].take_focus()

    def action_bottom(self) -> None:
        """The last field of the tab."""
        self.tabs.shown[-1].take_focus()

    @work(exclusive=True, group="dialog")
    async def action_find(self) -> None:
        """Ask for a setting by any of its names, and go there."""
        from tui.screens.find_setting import find_setting

        path = await find_setting(self.app, self.tabs.has)
        if path is not None:
            await self.show_tab(TAB_OF[path], path)

    @work(exclusive=True, group="dialog")
    async def action_json(self) -> None:
        """The edited client as JSON."""
        from tui.screens.json_view import JsonScreen

        await self.app.push_screen_wait(
            JsonScreen(self.draft.document.name or "New client", self.draft.edited, self.session)
        )

    @work(exclusive=True, group="dialog")
    async def action_editor(self) -> None:
        """The edited client as JSON, in the person's editor."""
        from tui.screens.editor_flow import edit_as_text

        await stop_keeping(self)
        if await edit_as_text(self.app, self.draft):
            self.checks.visit(changed_settings(self.draft))
            self.draft_changed()

    @work(exclusive=True, group="dialog")
    async def action_copy(self) -> None:
        """The copy menu."""
        from tui.screens.as_command import call_of_draft, copy_with_commands
        from tui.screens.copy_menu import copy_entries

        entries = copy_entries(self.draft.document)
        await copy_with_commands(self, self.session, call_of_draft(self.draft), entries)

    def action_tokens(self) -> None:
        """The active tokens of the client."""
        from tui.screens.tokens import TokensScreen

        if self.draft.is_new:
            host(self).say("A client has no tokens before it is created.")
        else:
            self.app.push_screen(TokensScreen(self.session, self.draft.document))

    @work(exclusive=True, group="dialog")
    async def action_undo(self) -> None:
        """Take back the newest saved change; the form then closes, as after a save."""
        from tui.screens.form_history import undo_last_save

        if await undo_last_save(self):
            self.dismiss(None)

    @work(exclusive=True, group="dialog")
    async def action_history(self) -> None:
        """The saved changes; when one was taken back there, the form closes."""
        from tui.screens.form_history import show_history

        if await show_history(self):
            self.dismiss(None)

    @work(exclusive=True, group="dialog")
    async def action_back(self) -> None:
        """Leave; what was changed is kept or thrown away only after a question."""
        if await may_leave(self):
            self.dismiss(None)

    def action_save(self) -> None:
        """Review and save, unless that is under way."""
        if not self._is_saving:
            self.checks.asked_to_save = self._is_saving = True
            self._save()

    @work(group="save")
    async def _save(self) -> None:
        """The form stays, filled in, unless this succeeds."""
        try:
            saved = await save(self)
        finally:
            self._is_saving = False
        if saved is not None:
            self.dismiss(saved)

    def settle(self) -> None:
        """Take what is being typed just now, and check the whole."""
        for field in self.tabs.made:
            field.settle()
        self._check()

    def complain(self, text: str, members: tuple[str, ...] = ()) -> None:
        """Say above the form what is wrong, and go to the first member that it concerns."""
        self.query_one(Banner).say(text)
        self.is_mending = False
        known = [member for member in members if member in TAB_OF]
        if known:
            self.call_later(self.show_tab, TAB_OF[known[0]], known[0])
