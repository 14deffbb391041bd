"""Entries that are chosen in a dialog."""

import pytest

from tests.ui.field_app import NOTE, FieldApp, existing, run, spec_of
from tests.ui.support import text_of, wait_for_text, wait_until
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.document import Document
from tui.widgets.fields.pick import PickField

OPENID, PROFILE, GONE = (f"inum={key},ou=scopes,o=jans" for key in ("F0C4", "43F1", "DEAD"))


def scopes() -> list[Document]:
    return [
        Document({"dn": OPENID, "id": "openid", "description": "sign in", "scopeType": "openid"}),
        Document({"dn": PROFILE, "id": "profile", "description": "their name"}),
    ]


def app_with(draft: Draft, lookups: Lookups, path: str = "scopes") -> FieldApp:
    return FieldApp(draft, spec_of(path), NOTE, lookups=lookups)


def pick_of(app: FieldApp) -> PickField:
    field = app.fields[0]
    assert isinstance(field, PickField)
    return field


def rows(app: FieldApp) -> list[str]:
    return [" ".join(row.split()) for row in text_of(app).splitlines()]


async def test_entries_are_shown_by_name() -> None:
    app = app_with(existing(scopes=[OPENID, PROFILE]), Lookups(scopes=scopes()))
    async with run(app) as pilot:
        await wait_for_text(pilot, "+ choose…")
        assert rows(app)[1:3] == ["› openid openid · sign in", "profile their name"]
        assert OPENID not in text_of(app)


async def test_what_is_not_found_stays_by_its_dn_and_is_marked() -> None:
    app = app_with(existing(scopes=[GONE, OPENID, 5]), Lookups(scopes=scopes()))
    async with run(app) as pilot:
        await wait_for_text(pilot, f"{GONE}   not found on this server")
        await wait_for_text(pilot, "5   not a text")


async def test_nothing_is_marked_while_the_server_is_asked() -> None:
    lookups = Lookups()
    app = app_with(existing(scopes=[GONE]), lookups)
    async with run(app) as pilot:
        await wait_for_text(pilot, f"{GONE}   …")
        lookups.failures["scopes"] = "The server said no."
        pick_of(app).redraw()
        await wait_for_text(pilot, f"{GONE}   could not be looked up")
        lookups.scopes = scopes()
        pick_of(app).redraw()
        await wait_for_text(pilot, f"{GONE}   not found on this server")


async def test_a_scope_given_by_its_id_is_found() -> None:
    app = app_with(existing(scopes=["openid", PROFILE]), Lookups(scopes=scopes()))
    async with run(app) as pilot:
        await wait_for_text(pilot, "sign in")
        assert pick_of(app).chosen == [OPENID, PROFILE]
        pick_of(app).take([OPENID])
        assert app.draft.value("scopes") == ["openid"]


async def test_acrs_that_are_not_offered_are_marked_once_that_is_known() -> None:
    lookups = Lookups()
    app = app_with(existing(defaultAcrValues=["otp", "old"]), lookups, "defaultAcrValues")
    async with run(app) as pilot:
        await wait_for_text(pilot, "› otp")
        assert "…" not in text_of(app).replace("choose…", "")
        lookups.metadata = {"acr_values_supported": ["otp"]}
        pick_of(app).redraw()
        await wait_for_text(pilot, "old   not offered by this server")


@pytest.mark.parametrize("key", ["enter", "a", "insert", "space"])
async def test_the_dialog_is_asked_for(key: str) -> None:
    app = app_with(existing(scopes=[OPENID]), Lookups(scopes=scopes()))
    async with run(app) as pilot:
        await pilot.press(key)
        assert app.wanted == ["scopes"]
        assert [one.label for one in pick_of(app).choices()] == ["openid", "profile"]


async def test_the_answer_keeps_the_order_and_adds_at_the_end() -> None:
    app = app_with(existing(defaultAcrValues=["c", 5, "a"]), Lookups(), "defaultAcrValues")
    async with run(app) as pilot:
        pick_of(app).take(["b", "a", "c", "b"])
        await wait_for_text(pilot, "b   new")
        assert app.draft.value("defaultAcrValues") == ["c", 5, "a", "b"]
        pick_of(app).take(["a"])
        assert app.draft.value("defaultAcrValues") == [5, "a"]
        await wait_until(pilot, lambda: app.edited == ["defaultAcrValues"] * 2)


async def test_the_same_answer_changes_nothing() -> None:
    app = app_with(existing(scopes=[GONE, OPENID]), Lookups(scopes=scopes()))
    async with run(app):
        pick_of(app).take([OPENID, GONE])
        assert not app.draft.is_dirty


async def test_a_row_is_removed_and_named() -> None:
    app = app_with(existing(scopes=[OPENID, GONE]), Lookups(scopes=scopes()))
    async with run(app) as pilot:
        await pilot.press("d")
        await wait_for_text(pilot, "− openid   removed")
        assert app.draft.value("scopes") == [GONE]


@pytest.mark.parametrize(
    ("path", "moved"), [("defaultAcrValues", ["b", "a"]), ("scopes", ["a", "b"])]
)
async def test_only_acrs_have_an_order(path: str, moved: list[str]) -> None:
    app = app_with(existing(**{path: ["a", "b"]}), Lookups(), path)
    async with run(app) as pilot:
        await pilot.press("shift+down")
        assert app.draft.value(path) == moved
        assert pick_of(app).takes_new is (path != "scopes")


async def test_what_is_no_list_is_not_chosen_from() -> None:
    app = app_with(existing(scopes="openid"), Lookups(scopes=scopes()))
    async with run(app) as pilot:
        await pilot.press("enter")
        assert app.wanted == []
        await pilot.press("d")
        await wait_for_text(pilot, "+ choose…")
        assert "scopes" not in app.draft.edited


async def test_a_script_of_another_type_is_named() -> None:
    script = Document({"dn": "dn1", "name": "mine", "scriptType": "ropc"})
    app = app_with(
        existing(attributes={"parScriptDns": ["dn1"]}),
        Lookups(scripts=[script]),
        "attributes.parScriptDns",
    )
    async with run(app) as pilot:
        await wait_for_text(pilot, "a script of another type: ropc")
        await wait_until(pilot, lambda: "mine" in text_of(app))
