import pytest

from tests.data.hostile_texts import HOSTILE
from tui.cli.yaml_text import yaml_text
from tui.models.json import Json


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        ({}, "{}"),
        ([], "[]"),
        ("plain text", "plain text"),
        ("no", '"no"'),
        ("1800.a", '"1800.a"'),
        ("a: b", '"a: b"'),
        ("- a", '"- a"'),
        ("", '""'),
        ({"a": [1, True, {"b": None, "c": []}]}, "a:\n  - 1\n  - true\n  - b: null\n    c: []"),
        ([["x"], []], "- - x\n- []"),
    ],
)
def test_yaml(value: Json, text: str) -> None:
    assert yaml_text(value) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_on_its_line(text: str) -> None:
    shown = yaml_text({"name": text})
    assert shown.startswith("name: ")
    assert shown.isprintable()


def test_endless_nesting_ends() -> None:
    value: Json = []
    for _ in range(100_000):
        value = [value]
    assert len(yaml_text(value)) < 100_000
