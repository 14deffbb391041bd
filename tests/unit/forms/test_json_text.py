"""A client as text, and back."""

import json

import pytest
from hypothesis import assume, given

from tests.data.hostile_texts import HOSTILE
from tests.unit.models.strategies import json_objects, nested
from tui.forms.json_text import UNCHANGED, TextError, from_text, to_text
from tui.models.json import Json, JsonObject, copied, same
from tui.models.members import READ_ONLY_MEMBERS

CLIENT: JsonObject = {
    "dn": "inum=1234,ou=clients,o=jans",
    "inum": "1234",
    "clientName": "Acme",
    "clientSecret": "the-secret",
    "scopes": ["a", "b"],
    "attributes": {"requirePkce": True, "nested": {"client_secret": "the-deep-secret"}},
}


def changed(**members: Json) -> JsonObject:
    """What comes back when ``members`` were changed in the text; None: taken out."""
    whole = json.loads(to_text(CLIENT))
    for name, value in members.items():
        whole[name] = value
        if value is None:
            del whole[name]
    return from_text(json.dumps(whole, indent=4), CLIENT)


def test_the_text_has_no_secret_and_comes_back_with_all_of_them() -> None:
    text = to_text(CLIENT)
    assert "the-secret" not in text
    assert "the-deep-secret" not in text
    assert text.count(UNCHANGED) == 2
    assert text.endswith("}\n")
    assert from_text(text, CLIENT) == CLIENT


@given(json_objects)
def test_any_client_comes_back_as_it_was(client: JsonObject) -> None:
    text = to_text(client)
    assume("NaN" not in text and "Infinity" not in text)
    assert same(from_text(text, client), client)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_the_text_steers_a_terminal(text: str) -> None:
    client: JsonObject = {"clientName": text, text: 1}
    written = to_text(client)
    assert all(line.isprintable() for line in written.split("\n"))
    assert from_text(written, client) == client
    assert written.encode()


def test_members_are_changed_added_and_removed() -> None:
    after = changed(clientName="New", scopes=None, brandNew={"x": [1]})
    assert after["clientName"] == "New"
    assert "scopes" not in after
    assert after["brandNew"] == {"x": [1]}
    assert after["clientSecret"] == "the-secret"


def test_a_name_that_was_replaced_wherever_it_stands() -> None:
    client = {**CLIENT, "displayName": "Acme"}
    after = from_text(to_text(client).replace("Acme", "New"), client)
    assert (after["clientName"], after["displayName"]) == ("New", "Acme")
    with pytest.raises(TextError, match="The server makes displayName"):
        from_text(to_text(client).replace('"displayName": "Acme"', '"displayName": "New"'), client)


def test_a_new_secret_takes_the_place_of_the_old() -> None:
    assert changed(clientSecret="a-new-one")["clientSecret"] == "a-new-one"


def test_a_secret_for_a_client_that_had_none() -> None:
    assert from_text('{"clientSecret": "new"}', {}) == {"clientSecret": "new"}
    assert from_text('{"clientSecret": ""}', {}) == {"clientSecret": ""}


@pytest.mark.parametrize("value", [None, ""])
def test_a_secret_is_not_taken_away(value: Json) -> None:
    with pytest.raises(TextError, match="Replace clientSecret or leave it"):
        changed(clientSecret=value)


def test_a_secret_that_is_no_text() -> None:
    with pytest.raises(TextError, match="Write clientSecret as a text"):
        changed(clientSecret=5)


@pytest.mark.parametrize("name", sorted(READ_ONLY_MEMBERS | {"inum"}))
def test_what_the_server_makes_cannot_be_changed(name: str) -> None:
    with pytest.raises(TextError, match=f"The server makes {name}: "):
        changed(**{name: "mine"})


def test_what_is_refused_is_listed() -> None:
    with pytest.raises(TextError, match="The server makes dn, inum and ttl: leave that"):
        changed(dn=None, inum="other", ttl=5, clientName="New")


def test_an_id_cannot_be_chosen_for_a_new_client_either() -> None:
    with pytest.raises(TextError, match="inum"):
        from_text('{"inum": "mine"}', {"clientName": "x"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "The text is empty."),
        (" \n\t", "The text is empty."),
        ('{\n "a": 1,\n}', "line 3, column 1"),
        ('{"a": 1 "b": 2}', "line 1, column 9"),
        ("{'a': 1}", "line 1, column 2"),
        ('{"a": 1} more', "line 1, column 10"),
        ('{"a": "\n"}', "line 1, column 8"),
        ("[1]", "not a JSON object"),
        ("null", "not a JSON object"),
        ('{"a": 1, "a": 2}', '"a" twice'),
        ('{"x": {"b": 1, "b": 1}}', '"b" twice'),
        ('{"a": NaN}', "NaN is no JSON value"),
        ('{"a": -Infinity}', "-Infinity is no JSON value"),
        ('{"a": ' + "9" * 5000 + "}", "too many digits"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
        ('{\n"a": "\udcff"}', "not UTF-8: line 2"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(TextError) as caught:
        from_text(text, CLIENT)
    assert problem in str(caught.value)
    assert str(caught.value).endswith(".")


def test_deep_nesting_is_written_and_said_to_be_too_deep() -> None:
    text = to_text({"deep": nested(50_000)})
    with pytest.raises(TextError, match="nested too deeply"):
        from_text(text, {})


def test_the_client_stays_as_it_is() -> None:
    before = copied(CLIENT)
    changed(clientName="New", attributes={"requirePkce": False})
    assert before == CLIENT
