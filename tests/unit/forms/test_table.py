"""The field table against the members of a client, as written down in the test data."""

import csv
from collections import Counter

import pytest

from tests.shell import ROOT
from tui.forms.spec import FieldSpec, Kind, Tab
from tui.forms.table import FIELDS, SPECS, TAB_OF
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.registration_names import registration_names


def members() -> set[str]:
    """The dotted wire paths of the test data."""
    with (ROOT / "tests" / "data" / "client_members.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["member"] if row["object"] == "client" else f"attributes.{row['member']}"
        for row in rows
    }


ALL = [spec for specs in FIELDS.values() for spec in specs]


def test_every_member_stands_in_the_form_once() -> None:
    paths = Counter(spec.path for spec in ALL)
    assert set(paths) == members() - {"attributes"}
    assert set(paths.values()) == {1}


def test_every_tab_has_fields() -> None:
    assert list(FIELDS) == list(Tab)
    assert all(FIELDS.values())


def test_what_only_the_server_writes_is_read_only_and_the_rest_is_not() -> None:
    shown_only = {spec.path for spec in ALL if spec.kind is Kind.READ_ONLY}
    assert shown_only >= READ_ONLY_MEMBERS
    assert shown_only - READ_ONLY_MEMBERS == {
        "clientIdIssuedAt",
        "customObjectClasses",
        "inum",
        "registrationAccessToken",
    }


@pytest.mark.parametrize("spec", ALL, ids=lambda spec: spec.path)
def test_a_field_says_what_it_is(spec: FieldSpec) -> None:
    assert SPECS[spec.path] is spec
    assert spec in FIELDS[TAB_OF[spec.path]]
    assert spec.label[:1].isupper() or spec.label.startswith("RPT")
    assert spec.help.endswith((".", "$", "].", "policy", "terms", ".png", "/fr"))
    assert len(spec.label) <= 36
    choosing = {Kind.CHOICE, Kind.CHECKLIST, Kind.PICK}
    assert bool(spec.options) == (spec.kind in choosing)


def test_no_two_fields_of_a_tab_have_the_same_label() -> None:
    for specs in FIELDS.values():
        assert len({spec.label for spec in specs}) == len(specs)


def test_every_registration_name_leads_to_a_field() -> None:
    assert set(registration_names()) <= set(SPECS)
