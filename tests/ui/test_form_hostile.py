"""Clients that nobody sane would make, in the form."""

from pathlib import Path
from typing import Any

import pytest

from tests.data.hostile_texts import HOSTILE
from tests.ui.form_stage import FormStage, adding, editing
from tests.ui.support import NORMAL, SMALL
from tui.forms.table import FIELDS, SPECS
from tui.models.json import Json, JsonObject, same
from tui.sandbox.client_entry import complete
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.widgets.tab_strip import TABS

KEYS = (*"1234567890", "minus", "equals_sign")

TEXTS = [text for text in HOSTILE if text.strip()]


def is_plain(stage: FormStage) -> bool:
    """Whether nothing on the screen can steer a terminal, and each line has its place."""
    return all(row.isprintable() for row in stage.text.splitlines())


def full_of(texts: list[str]) -> JsonObject:
    """A client that has a text in each of its members, in turn."""
    client: JsonObject = {"inum": "hostile", "attributes": {}}
    inner = client["attributes"]
    assert isinstance(inner, dict)
    for place, path in enumerate(SPECS):
        top, _, below = path.partition(".")
        text = texts[place % len(texts)]
        value: Json = [text, texts[-place % len(texts)]] if place % 2 else text
        if below:
            inner[below] = value
        elif top != "inum":
            client[top] = value
    return client | {"clientName": texts[0], "displayName": texts[0]}


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_hostile_texts_in_every_setting(tmp_path: Path, size: tuple[int, int]) -> None:
    async with editing(tmp_path, full_of(TEXTS), size=size) as stage:
        for key in KEYS:
            await stage.press(key)
            assert is_plain(stage)
            await stage.press("G")
            assert is_plain(stage)


@pytest.mark.parametrize(
    "name", ["[/foo]", "\x1b[2J\u202ered\n", "[@click=app.quit]x[/]", "x" * 9000]
)
async def test_a_hostile_name_all_the_way(tmp_path: Path, name: str) -> None:
    async with adding(tmp_path) as stage:
        draft = stage.form.draft
        draft.set("clientName", name)
        draft.set("redirectUris", ["https://rp.example/cb"])
        draft.set("groups", [*TEXTS])
        await stage.press("escape", "minus")
        assert is_plain(stage)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert is_plain(stage)
        await stage.press("end")
        await stage.press("f2")
        await stage.at(SavedScreen)
        assert is_plain(stage)
        await stage.press("r", "e")
        await stage.until(lambda: not stage.app.screen.is_modal)
        await stage.see("Client ID")
        assert is_plain(stage)
        await stage.press("escape")
        await stage.back_in_list()
        assert is_plain(stage)


ODD: list[Json] = [None, True, 1.5, 2**62, "text", "", [], [None, 7, {}], {}, {"values": 1}]


def odd_client(shift: int) -> JsonObject:
    """A client whose members are of types that they should not be."""
    client = {path: ODD[(place + shift) % len(ODD)] for place, path in enumerate(SPECS)}
    inner = {path.partition(".")[2]: value for path, value in client.items() if "." in path}
    top = {path: value for path, value in client.items() if "." not in path}
    return {**top, "inum": "odd", "attributes": inner}


@pytest.mark.parametrize("shift", [0, 3])
async def test_members_of_wrong_types_are_shown_in_every_tab(tmp_path: Path, shift: int) -> None:
    async with editing(tmp_path, odd_client(shift)) as stage:
        for key, tab in zip(KEYS, TABS, strict=True):
            await stage.press(key)
            assert SPECS[FIELDS[tab][0].path].label in stage.text
            await stage.press("G")
        assert not stage.form.draft.is_dirty
        await stage.press("escape")
        await stage.back_in_list()
        assert same((await stage.server.kept("odd")).entry, odd_client(shift))


async def test_nothing_but_the_edit_of_an_odd_client_is_sent(tmp_path: Path) -> None:
    odd: dict[str, Any] = {
        "inum": "odd",
        "clientName": "Odd",
        "redirectUris": ["https://rp.example/cb"],
        "responseTypes": [],
        "contacts": ["x", ""],
        "customAttributes": [{"name": "tier", "values": ["a", 1, True]}],
        "clientNameLocalized": {"values": {"fr": "Drôle", "": ""}},
        "newer": {"deep": [None, {"x": 1.5}]},
        "attributes": {"newer": [[]], "minimumAcrLevel": -1},
    }
    stored = complete(odd, 0)
    async with editing(tmp_path, stored) as stage:
        await stage.put("description", "edited")
        await stage.save()
        await stage.back_in_list()
        after = (await stage.server.kept("odd")).entry
        assert after.pop("description") == "edited"
        for name in ("contacts", "clientNameLocalized", "newer", "redirectUris", "scopes"):
            assert same(after.get(name), stored.get(name)), name
        attributes = after["attributes"]
        assert isinstance(attributes, dict)
        assert attributes["newer"] == [[]]


async def test_a_client_with_nothing_but_an_id(tmp_path: Path) -> None:
    async with editing(tmp_path, {"inum": "bare"}) as stage:
        await stage.put("description", "edited")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "not set  →  edited" in stage.text
