"""What the profile or the token refuses: dimmed, with the reason when it is asked for."""

from pathlib import Path

import pytest

from tests.serving import serving
from tests.ui.form_stage import FormStage, editing, running
from tests.ui.support import NORMAL, SMALL
from tui.access import SCOPE
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.help import HelpScreen
from tui.session import Caution
from tui.widgets.fields.editor import Editor
from tui.widgets.key_bar import KeyBar

READ_ONLY = Caution(read_only=True)
CANNOT_WRITE = {"read_only": True}


def dimmed(stage: FormStage) -> set[str]:
    """The labels of the commands that the footer shows dimmed."""
    bar = stage.app.screen.query_one(KeyBar)
    return {one.label for one in bar._commands if "$foreground-disabled" in styles(bar, one.label)}


def styles(bar: KeyBar, label: str) -> str:
    content = next(bar._pair(command) for command in bar._commands if command.label == label)
    return " ".join(str(span.style) for span in content.spans)


@pytest.mark.parametrize("size", [NORMAL, SMALL])
async def test_read_only_can_be_looked_at_and_says_why_not(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with editing(tmp_path, caution=READ_ONLY, connection=CANNOT_WRITE, size=size) as stage:
        assert "read-only" in stage.text
        assert "Nothing here can be changed" in stage.banner
        await stage.press("enter", "x", "delete", "ctrl+z")
        await stage.click_on_field("disabled")
        assert not stage.form.query(Editor)
        assert not stage.form.draft.is_dirty
        assert "review and save" in dimmed(stage)
        await stage.press("f2")
        await stage.see("This profile is read-only.")
        assert isinstance(stage.app.screen, ClientScreen)
        await stage.press("escape")
        await stage.in_list()
        assert {"add", "clone", "delete"} <= dimmed(stage)
        assert not {"edit", "search", "copy"} & dimmed(stage)
        for key in "acdue":
            await stage.press(key)
        await stage.pilot.pause()
        assert isinstance(stage.app.screen, ClientsScreen)
        assert {method for method, _ in stage.server.transport.sent} == {"GET", "POST"}
        assert {path for method, path in stage.server.transport.sent if method == "POST"} == {
            "/jans-auth/restv1/token"
        }


async def test_help_and_palette_say_why(tmp_path: Path) -> None:
    async with editing(tmp_path, caution=READ_ONLY) as stage:
        await stage.press("question_mark")
        await stage.at(HelpScreen)
        await stage.see("See what changed, and save it. This profile is")
        await stage.press("escape")
        await stage.press("colon")
        await stage.pilot.pause()
        await stage.press(*"review")
        await stage.see("This profile is read-only.")
        await stage.press("enter")
        await stage.at(ClientScreen)


async def test_a_token_without_the_scope_names_it(tmp_path: Path) -> None:
    scopes = tuple(SCOPE + name for name in ("openid/clients.readonly", "openid/clients.write"))
    async with editing(tmp_path, connection={"scopes": scopes}) as stage:
        assert "read-only" not in stage.banner
        assert not stage.form.tabs.locked
        await stage.press("escape")
        await stage.in_list()
        assert dimmed(stage) == {"delete"}
        await stage.press("d")
        await stage.see("openid/clients.delete")
        assert isinstance(stage.app.screen, ClientsScreen)


async def test_the_footer_follows_the_token(tmp_path: Path) -> None:
    scopes = (SCOPE + "openid/clients.readonly",)
    async with serving(tmp_path, connection={"scopes": scopes}) as server:
        held = server.transport.hold("POST")
        async with running(server, "", wait=False) as stage:
            await stage.at(ClientsScreen)
            assert dimmed(stage) == set()
            held.set()
            await stage.in_list()
            assert dimmed(stage) == {"add", "clone", "delete"}


async def test_a_protected_server_has_the_name_typed(tmp_path: Path) -> None:
    async with editing(tmp_path, caution=Caution(protected=True)) as stage:
        await stage.go_to("disabled")
        await stage.press("space", "f2")
        await stage.at(ConfirmScreen)
        await stage.see("Disable Subject?")
        await stage.press("y", "escape")
        await stage.at(ClientScreen)
        await stage.press("escape", "d")
        await stage.in_list()
        await stage.press("slash", *"Subject", "enter")
        await stage.see("1–1 of 1")
        await stage.press("d")
        await stage.at(ConfirmScreen)
        await stage.press("enter")
        assert isinstance(stage.app.screen, ConfirmScreen)
        await stage.press(*"Subject", "enter")
        await stage.at(ClientsScreen)
        await stage.see("Subject was deleted.")
