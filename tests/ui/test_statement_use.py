"""Software statements in the form of a client: checked before they are used, and used."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from tests.faults import Fault
from tests.serving import BASE
from tests.ui.form_stage import FormStage, editing
from tests.ui.support import NORMAL
from tests.ui.whole import Whole
from tui.api.config_api import ConfigApi
from tui.app import JansTui
from tui.forms.table import TAB_OF
from tui.models.json import JsonObject
from tui.models.registration.software_statement import decode
from tui.sandbox.settings import SandboxSettings
from tui.screens.client import ClientScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.screens.statement import StatementScreen
from tui.screens.statements import StatementsScreen
from tui.session import Caution, sandbox_session
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor

PATH = "softwareStatement"
KEY = ECKey.generate_key("P-256")


def signed(**claims: object) -> str:
    """A statement with a key that nobody knows; it expires in an hour."""
    return jwt.encode({"alg": "ES256"}, {"exp": int(time.time()) + 3600, **claims}, KEY)


def told(stage: FormStage) -> list[str]:
    """What is said of the statement."""
    return [finding.message for finding in stage.field(PATH).findings]


def shown(stage: FormStage) -> str:
    return "\n".join(line.plain for line in stage.field(PATH).lines(70))


async def put(stage: FormStage, text: str) -> None:
    """Put a statement into the form, and wait for what becomes of it."""
    await stage.put(PATH, text)
    job = stage.form.statement._job
    await stage.until(lambda: job is not None and job.is_finished)
    await stage.pilot.pause()


async def test_a_good_one_is_decoded_and_believed(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        text = await stage.server.other.ssa.create({"org_id": 1, "software_id": "shop"})
        await put(stage, f" {text[:30]} {text[30:]} ")
        assert stage.form.draft.value(PATH) == text
        assert told(stage) == []
        assert "✓ valid" in shown(stage)
        assert "in 30 days" in shown(stage)
        assert f"{BASE} · shop" in shown(stage)


async def test_a_forged_one_is_warned_of_below_the_field_and_in_the_review(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        text = signed(iss=BASE, exp=1_700_000_000)
        await put(stage, text)
        [forged, expired] = told(stage)
        assert "do not trust it" in forged
        assert "expired on 2023-11-14" in expired
        assert "✗ invalid" in shown(stage)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        screen = stage.app.screen
        assert isinstance(screen, ReviewScreen)
        assert [one.message for one in screen.review.added] == [forged, expired]
        await stage.press("f2")
        await stage.back_in_list()
        assert (await stage.stored())[PATH] == text


async def test_what_is_no_statement(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await put(stage, "a.b")
        [problem] = told(stage)
        assert "three parts" in problem
        await stage.press("ctrl+z")
        await stage.until(lambda: told(stage) == [])


@pytest.mark.parametrize("issuer", ["https://127.0.0.1:1", "no address", ""])
async def test_an_issuer_that_cannot_be_asked(tmp_path: Path, issuer: str) -> None:
    async with editing(tmp_path) as stage:
        await put(stage, signed(iss=issuer))
        assert "its signature is good is unknown" in told(stage)[-1]
        assert "valid" not in shown(stage)


async def test_keys_that_get_lost_are_not_waited_for_in_vain(tmp_path: Path) -> None:
    faults = [Fault("GET", "jwks", "before", times=9)]
    async with editing(tmp_path, faults=faults) as stage:
        text = await stage.server.other.ssa.create({"org_id": 1})
        await put(stage, text)
        assert "unknown" in told(stage)[-1]


async def test_a_save_waits_for_the_check(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        held = stage.server.transport.hold("GET")
        await stage.put(PATH, signed(iss=BASE))
        await stage.press("f2")
        await stage.pilot.pause()
        assert not isinstance(stage.app.screen, ReviewScreen)
        held.set()
        await stage.at(ReviewScreen)
        screen = stage.app.screen
        assert isinstance(screen, ReviewScreen)
        assert "do not trust it" in screen.review.added[0].message


async def test_nobody_is_asked_about_that_of_a_client_that_is_merely_opened(
    tmp_path: Path,
) -> None:
    """Anybody may register a client, with a statement that names an address of theirs."""
    text = signed(iss=BASE, exp=1, software_id="shop")
    async with editing(tmp_path, softwareStatement=text) as stage:
        await stage.go_to(PATH)
        assert "shop" in shown(stage)
        assert told(stage) == []
        assert stage.form.statement._job is None
        assert stage.server.transport.count("GET", "jwks") == 0


# A client that is registered with one


@asynccontextmanager
async def listing(folder: Path, caution: Caution = Caution()) -> AsyncIterator[Whole]:  # noqa: B008 (frozen)
    """The list of statements of a sandbox that has one, for use once."""
    session = sandbox_session(settings=SandboxSettings(folder))
    session.caution = caution
    app = JansTui(session)
    api = await session.connect()
    await api.ssa.create(
        {"org_id": "Acme", "software_id": "shop", "grant_types": ["client_credentials"]}
    )
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        stage = Whole(app, pilot, "")
        await stage.in_list()
        await stage.press("S")
        await stage.at(StatementsScreen)
        await stage.see("shop")
        yield stage
    await session.close()


async def status(api: ConfigApi) -> str:
    [one] = await api.ssa.list()
    return one.status


async def open_form(stage: Whole) -> None:
    """Open the statement, and from there the form of a client to be registered with it."""
    await stage.press("enter")
    await stage.at(StatementScreen)
    await stage.see("valid:")
    await stage.press("n")
    await stage.at(ClientScreen)
    await stage.until(lambda: isinstance(stage.app.focused, Field | Editor))


async def test_a_client_is_registered_with_it(tmp_path: Path) -> None:
    async with listing(tmp_path) as stage:
        api = await stage.app.session.connect()
        await open_form(stage)
        edited: JsonObject = stage.form.draft.edited
        assert edited["softwareId"] == "shop"
        assert edited["grantTypes"] == ["client_credentials"]
        assert decode(str(edited[PATH])).software_id == "shop"
        stage.form.draft.set("clientName", "From a statement")
        stage.form.draft.set("redirectUris", ["https://rp.example/cb"])
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.at(SavedScreen)
        await stage.see("From a statement was created")
        await stage.press("escape")
        await stage.at(StatementsScreen)
        await stage.see("used")
        await stage.press("escape")
        await stage.in_list()
        await stage.see("From a statement")
        assert await status(api) == "USED"
        [made] = (await api.clients.page(pattern="From a statement")).entries
        assert made.text("softwareId") == "shop"


async def test_one_that_was_revoked_meanwhile_is_refused_and_the_form_stays(
    tmp_path: Path,
) -> None:
    async with listing(tmp_path) as stage:
        api = await stage.app.session.connect()
        await open_form(stage)
        stage.form.draft.set("redirectUris", ["https://rp.example/cb"])
        await api.ssa.revoke(org_id="Acme")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.until(lambda: "revoked" in stage.text)
        await stage.at(ClientScreen)
        await stage.until(
            lambda: getattr(getattr(stage.app.focused, "spec", None), "path", "") == PATH
        )


async def test_a_read_only_profile_registers_nothing(tmp_path: Path) -> None:
    async with listing(tmp_path, Caution(read_only=True)) as stage:
        await stage.press("enter")
        await stage.at(StatementScreen)
        await stage.see("valid:")
        await stage.press("n")
        await stage.see("This profile is read-only.")
        assert isinstance(stage.app.screen, StatementScreen)


async def test_the_form_of_a_client_to_be_registered_checks_it_too(tmp_path: Path) -> None:
    async with listing(tmp_path) as stage:
        await stage.press("escape")
        await stage.in_list()
        await stage.press("R")
        await stage.in_form()
        await stage.press("escape")
        await stage.form.show_tab(TAB_OF[PATH], PATH)
        await stage.type_into(PATH, signed(iss=BASE, software_id="shop"))
        await stage.until(lambda: bool(stage.form.checks.asked_for))
        assert "do not trust it" in stage.form.checks.asked_for[0].message
        field = stage.form.query_one("#field-" + PATH, Field)
        assert "✗ invalid" in "\n".join(line.plain for line in field.lines(70))
