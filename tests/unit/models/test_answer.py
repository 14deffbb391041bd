import pytest
from hypothesis import given

from tests.unit.models.strategies import client_objects
from tui.models.changes import (
    REORDERED_ON_POST,
    UNORDERED,
    Change,
    came_back,
    compare_answer,
    difference,
)
from tui.models.json import ABSENT, Json, JsonObject, copied
from tui.models.members import DATE_MEMBERS, READ_ONLY_MEMBERS

OPENID = "inum=F0C4,ou=scopes,o=jans"
EMAIL = "inum=764C,ou=scopes,o=jans"
PROFILE = "inum=43F1,ou=scopes,o=jans"


def kept(name: str, asked: Json, answered: Json, created: bool = False) -> bool:
    return compare_answer({name: asked}, {name: answered}, created) == []


def test_what_was_dropped_or_altered_is_told() -> None:
    asked: JsonObject = {
        "grantTypes": ["authorization_code", "urn:openid:params:grant-type:ciba"],
        "subjectType": "pairwyse",
        "accessTokenLifetime": 300,
        "attributes": {"requirePkce": True, "parLifetime": 0, "requirePar": False},
    }
    answered: JsonObject = {
        "inum": "made by the server",
        "grantTypes": ["authorization_code"],
        "accessTokenLifetime": 300,
        "attributes": {"parLifetime": 600, "requirePar": False, "minimumAcrLevel": -1},
        "deletable": False,
    }
    assert compare_answer(asked, answered, created=True) == [
        Change(("grantTypes",), asked["grantTypes"], ["authorization_code"]),
        Change(("subjectType",), "pairwyse", ABSENT),
        Change(("attributes", "requirePkce"), True, ABSENT),
        Change(("attributes", "parLifetime"), 0, 600),
    ]


def test_a_dropped_object_is_told_member_by_member() -> None:
    asked: JsonObject = {"attributes": {"requirePkce": True, "requirePar": False, "evidence": ""}}
    assert compare_answer(asked, {}, created=True) == [
        Change(("attributes", "requirePkce"), True, ABSENT)
    ]
    assert compare_answer(asked, {"attributes": None}, created=True) != []
    assert compare_answer(asked, {"attributes": 5}, created=True) == [
        Change(("attributes",), asked["attributes"], 5)
    ]


@pytest.mark.parametrize("empty", [None, "", [], {}, {"values": {}}])
def test_nothing_in_its_many_forms_is_equal(empty: Json) -> None:
    assert compare_answer({"clientUri": empty}, {}, created=False) == []
    others: list[Json] = [None, "", [], {}]
    for other in others:
        assert kept("clientUri", empty, other)


@pytest.mark.parametrize("nothing", [None, "", []])
def test_what_should_be_gone_and_is_not_is_told(nothing: Json) -> None:
    assert not kept("clientUri", nothing, "https://a")
    assert not kept("ttlOfMine", nothing, 0)


def test_types_count() -> None:
    assert not kept("disabled", True, 1)
    assert kept("accessTokenLifetime", 1, 1.0)
    assert not kept("accessTokenLifetime", 1, "1")
    assert not kept("disabled", False, None)
    assert not kept("accessTokenLifetime", 0, None)


@pytest.mark.parametrize("name", sorted(DATE_MEMBERS - READ_ONLY_MEMBERS))
def test_dates_are_compared_by_whole_seconds(name: str) -> None:
    assert kept(name, "2027-01-31T10:00:00Z", "2027-01-31T10:00:00.123")
    assert not kept(name, "2027-01-31T10:00:00", "2027-01-31T10:00:01")
    assert not kept(name, "2027-01-31T10:00:00", "soon")
    assert kept(name, "soon", "soon")
    assert not kept(name, "2027-01-31T10:00:00", 1798707600000)


def test_other_texts_are_not_read_as_dates() -> None:
    one, other = "2027-01-31T10:00:00Z", "2027-01-31T10:00:00"
    assert not kept("description", one, other)
    assert not kept("attributes", {"expirationDate": one}, {"expirationDate": other})


@pytest.mark.parametrize("name", sorted(UNORDERED | REORDERED_ON_POST))
def test_a_new_entry_loses_the_order_of_its_lists(name: str) -> None:
    assert kept(name, ["b", "a", "a"], ["a", "b"], created=True)
    assert not kept(name, ["a", "b"], ["a"], created=True)
    assert kept(name, ["b", "a"], ["a", "b"], created=False) is (name in UNORDERED)


@pytest.mark.parametrize(
    "name", sorted({"clientSecret", "registrationAccessToken", "customObjectClasses", "dn", "ttl"})
)
def test_what_the_server_makes_is_not_compared(name: str) -> None:
    assert compare_answer({name: "asked"}, {name: "made"}, created=True) == []
    assert compare_answer({name: "asked"}, {}, created=True) == []
    assert compare_answer({"attributes": {name: "x"}}, {}, created=True) != []


def test_the_display_name_counts_where_it_is_no_alias() -> None:
    client: JsonObject = {"clientName": "new", "displayName": "old"}
    assert compare_answer(client, {"clientName": "new", "displayName": "new"}, False) == []
    assert compare_answer({"displayName": "a"}, {"displayName": "b"}, False) != []
    assert (
        compare_answer({"displayName": "a"}, {"clientName": "b", "displayName": "b"}, False) == []
    )
    assert compare_answer({"clientName": "a", "displayName": "a"}, {"displayName": "b"}, False) == [
        Change(("clientName",), "a", ABSENT)
    ]


def test_a_custom_attribute_with_an_empty_list_has_its_single_value() -> None:
    asked: list[Json] = [{"name": "grade", "values": [], "value": "7"}]
    assert kept("customAttributes", asked, [{"name": "grade", "values": ["7"]}])
    assert not kept("customAttributes", asked, [{"name": "grade", "values": ["8"]}])


def test_claims_inside_another_object_are_compared_by_their_names_too() -> None:
    """Only at the top are they references, which come back as DNs."""
    asked: JsonObject = {"attributes": {"scopes": ["openid"]}}
    answered: JsonObject = {"attributes": {"scopes": [OPENID]}}
    assert compare_answer(asked, answered, False, {OPENID: "openid"}) == [
        Change(("attributes", "scopes"), ["openid"], [OPENID])
    ]


@pytest.mark.parametrize(
    ("asked", "answered", "same"),
    [
        (["openid", "email"], [EMAIL, OPENID], True),
        ([OPENID, "email"], [OPENID, EMAIL], True),
        (["openid", "email"], [OPENID], False),
        (["openid"], [OPENID, EMAIL], False),
        ([OPENID, EMAIL], [OPENID, PROFILE], False),
        (["openid", EMAIL], [OPENID, PROFILE], False),
        (["openid"], ["email"], False),
        (["openid"], ["openid"], True),
        ([OPENID, OPENID], [OPENID], True),
        (["openid"], [], False),
    ],
)
@pytest.mark.parametrize("name", ["scopes", "claims"])
def test_ids_are_taken_for_as_many_unknown_dns(
    name: str, asked: list[Json], answered: list[Json], same: bool
) -> None:
    assert kept(name, asked, answered) is same


@pytest.mark.parametrize(
    ("asked", "answered", "same"),
    [
        (["openid", "email"], [EMAIL, OPENID], True),
        (["openid", EMAIL], [EMAIL, OPENID], True),
        (["openid", "profile"], [OPENID, EMAIL], False),
        (["openid", "later"], [OPENID, EMAIL], False),
        (["openid", "later"], [OPENID, PROFILE], True),
        (["openid", "email"], [OPENID, PROFILE], False),
    ],
)
def test_known_ids_are_compared_by_what_they_name(
    asked: list[Json], answered: list[Json], same: bool
) -> None:
    ids = {OPENID: "openid", EMAIL: "email"}
    changes = compare_answer({"scopes": asked}, {"scopes": answered}, False, scope_ids=ids)
    assert (changes == []) is same


def test_custom_attributes_may_grow() -> None:
    asked: list[Json] = [{"name": "x", "values": ["a", 5]}, {"name": "y", "value": "b"}]
    answered: list[Json] = [
        {"name": "displayName", "values": ["made"]},
        {"name": "y", "multiValued": False, "values": ["b"], "value": "b", "displayValue": "b"},
        {"name": "x", "multiValued": True, "values": ["a", 5], "value": "a"},
    ]
    assert kept("customAttributes", asked, answered)
    assert not kept("customAttributes", asked, answered[:2])
    assert not kept("customAttributes", [{"name": "x", "values": ["c"]}], answered)
    assert not kept("customAttributes", asked, "none")
    assert kept("customAttributes", [None, {"name": 5}, {"name": "z", "value": None}], answered)


@given(client_objects)
def test_an_entry_keeps_itself(entry: JsonObject) -> None:
    assert compare_answer(entry, copied(entry), created=False) == []
    assert compare_answer(entry, copied(entry), created=True) == []


@given(client_objects, client_objects)
def test_only_what_was_asked_for_is_told(asked: JsonObject, answered: JsonObject) -> None:
    for change in compare_answer(asked, answered, created=True):
        value: Json = asked
        for name in change.path:
            assert isinstance(value, dict)
            value = value[name]
        assert value is change.before


def test_what_was_cleared_and_came_back_is_told() -> None:
    """A server writes its default; False, -1 and what is empty are its ways to say "none"."""
    before: JsonObject = {
        "description": "words",
        "rptAsJwt": True,
        "clientSecret": "secret",
        "accessTokenLifetime": 300,
        "attributes": {"parLifetime": 90, "minimumAcrLevel": 3, "requirePkce": True},
    }
    answered: JsonObject = {
        "description": "",
        "rptAsJwt": False,
        "clientSecret": "secret",
        "accessTokenLifetime": 300,
        "attributes": {"parLifetime": 600, "minimumAcrLevel": -1},
    }
    assert came_back(difference(before, {"attributes": {}}), answered) == [
        Change(("accessTokenLifetime",), ABSENT, 300),
        Change(("attributes", "parLifetime"), ABSENT, 600),
    ]
