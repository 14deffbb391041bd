"""The form of a new software statement: filled in, checked, refused, sent, and lost."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.faults import Fault, answering
from tests.serving import serving
from tests.ui.form_stage import FormStage, running
from tests.ui.support import NORMAL, SMALL, clock
from tui.models.json import Json
from tui.models.registration.software_statement import SsaDocument
from tui.screens.copy_menu import CopyScreen
from tui.screens.menu import MenuScreen
from tui.screens.statement import StatementScreen
from tui.screens.statement_form import NewStatementScreen
from tui.screens.statements import StatementsScreen
from tui.widgets.banner import Banner
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor
from tui.widgets.fields.rows import RowsField


class Stage:
    """The form, over the list of statements."""

    def __init__(self, whole: FormStage) -> None:
        self.whole = whole
        self.server = whole.server

    @property
    def form(self) -> NewStatementScreen:
        return next(
            one for one in self.whole.app.screen_stack if isinstance(one, NewStatementScreen)
        )

    @property
    def banner(self) -> str:
        return self.form.query_one(Banner).text

    @property
    def focused(self) -> str:
        """The path of the field that has the focus."""
        widget = self.form.focused
        found = widget if isinstance(widget, Field) else widget.parent if widget else None
        assert isinstance(found, Field)
        return found.spec.path

    async def put(self, path: str, text: str) -> None:
        """Type ``text`` into a field or, where it has rows, into a new one."""
        found = self.form.query_one(f"#field-{path}", Field)
        if self.whole.app.focused is not found:
            found.focus()
            await self.whole.pilot.pause()
        await self.whole.press("enter")
        await self.whole.until(lambda: isinstance(self.whole.app.focused, Editor))
        editor = self.whole.app.focused
        assert isinstance(editor, Editor)
        editor.value = text
        await self.whole.press("enter", *(["escape"] if isinstance(found, RowsField) else []))
        await self.whole.until(lambda: self.whole.app.focused is found)

    async def listed(self) -> list[SsaDocument]:
        return await self.server.other.ssa.list()


@asynccontextmanager
async def adding(
    folder: Path,
    *,
    faults: Sequence[Fault] = (),
    size: tuple[int, int] = NORMAL,
    **settings: Any,
) -> AsyncIterator[Stage]:
    """The form, once it can be typed in."""
    async with (
        serving(folder, faults, **settings) as server,
        running(server, "", size) as whole,
    ):
        await whole.press("S")
        await whole.at(StatementsScreen)
        await whole.press("a")
        await whole.at(NewStatementScreen)
        await whole.until(lambda: isinstance(whole.app.focused, Editor))
        await whole.press("escape")
        yield Stage(whole)


async def test_how_long_and_until_when_stand_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.widgets.fields.validity.utc_now", clock)
    async with adding(tmp_path) as stage:
        found = stage.form.query_one("#field-expiration", Field)
        for typed, shown in (
            ("720h", "30 d (2592000): until 2026-07-15 12:00 UTC"),
            ("2026-08-14 12:00", "until 2026-08-14 12:00:00 UTC: in 60 days"),
            ("2026-06-12", "until 2026-06-12 00:00:00 UTC: 3 days ago"),
            ("soon", "soon"),
            ("", "server default: 30 days, if the server has no other setting"),
        ):
            await stage.put("expiration", typed)
            assert found.lines(78)[1].plain.strip() == shown


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_one_is_made_by_keys_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    async with adding(tmp_path, size=size) as stage:
        whole = stage.whole
        await whole.press(*"Acme", "tab", *"shop", "tab", "tab", *"pay", "enter", "escape", "tab")
        await whole.press("space", "f2")
        await whole.at(StatementScreen)
        await whole.see("shop was made")
        [made] = await stage.listed()
        assert (made.organization, made.software_id) == ("Acme", "shop")
        assert made.texts("ssa.software_roles") == ["pay"]
        assert made.texts("ssa.grant_types") == ["authorization_code"]
        await whole.press("escape")
        await whole.see("Not every server shows it again. Leave")
        await whole.press("escape")
        await whole.at(StatementsScreen)
        await whole.until(lambda: "active" in whole.text)


async def test_every_field_is_sent_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    async def keep(text: str, what: str) -> None:
        copied.append(text)

    async with adding(tmp_path) as stage:
        whole = stage.whole
        monkeypatch.setattr(whole.app, "copy", keep)
        for path, text in (
            ("org_id", "7"),
            ("description", "for the tests"),
            ("expiration", "720h"),
            ("lifetime", "3600"),
            ("ssaCustomAttributes", 'tier = "gold"'),
        ):
            await stage.put(path, text)
        assert "30 d (2592000)" in stage.form.query_one("#field-expiration", Field).render().plain
        assert "1 h (3600)" in stage.form.query_one("#field-lifetime", Field).render().plain
        for path in ("one_time_use", "rotate_ssa"):
            stage.form.query_one(f"#field-{path}").focus()
            await whole.pilot.pause()
            await whole.press("space")
        assert "any number of clients" in whole.text
        await whole.press("f2")
        await whole.at(StatementScreen)
        await whole.see("valid:")
        await whole.press("c", "escape")
        await whole.at(StatementsScreen)
        [made] = await stage.listed()
        expected: dict[str, Json] = {
            "org_id": 7,
            "description": "for the tests",
            "lifetime": 3600,
            "tier": "gold",
            "rotate_ssa": False,
            "one_time_use": False,
        }
        assert {name: made.claims.get(name) for name in expected} == expected
        assert made.expires is not None
        assert made.created is not None
        assert abs((made.expires - made.created).total_seconds() - 2592000) < 60
        assert made.jti
        assert len(copied) == 1


async def test_what_the_server_leaves_out_is_said(tmp_path: Path) -> None:
    async with adding(tmp_path, keep_unknown=False) as stage:
        await stage.put("org_id", "Acme")
        await stage.put("ssaCustomAttributes", "tier = gold")
        await stage.whole.press("f2")
        await stage.whole.see("left out or changed what you asked for: tier.")


async def test_nothing_is_sent_before_it_is_sound(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.put("expiration", "0")
        await stage.put("lifetime", "soon")
        await stage.put("ssaCustomAttributes", "iss = me")
        await stage.whole.press("f2")
        await stage.whole.until(lambda: "mended first" in stage.banner)
        assert "Organization, Valid for, Lifetime of clients, Further claims" in stage.banner
        assert stage.focused == "org_id"
        assert "takes none without" in stage.whole.text
        assert stage.server.transport.count("POST", "/ssa") == 0
        await stage.put("org_id", "x")
        assert not stage.banner


REFUSED = '{"error": "invalid_ssa_metadata", "error_description": "%s"}'


@pytest.mark.parametrize(
    ("ending", "words", "field"),
    [
        (answering(400, REFUSED % "lifetime is too long."), "lifetime is too long.", "lifetime"),
        (answering(400, REFUSED % "Something is wrong."), "Something is wrong.", "org_id"),
        (answering(401, '{"error": "unauthorized_client"}'), "not allowed to do this", "org_id"),
        (answering(500, "no"), "failed while working", "org_id"),
        (answering(201, "<html>hello</html>", "text/html"), "answered with a page", "org_id"),
    ],
)
async def test_a_refusal_leaves_the_form_and_points_at_the_field(
    tmp_path: Path, ending: Any, words: str, field: str
) -> None:
    fault = Fault("POST", "/ssa$", "before", ending, times=2)
    async with adding(tmp_path, faults=[fault]) as stage:
        await stage.put("lifetime", "1h")
        await stage.put("org_id", "Acme")
        await stage.whole.press("f2")
        await stage.whole.until(lambda: words in stage.banner)
        await stage.whole.until(lambda: stage.focused == field)
        assert stage.form.draft.value("org_id") == "Acme"
        assert stage.form.draft.value("lifetime") == 3600


async def test_a_lost_answer_is_no_reason_to_make_two(tmp_path: Path) -> None:
    async with adding(tmp_path, faults=[Fault("POST", "/ssa$", "after")]) as stage:
        await stage.put("org_id", "Acme")
        await stage.whole.press("f2")
        await stage.whole.until(lambda: "look before trying again" in stage.banner)
        assert stage.server.transport.count("POST", "/ssa") == 1
        await stage.whole.press("escape")
        await stage.whole.at(MenuScreen)
        await stage.whole.press("d")
        await stage.whole.at(StatementsScreen)
        await stage.whole.until(lambda: "Acme" in stage.whole.text)
        await stage.whole.press("enter")
        await stage.whole.see("valid:")


async def test_a_statement_that_cannot_be_decoded_is_kept_all_the_same(tmp_path: Path) -> None:
    odd = answering(201, '{"ssa": "opaque"}')
    async with adding(tmp_path, faults=[Fault("POST", "/ssa$", "before", odd)]) as stage:
        await stage.put("org_id", "Acme")
        await stage.whole.press("f2")
        await stage.whole.at(StatementScreen)
        await stage.whole.see("This is no software statement")
        await stage.whole.press("r")
        await stage.whole.see("opaque")


async def test_leaving_asks_only_when_something_was_typed(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.whole.press("escape")
        await stage.whole.at(StatementsScreen)
        await stage.whole.press("a")
        await stage.whole.at(NewStatementScreen)
        await stage.whole.until(lambda: isinstance(stage.whole.app.focused, Editor))
        await stage.whole.press(*"Acme", "enter", "escape")
        await stage.whole.see("1 setting changed and not saved.")
        await stage.whole.press("e")
        await stage.whole.at(NewStatementScreen)
        assert stage.form.draft.value("org_id") == "Acme"


async def test_what_would_be_sent_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    async def keep(text: str, what: str) -> None:
        copied.append(text)

    async with adding(tmp_path) as stage:
        monkeypatch.setattr(stage.whole.app, "copy", keep)
        await stage.whole.press("y")
        await stage.whole.until(lambda: "mended first" in stage.banner)
        await stage.put("org_id", "Acme Ltd")
        for digit in "12":
            await stage.whole.press("y")
            await stage.whole.at(CopyScreen)
            await stage.whole.press(digit)
            await stage.whole.at(NewStatementScreen)
        curl, one_liner = copied
        assert "--request POST" in curl
        assert '"org_id":"Acme Ltd"' in curl
        assert "--operation-id=post-register-ssa --data=" in one_liner
        assert await stage.listed() == []


async def test_the_file_that_cannot_be_written(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.put("org_id", "Acme")
        await stage.whole.press("f2")
        await stage.whole.at(StatementScreen)
        await stage.whole.press("w")
        await stage.whole.see("which only you may read")
        stage.whole.app.screen.query_one(Input).value = "/nowhere/x"
        await stage.whole.press("enter")
        await stage.whole.see("cannot be written there")
