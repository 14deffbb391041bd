"""Every command under a read-only profile: nothing is sent but GET and the token calls."""

from pathlib import Path

import httpx
import pytest

from tests.serving import serving
from tests.ui.form_stage import FormStage, running
from tui.api.errors import ReadOnly
from tui.api.transport import GuardedTransport
from tui.commands import GROUPS, Command
from tui.models.document import ClientDocument
from tui.screens.client import ClientScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.history import HistoryScreen
from tui.screens.profile_form import ProfileScreen
from tui.screens.profiles import ProfilesScreen
from tui.screens.statement_form import NewStatementScreen
from tui.screens.statements import StatementsScreen
from tui.screens.tokens import TokensScreen
from tui.session import Caution
from tui.widgets.client_status import utc_now

AUTH = "/jans-auth/restv1"
TOKEN_CALLS = {f"{AUTH}/token", f"{AUTH}/revoke", f"{AUTH}/ssa/validation"}
"""What is sent by POST and changes nothing but tokens."""

ALL = [(group, command) for group, commands in GROUPS.items() for command in commands]


async def go_to(stage: FormStage, group: str) -> None:
    """Bring the program to where the commands of ``group`` work."""
    while len(stage.app.screen_stack) > 1:
        stage.app.screen.dismiss(None)
        await stage.pilot.pause()
    await stage.press("escape", "escape")
    await stage.in_list()
    if group == "One client":
        stage.app.run_worker(stage.app.open_client(stage.inum))
        await stage.at(ClientScreen)
    elif group == "History":
        await stage.press("H")
        await stage.at(HistoryScreen)
    elif group in ("Software statements", "New software statement"):
        await stage.press("S")
        await stage.at(StatementsScreen)
        if group == "New software statement":
            screen = NewStatementScreen(stage.app.session, utc_now)
            stage.app.push_screen(screen)
            await stage.at(NewStatementScreen)
            await stage.press("escape")
            screen.draft.set("org_id", "acme")
    elif group == "Tokens":
        own = (await stage.app.session.connect()).config.client_id
        stage.app.push_screen(TokensScreen(stage.app.session, ClientDocument({"inum": own})))
        await stage.at(TokensScreen)
    elif group in ("Profiles", "One profile"):
        await stage.press("p")
        await stage.at(ProfilesScreen)
        if group == "One profile":
            await stage.press("a")
            await stage.at(ProfileScreen)
            await stage.press("escape")
    else:
        assert group in ("Everywhere", "Clients"), f"nobody knows the way to {group}"


async def run(stage: FormStage, command: Command) -> None:
    """Press each key of a command, and agree to whatever is asked then."""
    for key in command.key.split(","):
        await stage.press(key)
        await stage.pilot.pause()
        if command.writes:
            await stage.press("enter", "y", "f2")


@pytest.mark.parametrize("group", GROUPS)
async def test_nothing_is_sent_that_changes_anything(
    tmp_path: Path, group: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(tmp_path, connection={"read_only": True}) as server:
        inum = (await server.made()).document.inum
        await server.other.ssa.create({"org_id": "acme"})
        async with running(server, inum, caution=Caution(read_only=True)) as stage:
            monkeypatch.setattr(stage.app, "exit", lambda *_args, **_more: None)
            for command in GROUPS[group]:
                await go_to(stage, group)
                await run(stage, command)
        changing = {(one, path) for one, path in server.transport.sent if one != "GET"}
        assert {path for _, path in changing} <= TOKEN_CALLS
        assert {one for one, _ in changing} == {"POST"}
        assert inum in {client.inum for client in (await server.other.clients.page()).entries}
        assert [one.status for one in await server.other.ssa.list()] == ["ACTIVE"]


async def test_what_gets_past_the_screens_is_refused_by_the_transport(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screens are told nothing of the profile, as if each of them had a flaw."""
    refused: list[tuple[str, str]] = []
    refuse = GuardedTransport._refuse_write

    def noted(transport: GuardedTransport, request: httpx.Request) -> None:
        try:
            refuse(transport, request)
        except ReadOnly:
            refused.append((request.method, request.url.path.rpartition("/v1")[2]))
            raise

    monkeypatch.setattr(GuardedTransport, "_refuse_write", noted)
    async with serving(tmp_path, connection={"read_only": True}) as server:
        inum = (await server.made(clientName="AAA")).document.inum
        before = (await server.other.clients.get(inum)).raw
        async with running(server, inum) as stage:

            async def tried(method: str, path: str) -> None:
                await stage.until(lambda: (method, path) in refused)
                await stage.see("This connection is read-only, so nothing was sent.")
                refused.clear()
                stage.app.clear_notifications()

            await stage.press("slash", *"AAA", "enter")
            await stage.in_list()
            await stage.press("d")
            await stage.at(ConfirmScreen)
            await stage.press("y")
            await tried("DELETE", f"/openid/clients/{inum}")
            await stage.press("t")
            await stage.at(ConfirmScreen)
            await stage.press("y")
            await tried("PATCH", f"/openid/clients/{inum}")
            await stage.press("escape", "c")
            await stage.in_form()
            await stage.save()
            await tried("POST", "/openid/clients")
            await go_to(stage, "One client")
            await stage.in_form()
            await stage.put("description", "Something else")
            await stage.save()
            await tried("PATCH", f"/openid/clients/{inum}")
        assert {sent for sent in server.transport.sent if sent[0] != "GET"} == {
            ("POST", f"{AUTH}/token")
        }
        assert (await server.other.clients.get(inum)).raw == before
