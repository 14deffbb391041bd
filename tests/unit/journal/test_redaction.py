import json

import pytest
from hypothesis import given

from tests.unit.journal.support import CLIENT, SECRET
from tests.unit.models.strategies import json_objects, nested
from tui.journal.redaction import noted, without_secrets
from tui.models.json import Json, JsonObject, copied, same


def test_secrets_are_left_out_however_deep() -> None:
    kept, names = without_secrets(CLIENT)
    assert SECRET not in json.dumps(kept)
    assert names == {"clientSecret", "registrationAccessToken", "client_secret"}
    assert kept["attributes"] == {"requirePkce": True, "newer": {"kept": 1}}
    assert kept["unknown"] == [{}, 7]


def test_the_original_stays_as_it_was() -> None:
    before = copied(CLIENT)
    without_secrets(CLIENT)
    assert same(CLIENT, before)


def test_an_empty_secret_was_none() -> None:
    raw: JsonObject = {"clientSecret": "", "client_secret": None}
    assert without_secrets(raw) == ({}, set())


@given(json_objects)
def test_all_else_stays(raw: JsonObject) -> None:
    kept, names = without_secrets(raw)
    assert names == set()
    assert same(kept, raw)


def test_nesting_costs_no_stack() -> None:
    without_secrets(nested(20_000))


@pytest.mark.parametrize(
    "path",
    ["/clientSecret", "/registrationAccessToken", "/attributes/client_secret", "/clientSecret/0"],
)
@pytest.mark.parametrize("value", [SECRET, [SECRET], {"x": SECRET}, None])
def test_an_operation_on_a_secret_is_noted_without_its_value(path: str, value: Json) -> None:
    assert noted([{"op": "add", "path": path, "value": value}]) == [
        {"op": "add", "path": path, "secret": True}
    ]


def test_an_operation_that_brings_a_secret_along_is_noted_without_it() -> None:
    value: JsonObject = {"newer": {"clientSecret": SECRET, "kept": 1}}
    [operation] = noted([{"op": "add", "path": "/attributes", "value": value}])
    assert operation == {"op": "add", "path": "/attributes", "value": {"newer": {"kept": 1}}}


def test_other_operations_are_noted_as_they_are() -> None:
    operations: list[dict[str, object]] = [
        {"op": "add", "path": "/clientName", "value": "x"},
        {"op": "remove", "path": "/a~1b"},
    ]
    assert noted(operations) == operations
