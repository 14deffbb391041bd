"""The form of one profile."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import APP, EDIT_SETTING, PROFILE
from tui.connecting.kept_tokens import change_profile
from tui.forms.draft import Draft
from tui.models.json import JsonObject
from tui.screens.field_form import FieldForm
from tui.screens.host import host
from tui.screens.profile_checks import OF_ANOTHER_KIND, findings_of, meaningless, profile_of
from tui.settings.file import SettingsFile
from tui.settings.profile import Kind, Profile
from tui.settings.settings import SettingsError
from tui.settings.tables import to_table
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.field_pane import FieldPane
from tui.widgets.fields.base import Field
from tui.widgets.help_line import HelpLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.profile_fields import SPECS, profile_field
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.session import Session


def draft_of(profile: Profile | None, kind: Kind = "server") -> Draft:
    """What the form edits: the profile's table in the settings, and its name.

    Args:
        profile: as it is set up; None for a new one.
        kind: of a new one.
    """
    if profile is None:
        start: JsonObject = {"sign_in": "client_secret_basic"} if kind == "server" else {}
        return Draft(None, {"kind": kind, **start})
    # What the file leaves out as usual is shown all the same.
    table: JsonObject = {
        "name": profile.name,
        "kind": profile.kind,
        "sign_in": profile.sign_in.method,
    }
    for word, value in to_table(profile).items():
        table[word] = [*value] if isinstance(value, list) else value
    return Draft(table)


class ProfileScreen(FieldForm[Profile | None]):
    """Fields over one draft. Returns the profile as it was saved, or None."""

    CSS_PATH: ClassVar = [style_path("client"), style_path("profiles")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(PROFILE)

    def __init__(
        self,
        profile: Profile | None,
        taken: Collection[str],
        kind: Kind = "server",
        current: Session | None = None,
    ) -> None:
        """What to edit.

        Args:
            profile: as it is set up; None for a new one.
            taken: the names of the others.
            kind: of a new one.
            current: the server that is open meanwhile, whose cautions stay in sight.
        """
        super().__init__()
        self._current = current
        self.draft = draft_of(profile, kind)
        self._profile = profile
        self._taken = taken

    def compose(self) -> ComposeResult:
        """Title, what concerns all, fields, help, keys."""
        yield TopBar(self._current)
        yield Banner()
        yield FieldPane(*(profile_field(spec, self.draft) for spec in SPECS))
        yield HelpLine()
        yield KeyBar([*PROFILE, EDIT_SETTING, *APP[:2]])

    def on_mount(self) -> None:
        """Begin with the name of a new one, with the address of another."""
        name = (
            self._profile.name
            if self._profile
            else "New provider"
            if self.draft.value("kind") == "registration"
            else "New server"
        )
        self.query_one(TopBar).where = ("Profiles", name)
        self.check()
        if self.draft.is_new:
            self.pane.go_to("name")
            self.call_after_refresh(self.edit_focused)
        else:
            # Only then is it known which fields there is room for.
            self.call_after_refresh(self.pane.go_to, "url")

    # Checking

    def check(self) -> bool:
        """Show what is wrong, of a new profile only where one has been; whether anything is."""
        table = self.draft.edited
        found = findings_of(table, self._taken)
        dimmed = meaningless(table)
        for field in self.pane.query(Field):
            path = field.spec.path
            seen = not self.draft.is_new or path in self.visited
            mine = [finding for finding in found if finding.path == path and seen]
            why = dimmed.get(path, "")
            field.tell(mine, why)
            field.display = why not in OF_ANOTHER_KIND or not field.is_empty
        changed = len([spec for spec in SPECS if self.draft.is_changed(spec.path)])
        is_old = not self.draft.is_new
        self.query_one(TopBar).remark = f"{changed} changed" if changed and is_old else ""
        return any(finding.severity.value == "error" for finding in found)

    async def ask(self, wants: Field.Wants) -> None:
        """Open the dialog that a field wants."""
        from tui.screens.reference_dialog import ask_reference
        from tui.widgets.profile_fields import ReferenceField

        if isinstance(wants.field, ReferenceField):
            await ask_reference(self.app, wants.field)
        else:
            await super().ask(wants)

    # Commands

    def _settled(self) -> Profile | None:
        """The profile as it is now; None when something has to be mended, which is then said."""
        for field in self.pane.fields:
            field.settle()
        self.visited = {spec.path for spec in SPECS}
        if not self.check():
            return profile_of(self.draft.edited)
        wrong = [
            field
            for field in self.pane.fields
            if any(finding.severity.value == "error" for finding in field.findings)
        ]
        names = ", ".join(field.spec.label for field in wrong)
        self.query_one(Banner).say(f"This has to be mended first: {names}.")
        if wrong:
            self.pane.go_to(wrong[0].spec.path)
        return None

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Write it to the settings."""
        profile = self._settled()
        if profile is None:
            return
        file = SettingsFile()
        try:
            if self._profile is None:
                await asyncio.to_thread(file.add, profile)
            else:
                await asyncio.to_thread(change_profile, file, self._profile, profile)
        except SettingsError as error:
            self.query_one(Banner).say(str(error))
            return
        host(self).say(f"Saved {profile.name}.")
        self.dismiss(profile)

    @work(exclusive=True, group="dialog")
    async def action_test(self) -> None:
        """Try it as it is now, saved or not."""
        from tui.screens.profile_check import ProfileTestScreen

        profile = self._settled()
        if profile is not None:
            await self.app.push_screen_wait(ProfileTestScreen(profile))

    @work(exclusive=True, group="dialog")
    async def action_back(self) -> None:
        """Leave; what was changed is thrown away only after a question."""
        if await self.may_leave():
            self.dismiss(None)

    async def may_leave(self) -> bool:
        """Whether the form may be left, after a question if something was changed."""
        from tui.screens.leave import Leave, ask_how_to_leave

        for field in self.pane.fields:
            field.settle()
        if not self.draft.is_dirty:
            return True
        changed = len([spec for spec in SPECS if self.draft.is_changed(spec.path)])
        return await ask_how_to_leave(self.app, changed, can_keep=False) is Leave.DISCARD
