import pytest

from tests.data.hostile_texts import HOSTILE
from tui.forms.options import Option
from tui.forms.picking import NOTHING, Picker, Role

SCOPES = [
    Option("dn1", "openid", "OpenID · sign people in"),
    Option("dn2", "profile", "their name"),
    Option("dn3", "open_banking", "accounts of people"),
    Option("dn4", "email", "their address, see OpenID Connect"),
]


def labels(picker: Picker, text: str = "") -> list[str]:
    return [row.option.label for row in picker.rows(text)]


def test_of_many_the_chosen_come_first() -> None:
    picker = Picker(SCOPES, ["dn4", "dn2"], many=True)
    assert labels(picker) == ["email", "profile", "openid", "open_banking"]


def test_of_one_the_order_stays() -> None:
    picker = Picker(SCOPES, ["dn4"], many=False)
    assert labels(picker) == ["openid", "profile", "open_banking", "email"]


@pytest.mark.parametrize("many", [True, False])
def test_what_is_chosen_but_not_listed_is_kept(many: bool) -> None:
    picker = Picker(SCOPES, ["strange"], many=many)
    row = picker.rows()[0]
    assert (row.option.value, row.option.offered) == ("strange", False)
    assert picker.is_chosen(row)
    assert picker.total == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("open", ["openid", "open_banking", "email"]),
        ("people", ["openid", "open_banking"]),
        ("people accounts", ["open_banking"]),
        ("OPENID their", ["email"]),
        ("dn2", ["profile"]),
        ("  ", ["openid", "profile", "open_banking", "email"]),
        ("nothing", []),
    ],
)
def test_all_words_must_be_found_somewhere(text: str, found: list[str]) -> None:
    assert labels(Picker(SCOPES, [], many=True), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("f0c4", 1), ("inum=F0C4", 1), ("inum=F0C4,ou=scopes,o=jans", 1), ("inum=", 2), ("jans", 0)],
)
def test_what_all_dns_share_finds_nothing(text: str, found: int) -> None:
    options = [
        Option("inum=F0C4,ou=scopes,o=jans", "openid"),
        Option("inum=43F1,ou=scopes,o=jans", "profile"),
    ]
    assert len(Picker(options, [], many=True).rows(text)) == found


def test_names_come_before_notes() -> None:
    assert labels(Picker(SCOPES, [], many=False), "e") == [
        "email",
        "openid",
        "profile",
        "open_banking",
    ]


def test_marks_are_set_and_taken_away() -> None:
    picker = Picker(SCOPES, ["dn1"], many=True)
    first, second = picker.rows()[:2]
    picker.toggle(second)
    assert picker.chosen == ["dn1", "dn2"]
    assert picker.is_changed
    picker.toggle(first)
    assert picker.chosen == ["dn2"]
    picker.toggle(first)
    picker.toggle(second)
    assert picker.chosen == ["dn1"]
    assert not picker.is_changed


def test_of_one_the_last_is_chosen() -> None:
    picker = Picker(SCOPES, ["dn1"], many=False)
    picker.toggle(picker.rows("profile")[0])
    assert picker.chosen == ["dn2"]


def test_none_can_be_chosen_where_that_is_allowed() -> None:
    picker = Picker(SCOPES, ["dn1"], many=False, allow_none=True)
    assert picker.rows()[0] is NOTHING
    assert NOTHING not in picker.rows("none")
    assert not picker.is_chosen(NOTHING)
    picker.toggle(NOTHING)
    assert picker.chosen == []
    assert picker.is_chosen(NOTHING)
    assert Picker(SCOPES, [], many=True, allow_none=True).rows()[0].role is Role.OPTION


def test_what_is_typed_can_be_chosen_where_that_is_allowed() -> None:
    picker = Picker(SCOPES, [], many=True, allow_new=True)
    row = picker.rows(" urn:acr:x ")[-1]
    assert (row.role, row.option.value) == (Role.NEW, "urn:acr:x")
    picker.toggle(row)
    assert picker.chosen == ["urn:acr:x"]
    assert [one.role for one in picker.rows("urn:acr:x")] == [Role.OPTION]
    assert Picker(SCOPES, [], many=True).rows("urn:acr:x") == []


@pytest.mark.parametrize("typed", ["openid", "dn1"])
def test_what_is_listed_is_not_new(typed: str) -> None:
    rows = Picker(SCOPES, [], many=True, allow_new=True).rows(typed)
    assert [row.role for row in rows if row.option.value == "dn1"] == [Role.OPTION]
    assert Role.NEW not in [row.role for row in rows]


def test_hostile_options_can_be_found_and_chosen() -> None:
    options = [Option(f"{place}{text}", text, text) for place, text in enumerate(HOSTILE)]
    picker = Picker(options, HOSTILE[:3], many=True)
    for text in HOSTILE:
        picker.rows(text)
    for row in picker.rows():
        picker.toggle(row)
    assert len(picker.chosen) == len(HOSTILE)
