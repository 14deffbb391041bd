"""What the pictures show: one small play a scene, by keys alone."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import TypeAlias
from unittest.mock import patch

from screenshots import servers
from screenshots.clients import ACME, CONTACTS, SECRET
from screenshots.picture import picture
from screenshots.stage import Stage, open_stage
from tui.forms.spec import Tab
from tui.forms.table import TAB_OF
from tui.models.json import Json, JsonObject
from tui.screens.client import ClientScreen
from tui.screens.saved import SavedScreen
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor
from tui.widgets.tab_strip import KEYS, TABS

Play: TypeAlias = Callable[[Stage], Awaitable[None]]

PHONE, SMALL, NORMAL, LARGE = (40, 12), (80, 24), (100, 24), (120, 40)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture to be made.

    Attributes:
        subject: what it shows.
        play: brings the program there from the list.
        size: columns and lines of the terminal.
        light: whether the theme is the light one.
    """

    subject: str
    play: Play
    size: tuple[int, int] = SMALL
    light: bool = False

    @property
    def name(self) -> str:
        """The picture's name, without ``.svg``."""
        columns, lines = self.size
        return f"{self.subject}-{columns}x{lines}{'-light' * self.light}"


async def render(scene: Scene, template: Path, folder: Path) -> str:
    """Play a scene and return its picture as SVG.

    Args:
        scene: what to play.
        template: a folder made by ``clients.prepare``.
        folder: does not exist yet; gets all that the program writes meanwhile.

    Raises:
        StuckError: something that the scene waits for did not come.
        BadPictureError: the picture would show a secret, or fetch something.
    """
    async with open_stage(template, folder, scene.size, scene.light) as stage:
        await scene.play(stage)
        return picture(await stage.draw(), scene.name)


# The list


async def _list(stage: Stage) -> None:
    await stage.change("j")
    await stage.the_list()


async def _search(stage: Stage, text: str = "acme") -> None:
    await stage.press("slash")
    await stage.write(text)
    await stage.press("enter")
    await stage.the_list()


async def _nothing_found(stage: Stage) -> None:
    await _search(stage, "acmee")
    await stage.see("Nothing matches")


# One client


async def _form(stage: Stage) -> None:
    await _search(stage, ACME)
    await stage.press("enter")
    await stage.the_form()


def _tab(tab: Tab) -> Play:
    async def play(stage: Stage) -> None:
        await _form(stage)
        await _turn_to(stage, tab)

    return play


async def _turn_to(stage: Stage, tab: Tab) -> None:
    def there() -> bool:
        field = stage.app.focused
        return isinstance(field, Field) and TAB_OF[field.spec.path] is tab

    key = KEYS[TABS.index(tab)]
    await stage.press({"-": "minus", "=": "equals_sign"}.get(key, key))
    await stage.until(there)


async def _grants(stage: Stage) -> None:
    """The second tab, with a change to be seen."""
    await _form(stage)
    await _turn_to(stage, Tab.GRANTS)
    await stage.press("down", "down", "space")
    await stage.see("Grants·1")


async def _find(stage: Stage) -> None:
    await _form(stage)
    await stage.open("slash")
    await stage.write("lifetime")
    await stage.see("Access token lifetime")


async def _new(stage: Stage) -> None:
    await stage.press("a")
    await stage.the_form()
    await stage.write("Acme Field App")


async def _register(stage: Stage) -> None:
    """The form of a client that is registered has only what registration knows."""
    await stage.press("R")
    await stage.come_to(ClientScreen)
    await stage.write("Acme Field App")
    await stage.press("enter")
    await _turn_to(stage, Tab.REDIRECTS)


async def _import(stage: Stage) -> None:
    await stage.open("i")
    await stage.write("https://op.acme.example/register/8c2f70b1")
    await stage.press("enter")


async def _key_set(stage: Stage) -> None:
    await _form(stage)
    await _turn_to(stage, Tab.AUTHENTICATION)
    await stage.go_down_to("jwks")
    await stage.open("enter")


async def _pick_scopes(stage: Stage) -> None:
    await _form(stage)
    await _turn_to(stage, Tab.SCOPES)
    await stage.open("enter")


async def _error(stage: Stage) -> None:
    await _form(stage)
    await _turn_to(stage, Tab.REDIRECTS)
    await stage.press("a")
    await stage.write("http://portal.acme.example/callback#top")
    await stage.press("enter", "escape")
    await stage.see("✗")


# Saving


async def _changed(stage: Stage) -> None:
    """PKCE on, and a longer access token."""
    await _form(stage)
    await _turn_to(stage, Tab.GRANTS)
    await stage.go_down_to("attributes.requirePkce")
    await stage.press("space")
    await _turn_to(stage, Tab.TOKENS)
    await stage.go_down_to("accessTokenLifetime")
    await stage.press("enter", "ctrl+u")
    await stage.write("15 min")
    await stage.press("enter")
    await stage.see("Tokens·1")


async def _review(stage: Stage) -> None:
    await _changed(stage)
    await _someone_else(stage, contacts=[*CONTACTS, "ops@acme.example"])
    await stage.open("f2")


async def _conflict(stage: Stage) -> None:
    await _changed(stage)
    await _someone_else(stage, contacts=[*CONTACTS, "ops@acme.example"], accessTokenLifetime=600)
    await stage.open("f2")


async def _someone_else(stage: Stage, **changes: Json) -> None:
    """Changes Acme Portal by the back door."""
    api = await stage.app.session.connect()
    patch: list[JsonObject] = [
        {"op": "add", "path": f"/{member}", "value": value} for member, value in changes.items()
    ]
    await api.clients.patch(ACME, patch)


async def _created(stage: Stage) -> None:
    chosen = SimpleNamespace(uuid4=lambda: uuid.UUID("5e0c9b1f-2a64-4d3b-9c7a-f81d06b3e7a2"))
    with (
        patch("tui.saving.create.uuid", chosen),
        patch("tui.saving.create.new_secret", lambda: f"{SECRET}-in-a-picture"),
    ):
        await stage.press("a")
        await stage.the_form()
        await stage.write("Acme Field App")
        await stage.press("enter")
        await _turn_to(stage, Tab.REDIRECTS)
        await stage.press("a")
        await stage.write("https://field.acme.example/callback")
        await stage.open("enter", "escape", "f2")
        await stage.press("f2")
        await stage.come_to(SavedScreen)


# Software statements


async def _statements(stage: Stage) -> None:
    """Three of them, one revoked. They end in a century in which nobody draws this again."""
    api = await stage.app.session.connect()
    made: list[JsonObject] = [
        {"org_id": "Acme", "software_id": "acme-field", "software_roles": ["operator"]},
        {"org_id": "Acme", "software_id": "acme-portal", "one_time_use": False},
        {"org_id": "Partner Ltd", "software_id": "ledger", "software_roles": ["audit", "pay"]},
    ]
    chosen = SimpleNamespace(uuid4=count().__next__)
    for number, one in enumerate(made, start=1):
        grants: list[Json] = [*("authorization_code", "refresh_token")[:number]]
        with patch("tui.sandbox.ssa.reading.uuid", chosen):
            await api.ssa.create({**one, "grant_types": grants, "expiration": 4_900_000_000})
    await api.ssa.revoke(org_id="Partner Ltd")
    await stage.open("S")
    await stage.see("acme-field")


async def _new_statement(stage: Stage) -> None:
    await stage.open("S")
    await stage.open("a")
    await stage.until(lambda: isinstance(stage.app.focused, Editor))
    await stage.write("Acme")
    await stage.press("enter")
    await stage.see("Acme")


# Dialogs


async def _delete(stage: Stage) -> None:
    await _list(stage)
    await stage.open("d")


async def _delete_own(stage: Stage) -> None:
    await _search(stage, "1800.")
    await stage.open("d")


async def _json(stage: Stage) -> None:
    await _search(stage, ACME)
    await stage.open("v")


async def _copy(stage: Stage) -> None:
    await _search(stage, "acme portal")
    await stage.open("y")


async def _help(stage: Stage) -> None:
    await stage.open("question_mark")


async def _palette(stage: Stage) -> None:
    await stage.open("colon")
    await stage.see("Open the client under the cursor.")


SCENES = (
    Scene("list", _list),
    Scene("list", _list, NORMAL),
    Scene("list", _list, NORMAL, light=True),
    Scene("list", _list, LARGE),
    Scene("list", _list, PHONE),
    Scene("search", _search),
    Scene("nothing-found", _nothing_found),
    *(
        Scene(f"form-{tab.name.lower().replace('_', '-')}", _tab(tab))
        for tab in Tab
        if tab is not Tab.GRANTS
    ),
    Scene("form-grants", _grants),
    Scene("form-grants", _grants, light=True),
    Scene("form-grants", _grants, LARGE),
    Scene("form-grants", _grants, PHONE),
    Scene("form-new", _new),
    Scene("form-register", _register),
    Scene("import-registration", _import),
    Scene("find", _find),
    Scene("key-set", _key_set),
    Scene("pick-scopes", _pick_scopes),
    Scene("error", _error),
    Scene("review", _review),
    Scene("review", _review, light=True),
    Scene("conflict", _conflict),
    Scene("created", _created),
    Scene("statements", _statements),
    Scene("new-statement", _new_statement),
    Scene("delete", _delete),
    Scene("delete-own", _delete_own),
    Scene("json", _json),
    Scene("copy", _copy),
    Scene("help", _help),
    Scene("palette", _palette),
    Scene("first-run", servers.first_run),
    Scene("profiles", servers.profiles),
    Scene("profile-form", servers.profile_form),
    Scene("profile-check", servers.profile_check),
    Scene("device-sign-in", servers.device),
    Scene("device-sign-in", servers.device, PHONE),
    Scene("insecure", servers.insecure),
)
