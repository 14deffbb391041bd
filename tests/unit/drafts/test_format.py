"""Files that are no drafts."""

import json
from typing import Any

import pytest

from tests.unit.drafts.cases import edited, stored
from tui.drafts.format import from_bytes, to_bytes
from tui.models.json import Json

GOOD = to_bytes(stored(edited(clientName="New")))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"format": 1}',
        b"[" * 100_000,
        *(GOOD[:length] for length in range(1, len(GOOD), 37)),
    ],
)
def test_torn_and_foreign_files_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whatever the reason)
        from_bytes(data)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", 2),
        ("profile", None),
        ("inum", 5),
        ("name", ["x"]),
        ("time", "yesterday"),
        ("time", "2026-06-15T12:00:00"),
        ("original", "x"),
        ("start", None),
        ("edited", []),
        ("rejected", {"clientName": "text"}),
        ("rejected", {"clientName": {"text": 1, "problem": ""}}),
    ],
)
def test_each_member_must_be_what_it_is(name: str, value: Json) -> None:
    whole: dict[str, Any] = json.loads(GOOD)
    whole[name] = value
    with pytest.raises(ValueError):  # noqa: PT011 (whatever the reason)
        from_bytes(json.dumps(whole).encode())


def test_hostile_names_and_values_are_kept() -> None:
    name = "\x1b[31m\ud800\u202e[/b]" + "x" * 10_000
    back = from_bytes(to_bytes(stored(edited(clientName=name))))
    assert back.name == name
    assert back.draft.edited["clientName"] == name


def test_too_deep_nesting_is_an_error_that_can_be_said() -> None:
    deep: Json = 1
    for _ in range(100_000):
        deep = [deep]
    draft = edited(clientName="New")
    draft.edited["deep"] = deep
    with pytest.raises(ValueError, match="nested too deeply"):
        to_bytes(stored(draft))
