import pytest

from tests.data.hostile_texts import HOSTILE
from tui.forms.lookups import Lookups
from tui.models.document import Document
from tui.models.json import Json

OPENID = "inum=F0C4,ou=scopes,o=jans"


def scope(dn: str, name: Json, **members: Json) -> Document:
    return Document({"dn": dn, "id": name, **members})


def script(dn: str, name: str, kind: str) -> Document:
    return Document({"dn": dn, "name": name, "scriptType": kind, "description": "does it"})


@pytest.mark.parametrize("source", ["scopes", "claims", "scripts:par", "acrs"])
def test_nothing_is_known_before_it_is_read(source: str) -> None:
    lookups = Lookups()
    assert lookups.choices(source) is None
    assert lookups.find(source, "x") is None


def test_scopes_are_listed_by_name() -> None:
    lookups = Lookups(
        scopes=[
            scope("dn2", "profile", scopeType="openid"),
            scope("dn1", "Email", description="your address"),
            scope("dn3", 5),
        ]
    )
    found = lookups.choices("scopes") or []
    assert [(one.value, one.label, one.note) for one in found] == [
        ("dn3", "dn3", ""),
        ("dn1", "Email", "your address"),
        ("dn2", "profile", "openid"),
    ]


def test_a_scope_is_found_by_its_dn_and_by_its_id() -> None:
    lookups = Lookups(scopes=[scope(OPENID, "openid")])
    by_dn, by_id = lookups.find("scopes", OPENID), lookups.find("scopes", "openid")
    assert by_dn is not None
    assert by_dn == by_id
    assert by_dn.value == OPENID
    assert lookups.find("scopes", "inum=other") is None


def test_of_two_entries_with_one_name_the_first_is_meant() -> None:
    lookups = Lookups(scopes=[scope("dn1", "same"), scope("dn2", "same")])
    found = lookups.find("scopes", "same")
    assert found is not None
    assert found.value == "dn1"
    second = lookups.find("scopes", "dn2")
    assert second is not None
    assert second.value == "dn2"


def test_scripts_are_listed_by_type() -> None:
    lookups = Lookups(
        scripts=[script("dn1", "a", "par"), script("dn2", "b", "ropc"), script("dn3", "c", "x")]
    )
    assert [one.value for one in lookups.choices("scripts:par,x") or []] == ["dn1", "dn3"]


def test_a_script_of_another_type_is_named_but_not_offered() -> None:
    lookups = Lookups(scripts=[script("dn1", "a", "par"), script("dn2", "b", "ropc")])
    found = lookups.find("scripts:par", "dn2")
    assert found is not None
    assert (found.label, found.offered) == ("b", False)
    assert found.note == "a script of another type: ropc"


@pytest.mark.parametrize("listed", [None, "otp", {}])
def test_without_a_list_the_acrs_are_not_known(listed: Json) -> None:
    assert Lookups(metadata={"acr_values_supported": listed}).choices("acrs") is None


def test_acrs_come_from_the_metadata() -> None:
    lookups = Lookups(metadata={"acr_values_supported": ["otp", 5, "basic"]})
    assert [one.label for one in lookups.choices("acrs") or []] == ["otp", "basic"]


def test_what_is_read_later_is_seen() -> None:
    lookups = Lookups(scopes=[scope("dn1", "old")], metadata={"acr_values_supported": ["a"]})
    assert lookups.find("scopes", "dn1")
    assert lookups.find("acrs", "a")
    lookups.scopes = [scope("dn2", "new")]
    lookups.metadata = {"acr_values_supported": ["b"]}
    assert lookups.find("scopes", "dn1") is None
    assert lookups.find("scopes", "dn2")
    assert [one.value for one in lookups.choices("acrs") or []] == ["b"]


def test_hostile_names_are_listed() -> None:
    lookups = Lookups(scopes=[scope(text, text, description=text) for text in HOSTILE])
    assert len(lookups.choices("scopes") or []) == len(HOSTILE)
    assert all(lookups.find("scopes", text) for text in HOSTILE if text)
