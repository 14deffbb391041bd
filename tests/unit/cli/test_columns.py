"""Entries as CSV."""

import csv
import io

import pytest

from tests.data.hostile_texts import HOSTILE
from tui.cli.columns import csv_text
from tui.models.json import Json


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK('https://evil.example')", "'=HYPERLINK('https://evil.example')"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (-1, "-1"),
        (True, "true"),
        (None, ""),
        (["a", "b"], "a b"),
        (["=a"], "'=a"),
        ("Acme = best", "Acme = best"),
    ],
)
def test_no_cell_is_a_formula(value: Json, cell: str) -> None:
    text = csv_text([{"name": value}], ["name"])
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["name"], [cell]]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back(text: str) -> None:
    shown = csv_text([{"name": text, "after": "x"}], ["name", "after"])
    ((name, after),) = list(csv.reader(io.StringIO(shown, newline="")))[1:]
    assert (name.removeprefix("'") if name != text else name, after) == (text, "x")
