"""Taking registrations over, handing them over, forgetting them, and what cannot be kept."""

import json
import stat
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ui.registration_stage import URI, Desk, at_sandbox, rotating, running
from tui.embedded import SANDBOX_URL
from tui.models.json import JsonObject
from tui.sandbox.settings import SandboxSettings
from tui.screens.ask_text import AskTextScreen
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.copy_menu import CopyScreen
from tui.screens.menu import MenuScreen
from tui.screens.registration_import import ImportScreen
from tui.screens.saved import SavedScreen
from tui.session import sandbox_session
from tui.widgets.details_pane import DetailsPane

WEB: JsonObject = {"client_name": "Shop", "redirect_uris": [URI]}


async def copied(desk: Desk, monkeypatch: pytest.MonkeyPatch, *keys: str) -> str:
    """What goes to the clipboard after ``keys``."""
    texts: list[str] = []

    async def keep(text: str, what: str) -> None:
        texts.append(text)

    monkeypatch.setattr(desk.app, "copy", keep)
    await desk.press(*keys)
    await desk.until(lambda: bool(texts))
    return texts[0]


async def test_handed_over_forgotten_and_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_sandbox(tmp_path / "sandbox", rotating()) as desk:
        await desk.put_in(WEB)
        kept = await desk.kept()

        await desk.press("o")
        await desk.at(MenuScreen)
        text = await copied(desk, monkeypatch, "c")
        assert json.loads(text) == kept.handed_over()
        await desk.in_list()

        await desk.press("o", "f")
        await desk.at(AskTextScreen)
        file = tmp_path / "registration.json"
        desk.app.screen.query_one(Input).value = str(file)
        await desk.press("enter")
        await desk.in_list()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert json.loads(file.read_text()) == kept.handed_over()
        assert kept.token not in desk.text

        await desk.press("F")
        await desk.at(ConfirmScreen)
        await desk.press("enter")
        await desk.in_list()
        assert (await desk.kept()) == kept
        await desk.press("F", "y")
        await desk.at_list()
        await desk.see("No client registered here yet.")
        assert [method for method, _ in desk.transport.sent].count("DELETE") == 0

        await desk.import_by(kept.uri, "wrong")
        await desk.see("refuses the registration access")
        assert isinstance(desk.app.screen, ImportScreen)
        assert desk.app.screen.query_one("#uri", Input).value == kept.uri
        await desk.import_by(kept.uri, kept.token)
        await desk.in_list()
        again = await desk.kept()
        assert (again.name, again.client_id) == ("Shop", kept.client_id)
        assert again.token != kept.token


async def test_what_was_handed_over_is_taken_over_as_it_is(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path / "sandbox") as desk:
        await desk.put_in(WEB)
        text = json.dumps((await desk.kept()).handed_over())
        file = tmp_path / "handed.json"
        file.write_text(text)
        for source in (str(file), text):
            await desk.press("F", "y")
            await desk.see("No client registered here yet.")
            await desk.press("i")
            await desk.at(ImportScreen)
            desk.app.screen.query_one("#uri", Input).value = f"{tmp_path}/not-there"
            await desk.press("enter")
            await desk.see("no file that can be read")
            desk.app.screen.query_one("#uri", Input).value = source
            await desk.press("enter")
            await desk.see("Enter takes it over.")
            await desk.press("enter")
            await desk.in_list()
            assert (await desk.kept()).name == "Shop"


async def test_a_token_goes_to_another_host_only_after_a_question(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path) as desk:
        await desk.import_by("http://localhost:9/other", "the-token")
        await desk.see("This is not on sandbox.localhost but on localhost:9.")
        assert not any(path == "/other" for _, path in desk.transport.sent)
        await desk.press("escape")
        await desk.at_list()


async def test_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path) as desk:
        await desk.press("i")
        await desk.at(ImportScreen)
        await desk.press("enter")
        await desk.see("The address that came with the registration is needed.")
        await desk.press(*"http://x", "enter", "enter")
        await desk.see("The token that came with it is needed.")


async def test_a_token_that_cannot_be_kept_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the answer comes: the token is nowhere but on the screen."""
    async with at_sandbox(tmp_path) as desk:
        await desk.fill_in()
        vault = (await desk.registrations()).vault
        monkeypatch.setattr(vault, "_path", lambda key: Path("/dev/full/no/such.json"))
        await desk.review()
        await desk.press("f2")
        await desk.at(MenuScreen)
        await desk.see("This registration can't be kept here")
        await desk.press("escape")
        await desk.see("This registration can't be kept here")
        whole = json.loads(await copied(desk, monkeypatch, "c"))
        assert whole["registration_access_token"]
        assert whole["registration_access_token"] not in desk.text
        await desk.see("This registration can't be kept here")
        await desk.press("l")
        await desk.at(ClientScreen)
        await desk.until(lambda: "Note its access token now" in desk.banner)
        assert desk.form.draft.value("clientName") == "Shop"


async def test_commands_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_sandbox(tmp_path) as desk:
        await desk.put_in(WEB)
        kept = await desk.kept()
        assert await choose(desk, monkeypatch, "Registration's URI") == kept.uri
        curl = await choose(desk, monkeypatch, "Curl command that reads it")
        assert '"Authorization: Bearer $REGISTRATION_ACCESS_TOKEN"' in curl
        assert kept.uri in curl
        line = await choose(desk, monkeypatch, "One-liner that reads it")
        assert line == f"jans-tui registration read {kept.client_id}"

        await desk.open_only()
        await desk.put("clientName", "It's new")
        curl = await choose(desk, monkeypatch, "Curl command that changes it")
        assert "--request PUT" in curl
        line = await choose(desk, monkeypatch, "One-liner that changes it")
        assert line.endswith(f"jans-tui registration update {kept.client_id} --from-json=-")
        assert kept.secret not in curl + line
        assert kept.token not in curl + line
        await desk.press("escape")
        await desk.press("d")
        await desk.at_list()

        await desk.fill_in("Another")
        curl = await choose(desk, monkeypatch, "Curl command that registers it")
        assert f"{SANDBOX_URL}/jans-auth/restv1/register" in curl
        assert "Authorization" not in curl
        line = await choose(desk, monkeypatch, "One-liner that registers it")
        assert line.endswith(f"jans-tui register --issuer={SANDBOX_URL} --from-json=-")


async def choose(desk: Desk, monkeypatch: pytest.MonkeyPatch, label: str) -> str:
    """The text behind ``label`` in the copy menu."""
    await desk.press("y")
    await desk.at(CopyScreen)
    screen = desk.app.screen
    assert isinstance(screen, CopyScreen)
    labels = [item.label for item, _ in screen.items]
    return await copied(desk, monkeypatch, str(labels.index(label) + 1))


async def test_registering_beside_adding_on_a_jans_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sandbox_session(settings=SandboxSettings(tmp_path / "sandbox"))
    async with running(session, (120, 40)) as desk:
        saved = await desk.register("AAA Shop", "R")
        inum = saved.saved.document.inum
        await desk.press("enter")
        await desk.in_list()
        await desk.see("▌ AAA Shop")
        await desk.see("Registration, kept here")
        uri = session.kept[inum].uri
        assert uri in "".join(desk.app.screen.query_one(DetailsPane).registration)
        assert await choose(desk, monkeypatch, "Registration's URI") == uri

        await desk.press("o")
        await desk.at(MenuScreen)
        whole = json.loads(await copied(desk, monkeypatch, "c"))
        assert whole["registration_client_uri"] == uri
        await desk.press("j", "o")
        await desk.see("is not kept here")

        # It is a client like others, and opens as one.
        await desk.press("k", "enter")
        await desk.in_form()
        assert desk.form.session is session
        assert desk.has_field("description")
        await desk.press("escape")
        await desk.at(ClientsScreen)


async def test_a_registration_is_left_and_gone_on_with_on_a_jans_server(tmp_path: Path) -> None:
    session = sandbox_session(settings=SandboxSettings(tmp_path / "sandbox"))
    async with running(session) as desk:
        await desk.fill_in("Unfinished", "R")
        assert not desk.has_field("description")
        await desk.press("escape")
        await desk.at(MenuScreen)
        await desk.press("l")
        await desk.in_list()
        await desk.press("R")
        await desk.at(MenuScreen)
        await desk.press("c")
        await desk.in_form()
        assert desk.form.draft.value("clientName") == "Unfinished"
        await desk.review()
        await desk.press("f2")
        await desk.at(SavedScreen)
