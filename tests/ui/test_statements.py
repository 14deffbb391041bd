"""The software statements of a server: listed, looked at, revoked, copied."""

import stat
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.faults import Fault, answering
from tests.serving import serving
from tests.ui.form_stage import running
from tests.ui.statements_stage import LISTING, PORTAL, SHOP, listing
from tests.ui.support import NORMAL, SMALL, WIDE
from tui.models.json import Json
from tui.models.registration.software_statement import SsaDocument
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.copy_menu import CopyScreen
from tui.screens.json_view import JsonScreen
from tui.screens.statement import StatementScreen
from tui.screens.statements import StatementsScreen
from tui.screens.text_edit import TextScreen
from tui.session import Caution
from tui.widgets.statement_list import StatementList


@pytest.mark.parametrize("size", [SMALL, NORMAL, WIDE])
async def test_they_are_listed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with listing(tmp_path, SHOP, size=size) as stage:
        [row] = [row for row in stage.whole.text.splitlines() if "▌" in row]
        assert "active" in row
        assert "Acme" in row
        assert "shop" in row
        words = ["payment", "client_c", "once"] if size != SMALL else []
        assert all(word in row for word in words), row
        assert ("Created" in stage.whole.text) == (size == WIDE)
        await stage.whole.press("escape")
        await stage.whole.at(ClientsScreen)


@pytest.mark.parametrize("size", [SMALL, NORMAL, WIDE])
async def test_what_stands_in_a_column_begins_below_its_name(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with listing(tmp_path, SHOP, size=size) as stage:
        rows = stage.whole.text.splitlines()
        [heading] = [row for row in rows if "Status" in row]
        [below] = [row for row in rows if "▌" in row]
        cells = stage.screen.query_one(StatementList).cells(stage.document)
        for name, place in ((name, heading.find(name.capitalize()[:6])) for name in cells):
            if place >= 0 and cells[name][0]:
                assert below[place:].startswith(cells[name][0][:4]), name
                assert below[place - 1] == " "


async def test_the_palette_leads_there_and_an_empty_list_says_so(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, running(server, "") as whole:
        await whole.press("colon")
        await whole.pilot.pause()
        await whole.press(*"software")
        await whole.see("List, make and revoke the software statements")
        await whole.press("enter")
        await whole.at(StatementsScreen)
        await whole.see("No software statements yet. a adds one.")
        await whole.press("enter", "d", "t", "v", "D", "G", "k", "pagedown")
        await whole.pilot.pause()
        assert isinstance(whole.app.screen, StatementsScreen)
        await whole.press("q")
        await whole.at(ClientsScreen)


async def test_thousands_are_no_burden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listing(tmp_path, SHOP) as stage:
        [one] = await stage.server.other.ssa.list()
        many = [
            SsaDocument({**one.raw, "ssa": {**one.claims, "jti": f"{n}", "software_id": f"s{n}"}})
            for n in range(5_000)
        ]

        async def found(**_: str) -> list[SsaDocument]:
            return many

        monkeypatch.setattr(stage.server.api.ssa, "list", found)
        await stage.whole.press("r")
        await stage.whole.see("5,000")
        await stage.whole.press("G")
        await stage.whole.until(lambda: stage.document.software_id == "s0")
        await stage.whole.press("slash", *"s4711", "enter")
        await stage.whole.see("1 of 5,000")
        assert stage.document.software_id == "s4711"


async def test_a_search_asks_the_server_only_for_what_it_finds(tmp_path: Path) -> None:
    other: dict[str, Json] = {"org_id": 7, "software_id": "seven"}
    async with listing(tmp_path, SHOP, {"software_id": "portal"}, other) as stage:
        whole = stage.whole
        asked = stage.server.transport.count("GET", "/ssa")
        await whole.press("slash", *"SHOP", "enter")
        await whole.see("1 of 3")
        assert stage.document.software_id == "shop"
        assert stage.server.transport.count("GET", "/ssa") == asked
        await whole.press("escape")
        await whole.until(lambda: stage.screen._bar.position == "3")
        await whole.press("slash", *"org:7", "enter")
        await whole.until(lambda: stage.screen._bar.position == "1")
        assert stage.document.organization == "7"
        assert stage.server.transport.count("GET", "/ssa") > asked
        await whole.press("slash", *" nothing", "enter")
        await whole.see("Nothing matches 'org:7 nothing'. esc clears.")


async def test_a_list_that_cannot_be_read_says_why_and_is_tried_again(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP) as stage:
        gone = Fault("GET", "/ssa$", "before", answering(500))
        stage.server.transport.faults = [gone]
        await stage.whole.press("r")
        await stage.whole.see("r tries again.")
        assert "shop" in stage.whole.text, "what was there stays"
        stage.server.transport.faults = []
        await stage.whole.press("r")
        await stage.whole.until(lambda: "r tries again." not in stage.whole.text)


async def test_one_is_looked_at(tmp_path: Path) -> None:
    async with listing(tmp_path, {**SHOP, "lifetime": 3600}) as stage:
        whole = stage.whole
        await whole.press("enter")
        await whole.at(StatementScreen)
        await whole.see("valid: http://sandbox.localhost has signed it.")
        for words in ("alg ES256", "payment", "1 h (3600)", "in 30 days", stage.document.jti):
            await whole.see(words)
        beginning = stage.made[0][:20]
        assert beginning not in whole.text
        await whole.press("r")
        await whole.see(beginning)
        await whole.press("r")
        await whole.until(lambda: beginning not in whole.text)
        await whole.press("escape")
        await stage.settled()


async def test_its_jwt_is_copied_and_written_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[tuple[str, str]] = []
    target = tmp_path / "made.jwt"

    async def keep(text: str, what: str) -> None:
        copied.append((text, what))

    async with listing(tmp_path / "server", SHOP) as stage:
        whole = stage.whole
        monkeypatch.setattr(whole.app, "copy", keep)
        await whole.press("enter")
        await whole.see("valid:")
        await whole.press("c", "w")
        await whole.see("which only you may read (0600)")
        whole.app.screen.query_one(Input).value = str(target)
        await whole.press("enter")
        await whole.see("Written for your eyes only (0600)")
        [(text, what)] = copied
        assert what == "The software statement"
        assert target.read_text().strip() == text
        # The server signs it anew each time.
        assert text.rpartition(".")[0] == stage.made[0].rpartition(".")[0]
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        await whole.press("w")
        await whole.see("which only you may read (0600)")
        whole.app.screen.query_one(Input).value = str(target)
        await whole.press("enter")
        await whole.see("exists already")


async def test_a_revoked_one_has_no_jwt_to_copy(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP) as stage:
        await stage.server.other.ssa.revoke(org_id="Acme")
        await stage.whole.press("r")
        await stage.whole.see("revoked")
        await stage.whole.press("enter")
        await stage.whole.see("shows it only while the statement")
        await stage.whole.see("payment")
        await stage.whole.press("c")
        await stage.whole.see("Its JWT is not here.")
        await stage.whole.press("w", "r", "escape")
        await stage.settled()
        await stage.whole.press("d")
        await stage.whole.see("There is nothing to revoke: it is revoked.")


async def test_a_server_that_shows_no_jwt_again(tmp_path: Path) -> None:
    fault = Fault("GET", "/ssa/jwt", "before", answering(404, '{"error": "no"}'))
    async with listing(tmp_path, SHOP, faults=[fault]) as stage:
        await stage.whole.press("enter")
        await stage.whole.see("not to be had")
        await stage.whole.see("payment")


async def test_keys_that_cannot_be_had_leave_the_signature_unknown(tmp_path: Path) -> None:
    fault = Fault("GET", "jwks", "before", answering(404), times=9)
    async with listing(tmp_path, SHOP, faults=[fault]) as stage:
        await stage.whole.press("enter")
        await stage.whole.see("unknown: The keys of")


async def test_it_is_revoked_after_a_question(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP, {"software_id": "other", "org_id": "x"}) as stage:
        whole = stage.whole
        await whole.press("slash", *"shop", "enter", "d")
        await whole.at(ConfirmScreen)
        await whole.see("Revoke the statement shop?")
        await whole.press("enter")
        await stage.settled()
        assert (await stage.statuses())["shop"] == "ACTIVE"
        await whole.press("d")
        await whole.at(ConfirmScreen)
        await whole.press("y")
        await stage.settled()
        await whole.see("The statement shop was revoked.")
        await whole.until(lambda: stage.document.status == "REVOKED")
        assert await stage.statuses() == {"shop": "REVOKED", "other": "ACTIVE"}


async def test_all_of_an_organization_are_revoked_once_its_name_is_typed(tmp_path: Path) -> None:
    other: dict[str, Json] = {"software_id": "other", "org_id": "x"}
    async with listing(tmp_path, other, SHOP, {"software_id": "two"}) as stage:
        whole = stage.whole
        await whole.press("slash", *"shop", "enter", "D")
        await whole.at(ConfirmScreen)
        await whole.see("2 active ones")
        await whole.press("enter")
        assert isinstance(whole.app.screen, ConfirmScreen)
        await whole.press(*"Acme", "enter")
        await stage.settled()
        await whole.see("All statements of Acme were revoked.")
        assert await stage.statuses() == {"shop": "REVOKED", "two": "REVOKED", "other": "ACTIVE"}


async def test_a_protected_server_has_the_name_typed(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP, caution=Caution(protected=True)) as stage:
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("enter", "y", "enter")
        assert isinstance(stage.whole.app.screen, ConfirmScreen)
        await stage.whole.press("backspace", *"shop", "enter")
        await stage.settled()
        assert (await stage.statuses())["shop"] == "REVOKED"


@pytest.mark.parametrize(
    ("when", "said", "status"),
    [("before", "It may have been done", "ACTIVE"), ("after", "It may have been done", "REVOKED")],
)
async def test_a_lost_answer_to_a_revocation(
    tmp_path: Path, when: Any, said: str, status: str
) -> None:
    async with listing(tmp_path, SHOP, faults=[Fault("DELETE", "/ssa", when)]) as stage:
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("y")
        await stage.whole.see(said)
        await stage.settled()
        await stage.whole.until(lambda: stage.document.status == status)


async def test_what_somebody_else_revoked_meanwhile(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP) as stage:
        await stage.server.other.ssa.revoke(org_id="Acme")
        await stage.whole.press("d")
        await stage.whole.at(ConfirmScreen)
        await stage.whole.press("y")
        await stage.whole.see("There was nothing active to revoke any more.")
        await stage.whole.until(lambda: stage.document.status == "REVOKED")


async def test_the_server_is_asked_whether_it_is_good(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP) as stage:
        await stage.whole.press("t")
        await stage.whole.see("it is good")
        await stage.server.other.ssa.revoke(org_id="Acme")
        await stage.settled()
        await stage.whole.press("t")
        await stage.whole.see("it is not good")
        await stage.whole.until(lambda: stage.document.status == "REVOKED")
        stage.server.transport.faults = [Fault("POST", "validation", "before", answering(500))]
        await stage.settled()
        await stage.whole.press("t")
        await stage.whole.see("failed while working on the request")


async def test_without_the_scope_it_can_be_looked_at_only(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP, connection={"scopes": (LISTING, PORTAL)}) as stage:
        assert "shop" in stage.whole.text
        for key in ("a", "d", "D"):
            await stage.whole.press(key)
            await stage.whole.see("lacks the scope https://jans.io/auth/ssa.admin")
            assert isinstance(stage.whole.app.screen, StatementsScreen)
        await stage.whole.press("enter")
        await stage.whole.see("not to be had")


async def test_without_any_scope_the_server_s_no_is_said(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP, connection={"scopes": (LISTING,)}) as stage:
        await stage.whole.see("The token is not allowed to do this")


async def test_a_read_only_profile_refuses_to_change_anything(tmp_path: Path) -> None:
    caution = Caution(read_only=True)
    async with listing(tmp_path, SHOP, caution=caution, connection={"read_only": True}) as stage:
        for key in ("a", "d", "D"):
            await stage.whole.press(key)
            await stage.whole.see("This profile is read-only.")
            assert isinstance(stage.whole.app.screen, StatementsScreen)
        await stage.whole.press("t")
        await stage.whole.see("it is good")
        assert (await stage.statuses())["shop"] == "ACTIVE"


async def test_one_of_somebody_else_is_inspected(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP) as stage:
        whole = stage.whole
        jwt = stage.made[0]
        await whole.press("i")
        await whole.at(TextScreen)
        await whole.press(*"a.b")
        await whole.see("three parts")
        await whole.press("f2")
        await stage.settled()
        await whole.press("i")
        await whole.at(TextScreen)
        area = whole.app.screen.query_one("TextArea")
        area.text = f"{jwt[:40]}\n{jwt[40:-4]}AAAA\n"  # type: ignore[attr-defined]
        await whole.pilot.pause()
        await whole.press("f2")
        await whole.at(StatementScreen)
        await whole.see("invalid: No key of http://sandbox.localhost fits")
        await whole.see("do not trust it")
        await whole.press("escape", "i")
        await whole.at(TextScreen)
        await whole.press("f2")
        await stage.settled()


async def test_what_there_is_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: dict[str, str] = {}

    async def keep(text: str, what: str) -> None:
        copied[what] = text

    async with listing(tmp_path, SHOP) as stage:
        monkeypatch.setattr(stage.whole.app, "copy", keep)
        for digit in "1234567":
            await stage.whole.press("y")
            await stage.whole.at(CopyScreen)
            await stage.whole.press(digit)
            await stage.settled()
        jti = stage.document.jti
        assert copied["The ID (jti)"] == jti
        assert copied["The software ID"] == "shop"
        assert "/jans-auth/restv1/ssa" in copied["The curl command that lists them"]
        assert copied["The one-liner that lists them"].endswith("--operation-id=get-ssa")
        assert f"/ssa?jti={jti}" in copied["The curl command that revokes it"]
        assert copied["The one-liner that revokes it"].endswith(
            f"--operation-id=delete-ssa --endpoint-args=jti:{jti}"
        )
        assert (await stage.statuses())["shop"] == "ACTIVE"
        await stage.whole.press("v")
        await stage.whole.at(JsonScreen)
        await stage.whole.see('"status": "ACTIVE"')


async def test_clicks_choose(tmp_path: Path) -> None:
    async with listing(tmp_path, SHOP, {"software_id": "two"}) as stage:
        for row in (1, 1):
            await stage.whole.pilot.click(StatementList, offset=(10, row))
        await stage.whole.at(StatementScreen)


async def test_a_list_that_is_left_before_it_began_to_load(tmp_path: Path) -> None:
    async with listing(tmp_path) as stage:
        screen = stage.screen
        screen.dismiss(None)
        await stage.whole.back_in_list()
        await stage.whole.until(lambda: not screen.is_attached)
        worker = screen.load()
        await stage.whole.until(lambda: worker.is_finished)
        assert worker.error is None
