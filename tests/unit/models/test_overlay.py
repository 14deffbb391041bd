from typing import Any

import pytest
from hypothesis import given

from tests.unit.models.strategies import client_objects, json_objects, nested
from tui.models.base import WireModel
from tui.models.claim import Claim
from tui.models.client import Client
from tui.models.discovery import Discovery
from tui.models.enums import GrantType
from tui.models.json import Json, JsonObject, copied, same
from tui.models.overlay import lay_over
from tui.models.scope import Scope
from tui.models.script import Script


def view(raw: JsonObject) -> tuple[dict[str, Any], list[str]]:
    """The members of a client's view that are there, by wire name, and the odd paths."""
    overlay = lay_over(Client, raw)
    shown = overlay.model.model_dump(mode="json", by_alias=True, exclude_none=True)
    return shown, [oddity.path for oddity in overlay.oddities]


@pytest.mark.parametrize(
    ("raw", "shown", "odd"),
    [
        ({"clientName": 5, "disabled": True}, {"disabled": True}, ["clientName"]),
        (
            {"attributes": {"parLifetime": "600", "requirePkce": True}},
            {"attributes": {"requirePkce": True}},
            ["attributes.parLifetime"],
        ),
        ({"attributes": []}, {}, ["attributes"]),
        (
            {"redirectUris": ["https://a", None, "https://b", 4]},
            {"redirectUris": ["https://a", "https://b"]},
            ["redirectUris.1", "redirectUris.3"],
        ),
        (
            {"grantTypes": ["implicit", {}, "later", True]},
            {"grantTypes": ["implicit", "later"]},
            ["grantTypes.1", "grantTypes.3"],
        ),
        (
            {"clientNameLocalized": {"values": {"": "x", "fr": None, "de": 1}}},
            {"clientNameLocalized": {"values": {"": "x"}}},
            ["clientNameLocalized.values.fr", "clientNameLocalized.values.de"],
        ),
        (
            {"customAttributes": ["x", {"name": 5, "values": []}, {"name": "y", "values": [None]}]},
            {"customAttributes": [{"name": "y", "values": [None]}]},
            ["customAttributes.0", "customAttributes.1"],
        ),
        ({"accessTokenLifetime": 2**31}, {}, ["accessTokenLifetime"]),
        ({"accessTokenLifetime": -(2**31) - 1}, {}, ["accessTokenLifetime"]),
        ({"accessTokenLifetime": 2**31 - 1}, {"accessTokenLifetime": 2**31 - 1}, []),
        ({"accessTokenLifetime": True}, {}, ["accessTokenLifetime"]),
        ({"ttl": 10**5000}, {}, ["ttl"]),
        ({"expirationDate": "31.1.2027"}, {}, ["expirationDate"]),
        ({"expirationDate": 1798707600000}, {}, ["expirationDate"]),
        (
            {"expirationDate": "2027-01-31T10:00:00.000Z"},
            {"expirationDate": "2027-01-31T10:00:00"},
            [],
        ),
        ({"applicationType": "spaceship"}, {"applicationType": "spaceship"}, []),
        ({"applicationType": {"str": 1}}, {}, ["applicationType"]),
        ({"applicationType": "", "clientName": ""}, {"applicationType": "", "clientName": ""}, []),
        ({"clientName": None, "redirectUris": []}, {"redirectUris": []}, []),
        ({"unknown": {"deep": [None]}}, {"unknown": {"deep": [None]}}, []),
        ({"client_name": 5}, {"client_name": 5}, []),
    ],
)
def test_only_the_smallest_odd_part_is_left_out(
    raw: JsonObject, shown: dict[str, Json], odd: list[str]
) -> None:
    assert view(raw) == (shown, odd)


def test_an_oddity_says_what_is_there_and_what_should_be() -> None:
    raw: JsonObject = {
        "redirectUris": ["a", ["b"]],
        "ttl": 2**40,
        "scopes": "openid",
        "disabled": "no",
        "lastLogonTime": "never",
        "attributes": {"parLifetime": 1.5},
        "customAttributes": [{}],
    }
    oddities = {oddity.path: oddity for oddity in lay_over(Client, raw).oddities}
    assert {path: (oddity.value, oddity.problem) for path, oddity in oddities.items()} == {
        "redirectUris.1": (["b"], "This should be text."),
        "ttl": (2**40, "This number is too large."),
        "scopes": ("openid", "This should be a list."),
        "disabled": ("no", "This should be true or false."),
        "lastLogonTime": ("never", "This is not a date and time."),
        "attributes.parLifetime": (1.5, "This should be a whole number."),
        "customAttributes.0": ({}, "A member is missing in this."),
    }


def test_list_positions_are_those_of_the_raw_list() -> None:
    raw: JsonObject = {"customAttributes": [None, {"name": "x"}, {"name": 1}, None, {}]}
    assert sorted(view(raw)[1]) == [f"customAttributes.{index}" for index in (0, 2, 3, 4)]


def test_known_words_become_members_of_their_list() -> None:
    client = lay_over(Client, {"grantTypes": ["implicit", "of tomorrow"]}).model
    assert client.grant_types is not None
    known, unknown = client.grant_types
    assert known is GrantType.IMPLICIT
    assert type(unknown) is str


def test_a_name_that_is_no_unicode_costs_only_itself() -> None:
    raw: JsonObject = {
        "\ud800": 1,
        "clientName": "\udfff",
        "attributes": {"\ud800": 2, "requirePkce": True},
    }
    overlay = lay_over(Client, raw)
    assert overlay.model.client_name == "\udfff"
    assert overlay.model.attributes is not None
    assert overlay.model.attributes.require_pkce is True
    assert [oddity.path for oddity in overlay.oddities] == ["\ud800", "attributes.\ud800"]


def test_nesting_is_no_matter() -> None:
    deep = nested(20_000)
    raw: JsonObject = {"clientName": deep, "unknown": deep, "customAttributes": [deep], "ttl": 5}
    overlay = lay_over(Client, raw)
    assert overlay.model.ttl == 5
    assert [oddity.path for oddity in overlay.oddities] == ["clientName", "customAttributes.0"]


def test_a_long_list_of_oddities_is_read_at_once() -> None:
    overlay = lay_over(Client, {"scopes": [None, "x"] * 20_000})
    assert overlay.model.scopes == ["x"] * 20_000
    assert len(overlay.oddities) == 20_000


class Strict(WireModel):
    """A model with a member that has to be there."""

    needed: str


def test_what_cannot_be_viewed_at_all_is_one_oddity() -> None:
    overlay = lay_over(Strict, {"other": 1})
    assert [oddity.path for oddity in overlay.oddities] == [""]
    assert overlay.oddities[0].value == {"other": 1}


@pytest.mark.parametrize("model_type", [Client, Scope, Script, Claim, Discovery])
@given(raw=json_objects)
def test_any_object_can_be_viewed(model_type: type[WireModel], raw: JsonObject) -> None:
    before = copied(raw)
    overlay = lay_over(model_type, raw)
    assert isinstance(overlay.model, model_type)
    assert same(raw, before)


@given(client_objects)
def test_a_view_and_its_oddities_make_up_the_whole(raw: JsonObject) -> None:
    before = copied(raw)
    overlay = lay_over(Client, raw)
    assert same(raw, before)
    paths = [oddity.path for oddity in overlay.oddities]
    assert len(set(paths)) == len(paths)
    odd_tops = {path.split(".")[0] for path in paths}
    shown = overlay.model.model_dump(by_alias=True, exclude_none=True)
    for name, value in raw.items():
        if value is not None:
            assert name in shown or name.split(".")[0] in odd_tops, name
    # What is left is fit: looking at it again finds nothing odd.
    assert lay_over(Client, shown).oddities == ()
