"""The servers that are set up: to open one, and to change how they are set up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import APP, PROFILES
from tui.connecting.choosing import available
from tui.connecting.kept_tokens import remove_profile
from tui.screens.confirm import ConfirmScreen
from tui.screens.dismissing import OneWay
from tui.screens.host import host
from tui.settings.file import SettingsFile
from tui.settings.profile import JANS_CLI, SANDBOX
from tui.settings.settings import Settings, SettingsError
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.key_bar import KeyBar
from tui.widgets.profile_list import ProfileList, ProfileRow
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.session import Session
    from tui.settings.profile import Profile

SANDBOX_NOTE = "a complete practice server on this machine, nothing to set up"
ADD_NOTE = "host, credentials or device sign-in; or any provider"


class ProfilesScreen(OneWay[None]):
    """The sandbox, the profiles, and a row to add one.

    It stands over the other screens, or alone at the start when no server is the usual one.
    """

    CSS_PATH: ClassVar = style_path("profiles")
    BINDINGS: ClassVar[list[BindingType]] = bindings(PROFILES)
    AUTO_FOCUS = "ProfileList"

    def __init__(self, current: Session | None) -> None:
        """Args: ``current`` is the server that is open; None: none is."""
        super().__init__()
        self._current = current
        self._file = SettingsFile()
        self._settings: Settings | None = None
        self._list = ProfileList()

    def compose(self) -> ComposeResult:
        """Where we are, what is wrong with the settings, the list, the keys."""
        yield TopBar(self._current)
        yield Banner()
        yield self._list
        yield KeyBar([*PROFILES, *APP[:2]])

    def on_mount(self) -> None:
        """Read the settings once the frame has been painted."""
        self.query_one(TopBar).where = ("Profiles",)
        self.call_after_refresh(self._load)

    @work(exclusive=True, group="load")
    async def _load(self, name: str = "") -> None:
        """Show what the settings say now, with the cursor on ``name`` or on what is current."""
        self._settings = settings = await asyncio.to_thread(self._file.read)
        rows = list(await asyncio.to_thread(self._rows, settings))
        elsewhere = [problem.sentence for problem in settings.problems if not problem.profile]
        self.query_one(Banner).say(" ".join(elsewhere), "warning")
        here = [
            place
            for place, row in enumerate(rows)
            if (row.name == name if name else row.is_current)
        ]
        self._list.show(rows, here[0] if here else 0)

    def _rows(self, settings: Settings) -> Iterator[ProfileRow]:
        current = self._current
        in_sandbox = current is not None and current.kind == "sandbox"
        usual = settings.default or ("" if settings.profiles else SANDBOX)
        yield ProfileRow(
            SANDBOX,
            note=SANDBOX_NOTE,
            is_current=in_sandbox,
            is_default=usual == SANDBOX,
        )
        for profile in available(settings).values():
            yield ProfileRow(
                profile.name,
                profile,
                profile.url,
                is_current=not in_sandbox and current is not None and current.name == profile.name,
                is_default=usual == profile.name,
            )
        for name in dict.fromkeys(problem.profile for problem in settings.problems):
            if name:
                wrong = [one.sentence for one in settings.problems if one.profile == name]
                yield ProfileRow(name, problem=" ".join(wrong))
        yield ProfileRow("Add a server", note=ADD_NOTE, adds=True)

    @on(ProfileList.Clicked)
    def _clicked(self, event: ProfileList.Clicked) -> None:
        """The first click puts the cursor there, the second one opens."""
        if event.again:
            self.action_open()

    # Commands

    def action_open(self) -> None:
        """Open the server under the cursor, or set one up."""
        row = self._list.row
        if row is None:
            return
        if row.adds:
            self.action_add()
        elif row.problem:
            self.query_one(Banner).say(row.problem)
        elif row.is_current:
            self.dismiss(None)
        else:
            host(self).open_server(row.profile)

    @work(exclusive=True, group="dialog")
    async def action_add(self) -> None:
        """Set a server up."""
        saved = await self._edit(None)
        if saved is not None:
            self._load(saved.name)

    @work(exclusive=True, group="dialog")
    async def action_edit(self) -> None:
        """Change how the server under the cursor is set up."""
        row = self._own_row()
        if row is None or row.profile is None:
            return
        saved = await self._edit(row.profile)
        if saved is None:
            return
        self._load(saved.name)
        if row.is_current:
            host(self).say("What was changed holds from the next time that it is opened: enter.")

    async def _edit(self, profile: Profile | None) -> Profile | None:
        from tui.screens.profile_form import ProfileScreen

        settings = self._settings
        own = profile.name if profile else ""
        taken = {row.name for row in self._list.rows} - {own} if settings else set()
        return await self.app.push_screen_wait(ProfileScreen(profile, taken, current=self._current))

    def _own_row(self) -> ProfileRow | None:
        """The row of the cursor, if it is one of the settings' own; else that is said."""
        row = self._list.row
        if row is None or row.adds:
            return None
        if row.name == SANDBOX:
            host(self).say("The sandbox needs no setting up.")
            return None
        if row.name == JANS_CLI:
            host(self).say("This is what the Jans CLI has set up: it is read, never written.")
            return None
        if row.problem and row.profile is None:
            self.query_one(Banner).say(f"{row.problem} Mend it in {self._file.path}.")
        return row

    @work(exclusive=True, group="dialog")
    async def action_test(self) -> None:
        """Try each step of the way to the server."""
        from tui.screens.profile_check import ProfileTestScreen

        row = self._list.row
        if row is not None and row.profile is not None:
            await self.app.push_screen_wait(ProfileTestScreen(row.profile))
        elif row is not None and row.name == SANDBOX:
            host(self).say("The sandbox is on this machine: there is nothing on the way to it.")

    @work(exclusive=True, group="dialog")
    async def action_default(self) -> None:
        """Open the one under the cursor when none is named."""
        row = self._list.row
        if row is not None and not row.adds and not row.problem:
            name = row.name
            await self._write(lambda: self._file.set_default(name), name)

    @work(exclusive=True, group="dialog")
    async def action_remove(self) -> None:
        """Forget how the one under the cursor is set up, after a question."""
        row = self._own_row()
        if row is None:
            return
        name = row.name
        body = [row.profile.url] if row.profile else []
        body.append("Nothing on the server changes. Its drafts and its history stay here.")
        question = ConfirmScreen(f"Remove the profile {name}?", body, "Remove", dangerous=True)
        if await self.app.push_screen_wait(question):
            await self._write(lambda: remove_profile(self._file, name))

    async def _write(self, change: Callable[[], None], name: str = "") -> None:
        try:
            await asyncio.to_thread(change)
        except SettingsError as error:
            self.query_one(Banner).say(str(error))
        else:
            self._load(name)

    def action_back(self) -> None:
        """Back; with nothing to go back to, leave."""
        if self._current is None:
            self.app.exit()
        else:
            self.dismiss(None)
