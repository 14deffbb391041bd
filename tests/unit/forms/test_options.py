import pytest

from tui.forms.draft import Draft
from tui.forms.options import options, supported
from tui.forms.spec import Kind
from tui.forms.table import SPECS
from tui.models.json import JsonObject

CHOOSING = [spec for spec in SPECS.values() if spec.kind in (Kind.CHOICE, Kind.CHECKLIST)]


@pytest.mark.parametrize("spec", CHOOSING, ids=lambda spec: spec.path)
def test_every_choice_of_the_table_offers_something(spec: object) -> None:
    source = getattr(spec, "options", "")
    offered = options(source, {}, [])
    assert offered
    assert all(option.offered and option.label for option in offered)


def test_what_the_server_lists_is_offered_and_nothing_else() -> None:
    metadata: JsonObject = {"id_token_signing_alg_values_supported": ["ES256", "none", "XX1"]}
    assert supported("id_token_signing_alg_values_supported", metadata) == ("ES256", "none", "XX1")


@pytest.mark.parametrize("odd", [None, "RS256", 5, {}, [], [1, None]])
def test_an_odd_list_of_the_server_falls_back(odd: object) -> None:
    metadata: JsonObject = {"grant_types_supported": odd}  # type: ignore[dict-item]
    assert "authorization_code" in supported("grant_types", metadata)


def test_what_is_listed_twice_is_offered_once() -> None:
    metadata: JsonObject = {"grant_types_supported": ["password", "implicit", "password"]}
    assert supported("grant_types", metadata) == ("implicit", "password")


def test_no_authentication_is_always_offered_and_comes_last() -> None:
    listed: JsonObject = {
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"]
    }
    offered = options("token_endpoint_auth_methods", listed, [])
    assert [option.value for option in offered] == [
        "client_secret_basic",
        "client_secret_post",
        "none",
    ]
    assert "public client" in offered[-1].note


def test_what_is_chosen_though_not_offered_stays_and_is_marked() -> None:
    found = options("grant_types", {"grant_types_supported": ["implicit"]}, ["x", "implicit", "x"])
    assert [(option.value, option.offered) for option in found] == [
        ("implicit", True),
        ("x", False),
    ]
    assert found[1].note == "not offered by this server"


def test_the_algorithm_none_is_not_the_grant_none() -> None:
    (option,) = options(
        "id_token_signing_alg_values_supported",
        {"id_token_signing_alg_values_supported": ["none"]},
        [],
    )
    assert option.label == "none"
    assert option.note == ""


@pytest.mark.parametrize("spec", CHOOSING, ids=lambda spec: spec.path)
def test_choosing_what_was_there_is_no_change(spec: object) -> None:
    """Values are plain strings: an enum member is another JSON value to the comparison."""
    for option in options(getattr(spec, "options", ""), {}, []):
        assert type(option.value) is str
        draft = Draft({"member": str(option.value)})
        draft.set("member", option.value)
        assert not draft.is_dirty
