"""Foreign text in every kind of field: no crash, no markup, no terminal control."""

from typing import Any

import pytest
from textual.content import Content

from tests.data.hostile_texts import HOSTILE
from tests.ui.field_app import FieldApp, error_at, existing, run
from tests.ui.support import text_of, wait_until
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.spec import Kind
from tui.forms.statement import FIELDS
from tui.forms.table import SPECS
from tui.models.document import Document
from tui.models.json import Json

PATHS = {
    Kind.TEXT: "clientName",
    Kind.INTEGER: "attributes.minimumAcrLevel",
    Kind.DURATION: "accessTokenLifetime",
    Kind.DATE_TIME: "expirationDate",
    Kind.SECRET: "clientSecret",
    Kind.SWITCH: "disabled",
    Kind.CHOICE: "tokenEndpointAuthMethod",
    Kind.CHECKLIST: "grantTypes",
    Kind.ROWS: "redirectUris",
    Kind.LOCALIZED: "clientNameLocalized",
    Kind.CUSTOM_ATTRIBUTES: "customAttributes",
    Kind.PICK: "scopes",
    Kind.JWKS: "jwks",
    Kind.SUBJECT_DN: "attributes.tlsClientAuthSubjectDn",
    Kind.READ_ONLY: "inum",
    Kind.STATEMENT: "softwareStatement",
    Kind.VALIDITY: "expiration",
}
ALL = {spec.path: spec for spec in FIELDS} | SPECS
"""The settings of clients, and what only a new software statement has."""

SHAPES: dict[str, Any] = {
    "text": lambda text: text,
    "list": lambda text: [text, text + "2"],
    "texts by language": lambda text: {"values": {text: text, "": text}},
    "attributes": lambda text: [{"name": text, "values": [text]}, {text: text}],
    "object": lambda text: {text: [text]},
}


def test_every_kind_is_tried() -> None:
    assert set(PATHS) == set(Kind)
    assert all(ALL[path].kind is kind for kind, path in PATHS.items())


def draft_of(path: str, value: Json) -> Draft:
    parent, _, name = path.rpartition(".")
    return existing(**{parent: {name: value}} if parent else {name: value})


def is_harmless(line: Content) -> bool:
    return line.plain.isprintable() and line.cell_length <= 80


def screen_is_harmless(app: FieldApp) -> bool:
    """Joiners are let through where text is edited."""
    shown = text_of(app).replace("\u200c", "").replace("\u200d", "")
    return all(line.isprintable() for line in shown.splitlines())


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", list(Kind))
async def test_foreign_values_are_plain_text(kind: Kind, shape: str) -> None:
    """All lines are drawn, those off the screen too."""
    spec = ALL[PATHS[kind]]
    app = FieldApp(draft_of(spec.path, None), spec)
    async with run(app) as pilot:
        field = app.fields[0]
        for text in HOSTILE:
            value = SHAPES[shape](text)
            field.draft = draft_of(spec.path, value)
            field.findings = [error_at(spec.path, "Wrong.", 0)]
            field.redraw()
            assert all(is_harmless(line) for line in field.lines(80))
            assert isinstance(field.show(value), str)
        await pilot.pause()
        await wait_until(pilot, lambda: screen_is_harmless(app))


@pytest.mark.parametrize("kind", [Kind.PICK, Kind.CHOICE, Kind.CHECKLIST])
async def test_what_foreign_servers_offer_is_plain_text(kind: Kind) -> None:
    lookups = Lookups(
        scopes=[
            Document({"dn": text, "id": text, "description": text, "scopeType": text})
            for text in HOSTILE
        ],
        metadata={
            "grant_types_supported": list(HOSTILE),
            "token_endpoint_auth_methods_supported": list(HOSTILE),
        },
    )
    spec = ALL[PATHS[kind]]
    app = FieldApp(draft_of(spec.path, list(HOSTILE)), spec, lookups=lookups)
    async with run(app) as pilot:
        assert all(is_harmless(line) for line in app.fields[0].lines(80))
        await pilot.pause()
        await wait_until(pilot, lambda: screen_is_harmless(app))


@pytest.mark.parametrize(
    ("kind", "shape", "texts"),
    [
        (Kind.TEXT, "text", HOSTILE[::4]),
        (Kind.DURATION, "text", HOSTILE[::9]),
        (Kind.ROWS, "list", HOSTILE[1::9]),
        (Kind.LOCALIZED, "texts by language", HOSTILE[2::9]),
        (Kind.CUSTOM_ATTRIBUTES, "attributes", HOSTILE[3::9]),
    ],
)
async def test_foreign_values_are_looked_at_and_stay(
    kind: Kind, shape: str, texts: list[str]
) -> None:
    spec = ALL[PATHS[kind]]
    app = FieldApp(draft_of(spec.path, None), spec)
    async with run(app) as pilot:
        field = app.fields[0]
        for text in texts:
            field.draft = draft_of(spec.path, SHAPES[shape](text))
            field.redraw()
            field.action_edit()
            await wait_until(pilot, lambda: field.editor is not None and field.editor.has_focus)
            assert field.editor is not None
            assert screen_is_harmless(app)
            field.editor.action_done(0)
            await wait_until(pilot, lambda: field.editor is None)
            assert not field.draft.is_dirty
