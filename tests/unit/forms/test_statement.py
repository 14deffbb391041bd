"""From the form of a new software statement to the request."""

from datetime import UTC, datetime, timedelta

import pytest

from tui.forms.codecs import codec_of
from tui.forms.spec import Kind
from tui.forms.statement import FIELDS, FURTHER, body_of, ends, new_statement
from tui.models.json import Json
from tui.models.ssa import NewSsa, altered, organization

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
VALIDITY = codec_of(Kind.VALIDITY)


def test_every_member_of_a_request_has_a_field() -> None:
    assert {spec.path for spec in FIELDS} == {*NewSsa.model_fields, FURTHER}


def test_it_begins_with_sound_values() -> None:
    draft = new_statement()
    assert not draft.is_dirty
    assert body_of(draft.edited, NOW) == {
        "expiration": int((NOW + timedelta(days=30)).timestamp()),
        "one_time_use": True,
        "rotate_ssa": True,
    }


def test_what_was_typed_becomes_the_request() -> None:
    members: dict[str, Json] = {
        "org_id": "7",
        "software_id": "",
        "description": None,
        "software_roles": ["payment"],
        "grant_types": [],
        "expiration": "2027-01-31T10:00:00",
        "one_time_use": False,
        "lifetime": 3600,
        FURTHER: [
            {"name": "tier", "multiValued": False, "values": ["gold"]},
            {"name": "tags", "multiValued": True, "values": ["a"]},
            {"name": "seats", "values": [25]},
            {"name": "none", "values": []},
            "odd",
        ],
    }
    assert body_of(members, NOW) == {
        "org_id": 7,
        "software_roles": ["payment"],
        "expiration": int(datetime(2027, 1, 31, 10, tzinfo=UTC).timestamp()),
        "one_time_use": False,
        "lifetime": 3600,
        "tier": "gold",
        "tags": ["a"],
        "seats": 25,
    }


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("30d", 2592000, "30 d (2592000)"),
        ("720h", 2592000, "30 d (2592000)"),
        ("2592000", 2592000, "30 d (2592000)"),
        ("2027-01-31", "2027-01-31T00:00:00", "until 2027-01-31 00:00:00 UTC"),
        ("2027-01-31 10:00", "2027-01-31T10:00:00", "until 2027-01-31 10:00:00 UTC"),
    ],
)
def test_how_long_it_is_valid_is_typed_in_many_ways(typed: str, value: Json, shown: str) -> None:
    assert VALIDITY.parse(typed) == value
    assert VALIDITY.show(value) == shown
    assert VALIDITY.parse(VALIDITY.edit(value)) == value


@pytest.mark.parametrize("typed", ["soon", "2027-13-01", "30x", "1e9", "99999999999"])
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(ValueError, match=r"[Ww]rite"):
        VALIDITY.parse(typed)


@pytest.mark.parametrize("validity", [None, True, 1.5, []])
def test_what_is_neither_seconds_nor_a_date(validity: Json) -> None:
    with pytest.raises(ValueError, match="neither"):
        ends(validity, NOW)


def test_organizations_are_numbers_where_they_look_like_it() -> None:
    assert [organization(text) for text in ("7", "acme", "٧", "1" * 19, "-1")] == [
        *(7, "acme", "٧", "1" * 19, "-1")
    ]


def test_what_the_server_made_otherwise() -> None:
    asked: dict[str, Json] = {
        "org_id": 7,
        "expiration": 100,
        "one_time_use": True,
        "tier": "gold",
        "software_roles": [],
    }
    said: dict[str, Json] = {"org_id": "7", "exp": 100, "one_time_use": True, "tier": "gold"}
    assert list(altered(asked, said)) == []
    assert list(altered(asked, {**said, "exp": 99, "one_time_use": 1, "tier": None})) == [
        *("expiration", "one_time_use", "tier")
    ]
