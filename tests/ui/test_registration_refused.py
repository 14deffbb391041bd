"""What providers refuse in the app: the form stays filled in, and points at the field."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import Fault, answering
from tests.ui.registration_stage import URI, Desk, at_sandbox, rotating
from tui.api.retry import MAX_TRIES
from tui.models.json import JsonObject
from tui.sandbox.registration.settings import RegistrationSettings
from tui.screens.ask_text import AskTextScreen
from tui.screens.saved import SavedScreen
from tui.session import Caution

WEB: JsonObject = {"client_name": "Shop", "redirect_uris": [URI]}

TYPED = "Typed and to be kept"


def refusing(code: str, description: str = "", status: int = 400) -> Fault:
    body = json.dumps({"error": code, "error_description": description})
    return Fault("POST", "/register$", "before", answering(status, body))


@pytest.mark.parametrize(
    ("code", "description", "path"),
    [
        ("invalid_redirect_uri", "", "redirectUris"),
        ("invalid_client_metadata", "Parameter jwks_uri is not valid.", "jwksUri"),
        ("invalid_client_metadata", "client_uri must be https", "clientUri"),
        ("invalid_software_statement", "", "softwareStatement"),
        ("invalid_logout_uri", "", "frontChannelLogoutUri"),
    ],
)
async def test_the_form_points_at_the_field(
    code: str, description: str, path: str, tmp_path: Path
) -> None:
    async with at_sandbox(tmp_path, faults=[refusing(code, description)]) as desk:
        await desk.fill_in(TYPED)
        await desk.review()
        await desk.press("f2")
        await desk.back_in_form()
        await desk.until(lambda: "does not accept" in desk.banner)
        await desk.until(lambda: desk.focused == path)
        assert desk.has_field(path)
        assert desk.form.draft.value("clientName") == TYPED
        assert desk.form.draft.value("redirectUris") == [URI]
        await desk.review()
        await desk.press("f2")
        await desk.at(SavedScreen)
        assert (await desk.kept()).name == TYPED


async def test_a_rule_of_the_sandbox(tmp_path: Path) -> None:
    """Jans registers no client with the password grant, unless it is told to."""
    async with at_sandbox(tmp_path) as desk:
        await desk.fill_in()
        desk.form.draft.set("grantTypes", ["password"])
        desk.form.draft_changed()
        await desk.review()
        await desk.press("f2")
        await desk.back_in_form()
        await desk.until(lambda: desk.banner != "" and "Creating" not in desk.banner)
        await desk.until(lambda: desk.focused == "grantTypes")


async def test_an_initial_token_is_asked_for_and_not_kept(tmp_path: Path) -> None:
    settings = RegistrationSettings(initial_token="the-initial-token")
    async with at_sandbox(tmp_path, settings) as desk:
        await desk.fill_in()
        for given, ends in (("", "form"), ("wrong", "form"), ("the-initial-token", "saved")):
            await desk.review()
            await desk.press("f2")
            await desk.at(AskTextScreen)
            await desk.see("Initial access token")
            if given:
                await desk.press(*given)
                assert given not in desk.text
                await desk.press("enter")
            else:
                await desk.press("escape")
            if ends == "saved":
                await desk.at(SavedScreen)
            else:
                await desk.back_in_form()
                words = "refuses the initial access token" if given else "without leave"
                await desk.until(lambda words=words: words in desk.banner)  # type: ignore[misc]
        assert (await desk.kept()).name == "Shop"


async def edited(desk: Desk) -> None:
    """Open the only client, type a name, and be in the review."""
    await desk.open_only()
    await desk.put("clientName", TYPED)
    await desk.review()


async def test_an_answer_that_gets_lost_after_the_change_was_made(tmp_path: Path) -> None:
    faults = [Fault("PUT", "/register$", "after", times=MAX_TRIES)]
    async with at_sandbox(tmp_path, faults=faults) as desk:
        await desk.put_in(WEB)
        await edited(desk)
        await desk.press("f2")
        await desk.at(SavedScreen)
        await desk.see("The answer got lost on the way, but the changes were saved.")
        assert (await desk.kept()).name == TYPED


async def test_a_new_token_that_gets_lost_with_the_answer(tmp_path: Path) -> None:
    """What was typed stays; that the token is of no use any more is said."""
    faults = [Fault("PUT", "/register$", "after", times=MAX_TRIES)]
    async with at_sandbox(tmp_path, rotating(), faults=faults) as desk:
        await desk.put_in(WEB)
        await edited(desk)
        await desk.press("f2")
        await desk.back_in_form()
        await desk.until(lambda: "may have" in desk.banner)
        assert desk.form.draft.value("clientName") == TYPED
        await desk.press("f2")
        await desk.until(lambda: "refuses the registration access token" in desk.banner)
        assert desk.form.draft.value("clientName") == TYPED


async def test_a_token_that_was_used_up_elsewhere(tmp_path: Path) -> None:
    async with at_sandbox(tmp_path, rotating()) as desk:
        registration = await desk.put_in(WEB)
        service = await desk.registrations()
        await service._api.read(registration.uri, (await desk.kept()).token)
        await desk.press("enter")
        await desk.see("refuses the registration access")
        await desk.in_list()
        assert "▌ Shop" in desk.text


async def test_a_client_that_the_provider_does_not_know_stays_in_the_list(tmp_path: Path) -> None:
    """Nothing is forgotten because a provider says so: that may pass."""
    gone = Fault("GET", "/register$", "before", answering(404), nth=2, times=9)
    async with at_sandbox(tmp_path, faults=[gone]) as desk:
        await desk.put_in(WEB)
        await desk.press("enter")
        await desk.see("does not know this registration")
        await desk.in_list()
        assert "▌ Shop" in desk.text


@pytest.mark.parametrize(
    ("press", "words"),
    [("a", "This profile is read-only."), ("d", "This profile is read-only.")],
)
async def test_read_only_registers_nothing(press: str, words: str, tmp_path: Path) -> None:
    async with at_sandbox(tmp_path, caution=Caution(read_only=True)) as desk:
        await desk.press(press)
        await desk.see(words)
        assert desk.transport.sent == []


async def test_without_metadata_the_form_has_what_the_standards_have(tmp_path: Path) -> None:
    nothing = Fault("GET", "well-known", "before", answering(404), times=99)
    async with at_sandbox(tmp_path, faults=[nothing]) as desk:
        await desk.press("a")
        await desk.in_form()
        await desk.press("escape")
        await desk.see("shows no provider metadata")
        assert "Logout" in shown_tabs(desk)()
        assert "Scripts" not in shown_tabs(desk)()


def shown_tabs(desk: Desk) -> Callable[[], set[str]]:
    return lambda: {tab.value for tab in desk.form.tabs.filled}
