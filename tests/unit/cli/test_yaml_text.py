import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

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


def loaded(text: str) -> object:
    """What another program reads; by the fast reader where there is one."""
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


TEXTS = st.text() | st.sampled_from(
    ["1e3", "0x1f", "1_000", "12:30:45", "2026-01-02", "~", "=", "<<", "y", "No", "NULL", ".nan"]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)


@given(
    st.recursive(SCALARS, lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXTS, below))
)
def test_others_read_what_was_meant(value: Json) -> None:
    assert loaded(yaml_text(value)) == value


WHOLE = [text for text in HOSTILE if text == text.encode(errors="replace").decode()]
"""Without halves of surrogate pairs, which no YAML can hold."""


@pytest.mark.parametrize("text", WHOLE)
def test_hostile_texts_as_values_and_as_names(text: str) -> None:
    value: Json = {text: {text: [text]}}
    assert loaded(yaml_text(value)) == value


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
