from datetime import datetime
from typing import Any

import pytest

from tests.unit.models.table import ROWS, Row
from tui.models import enums
from tui.models.base import WireModel
from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes
from tui.models.custom_attribute import CustomAttribute
from tui.models.json import Json, JsonObject
from tui.models.localized import LocalizedString
from tui.models.members import DATE_MEMBERS, READ_ONLY_MEMBERS
from tui.models.overlay import lay_over
from tui.models.registration_names import registration_names
from tui.models.secrets import SECRET_MEMBERS

MODELS: dict[str, type[WireModel]] = {"client": Client, "attributes": ClientAttributes}

SAMPLES: dict[str, tuple[Json, Any]] = {
    "string": ("x", "x"),
    "strings": (["x", "y"], ["x", "y"]),
    "boolean": (False, False),
    "int32": (-1, -1),
    "date": ("2027-01-31T10:00:05", datetime(2027, 1, 31, 10, 0, 5)),  # noqa: DTZ001
    "localized": ({"values": {"": "x"}}, LocalizedString(values={"": "x"})),
    "custom-attributes": (
        [{"name": "x", "values": [1]}],
        [CustomAttribute(name="x", values=[1])],
    ),
    "attributes": ({"requirePkce": True}, ClientAttributes(require_pkce=True)),
    "grant-types": (["implicit"], [enums.GrantType.IMPLICIT]),
    "response-types": (["id_token"], [enums.ResponseType.ID_TOKEN]),
    "auth-methods": (["none"], [enums.AuthMethod.NONE]),
    "auth-method": ("private_key_jwt", enums.AuthMethod.PRIVATE_KEY_JWT),
    "application-type": ("native", enums.ApplicationType.NATIVE),
    "subject-type": ("pairwise", enums.SubjectType.PAIRWISE),
    "delivery-mode": ("ping", enums.TokenDeliveryMode.PING),
    "signing": ("ES256", enums.SigningAlg.ES256),
    "key-encryption": ("RSA-OAEP", enums.KeyEncryptionAlg.RSA_OAEP),
    "content-encryption": ("A128CBC+HS256", enums.ContentEncryption.A128CBC_HS256_JANS),
}


def rows(part: str) -> list[Row]:
    return [row for row in ROWS if row.part == part]


def whole(part: str) -> JsonObject:
    """An object that has every member."""
    members: JsonObject = {}
    for row in rows(part):
        members[row.member] = SAMPLES[row.type][0]
    return members


def field_of(row: Row) -> str:
    (name,) = [
        name for name, field in MODELS[row.part].model_fields.items() if field.alias == row.member
    ]
    return name


@pytest.mark.parametrize(("part", "count"), [("client", 79), ("attributes", 47)])
def test_the_model_has_the_members_of_the_table_and_no_others(part: str, count: int) -> None:
    known = [field.alias for field in MODELS[part].model_fields.values()]
    assert len(known) == count
    assert sorted(row.member for row in rows(part)) == sorted(map(str, known))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.member)
def test_a_member_is_read_with_its_type(row: Row) -> None:
    wire, expected = SAMPLES[row.type]
    overlay = lay_over(MODELS[row.part], {row.member: wire})
    value = getattr(overlay.model, field_of(row))
    assert value == expected
    assert type(value) is type(expected)
    if isinstance(expected, list):
        assert type(value[0]) is type(expected[0])
    assert overlay.oddities == ()
    assert overlay.model.model_extra == {}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.member)
def test_a_member_of_another_type_is_an_oddity(row: Row) -> None:
    other: Json = "" if row.type in ("boolean", "int32") else True
    wrongs: list[Json] = [{"x": 1}, 1.5, [[None]], other]
    for wrong in wrongs:
        if row.type in ("attributes", "localized") and isinstance(wrong, dict):
            continue
        raw: JsonObject = {row.member: wrong}
        overlay = lay_over(MODELS[row.part], raw)
        assert overlay.oddities, wrong
        assert getattr(overlay.model, field_of(row)) in (None, [])


def test_the_model_writes_what_it_has_read() -> None:
    wire = whole("client")
    wire["attributes"] = whole("attributes")
    client = lay_over(Client, wire).model
    assert client.model_dump(mode="json", by_alias=True, exclude_none=True) == wire


def test_registration_names_are_those_of_the_table() -> None:
    prefix = {"client": "", "attributes": "attributes."}
    expected = {prefix[row.part] + row.member: row.registration for row in ROWS if row.registration}
    assert registration_names() == expected
    assert len(set(expected.values())) == len(expected)


def test_the_lists_of_special_members_name_real_ones() -> None:
    types = {row.member: row.type for row in rows("client")}
    assert types.keys() >= READ_ONLY_MEMBERS
    assert {name for name, type_ in types.items() if type_ == "date"} == DATE_MEMBERS - {
        "creationDate"
    }
    in_use = types.keys() | {row.registration for row in ROWS}
    assert in_use >= SECRET_MEMBERS
