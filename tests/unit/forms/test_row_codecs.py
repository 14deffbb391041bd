import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.hostile_texts import HOSTILE
from tui.forms.row_codecs import RowCodec, row_codec_of
from tui.forms.spec import Kind
from tui.models.json import ABSENT, Json, same

TEXTS = row_codec_of(Kind.ROWS)
LOCALIZED = row_codec_of(Kind.LOCALIZED)
CUSTOM = row_codec_of(Kind.CUSTOM_ATTRIBUTES)
CODECS = [TEXTS, LOCALIZED, CUSTOM]

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
ANY_JSON: st.SearchStrategy[Json] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
LOCALIZED_VALUES: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {}, optional={"values": st.dictionaries(st.text(), ANY_JSON, max_size=3), "other": ANY_JSON}
)
CUSTOM_VALUES: st.SearchStrategy[Json] = st.lists(
    ANY_JSON
    | st.fixed_dictionaries(
        {"name": st.text()},
        optional={
            "values": ANY_JSON,
            "value": ANY_JSON,
            "multiValued": ANY_JSON,
            "displayValue": ANY_JSON,
            "other": ANY_JSON,
        },
    ),
    max_size=3,
)


def rows(codec: RowCodec, value: Json) -> list[str]:
    items = codec.split(value)
    assert items is not None
    return [codec.show(item) for item in items]


def changed(codec: RowCodec, value: Json, row: int, text: str) -> Json:
    """The value with one row typed anew."""
    items = codec.split(value)
    assert items is not None
    items[row] = codec.parse(text, items[row])
    return codec.join(value, items)


@pytest.mark.parametrize("codec", CODECS)
@given(value=ANY_JSON | LOCALIZED_VALUES | CUSTOM_VALUES)
def test_rows_that_nobody_changed_go_back_as_they_came(codec: RowCodec, value: Json) -> None:
    items = codec.split(value)
    if items:
        assert same(codec.join(value, items), value)


@pytest.mark.parametrize("codec", CODECS)
@given(value=ANY_JSON | LOCALIZED_VALUES | CUSTOM_VALUES)
def test_every_row_can_be_shown(codec: RowCodec, value: Json) -> None:
    for item in codec.split(value) or []:
        assert isinstance(codec.show(item), str)
        assert isinstance(codec.odd(item), str)
        codec.key(item)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("nothing", [ABSENT, None, ""])
def test_nothing_has_no_rows(codec: RowCodec, nothing: Json) -> None:
    assert codec.split(nothing) == []


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("odd", ["text", 5, True])
def test_another_shape_has_no_rows_of_its_own(codec: RowCodec, odd: Json) -> None:
    assert codec.split(odd) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_go_through_whole(text: str) -> None:
    assert rows(TEXTS, [text]) == [text]
    assert rows(LOCALIZED, {"values": {"": text}}) == [f"(default): {text}"]
    assert TEXTS.join([text], TEXTS.split([text]) or []) == [text]


# Texts


@given(st.text().map(str.strip).filter(bool))
def test_a_row_of_text_reads_back(text: str) -> None:
    assert TEXTS.parse(TEXTS.show(text), None) == text


def test_an_odd_item_stays_when_another_row_changes() -> None:
    value: Json = ["a", 5, {"x": 1}, None]
    assert rows(TEXTS, value) == ["a", "5", '{"x": 1}', "null"]
    assert [TEXTS.odd(item) for item in TEXTS.split(value) or []] == ["", *["not a text"] * 3]
    assert changed(TEXTS, value, 0, "b") == ["b", 5, {"x": 1}, None]


def test_a_blank_row_is_refused_and_one_that_is_there_is_marked() -> None:
    with pytest.raises(ValueError, match="remove the row"):
        TEXTS.parse("  ", None)
    assert TEXTS.odd("") == "empty"


# Texts by language


def test_texts_by_language() -> None:
    value: Json = {"values": {"": "Portal", "fr": "Portail"}}
    assert rows(LOCALIZED, value) == ["(default): Portal", "fr: Portail"]
    assert changed(LOCALIZED, value, 1, "fr: Le portail") == {
        "values": {"": "Portal", "fr": "Le portail"}
    }


@given(
    st.sampled_from(["", "fr", "pt-BR", "zh-Hant-TW", "x-private"]),
    st.text().map(str.strip).filter(bool),
)
def test_a_text_by_language_reads_back(tag: str, text: str) -> None:
    item: Json = {"tag": tag, "text": text}
    assert LOCALIZED.parse(LOCALIZED.show(item), None) == item


@pytest.mark.parametrize("typed", ["(default): x", ": x", "(DEFAULT) : x", "default: x"])
def test_the_default_has_several_spellings(typed: str) -> None:
    assert LOCALIZED.parse(typed, None) == {"tag": "", "text": "x"}


def test_members_beside_the_values_stay() -> None:
    value: Json = {"values": {"fr": "a"}, "other": [1]}
    assert changed(LOCALIZED, value, 0, "de: b") == {"values": {"de": "b"}, "other": [1]}
    assert LOCALIZED.join(value, []) == {"values": {}, "other": [1]}


def test_without_texts_nothing_is_left() -> None:
    assert LOCALIZED.join({"values": {"fr": "a"}}, []) == {}
    assert LOCALIZED.split({}) == []
    assert LOCALIZED.split({"values": None}) == []


def test_a_text_that_is_none_stays() -> None:
    value: Json = {"values": {"fr": 5, "de": "b"}}
    assert rows(LOCALIZED, value) == ["fr: 5", "de: b"]
    assert LOCALIZED.odd((LOCALIZED.split(value) or [])[0]) == "not a text"
    assert changed(LOCALIZED, value, 1, "de: c") == {"values": {"fr": 5, "de": "c"}}


def test_values_of_another_shape_are_one_whole() -> None:
    assert LOCALIZED.split({"values": ["fr"]}) is None


def test_an_odd_tag_may_stay_but_not_come() -> None:
    value: Json = {"values": {"pt_BR": "a"}}
    assert changed(LOCALIZED, value, 0, "pt_BR: b") == {"values": {"pt_BR": "b"}}
    with pytest.raises(ValueError, match="no language tag"):
        LOCALIZED.parse("pt_BR: b", None)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("Portail", "Begin with the language"),
        ("https://example.org/fr", "Begin with the language"),
        ("fr:", "Write the text behind the colon"),
        ("not a tag: x", "no language tag"),
    ],
)
def test_a_text_without_its_language_is_refused(typed: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        LOCALIZED.parse(typed, None)


def test_a_web_address_may_follow_the_language() -> None:
    assert LOCALIZED.parse("fr: https://example.org/fr", None) == {
        "tag": "fr",
        "text": "https://example.org/fr",
    }


def test_tags_are_the_same_in_any_case() -> None:
    assert LOCALIZED.key({"tag": "pt-BR", "text": ""}) == LOCALIZED.key(
        {"tag": "PT-br", "text": ""}
    )


# Custom attributes


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ({"name": "tier", "values": ["gold"]}, 'tier = "gold"'),
        ({"name": "seats", "values": [25]}, "seats = 25"),
        ({"name": "on", "values": [False]}, "on = false"),
        ({"name": "tags", "values": ["a", "b"]}, 'tags = ["a", "b"]'),
        ({"name": "tags", "multiValued": True, "values": ["a"]}, 'tags = ["a"]'),
        ({"name": "tier", "value": "gold"}, 'tier = "gold"'),
        ({"name": "tier", "values": [], "value": 5}, "tier = 5"),
        ({"name": "tier"}, "tier ="),
        ({"values": ["gold"]}, '{"values": ["gold"]}'),
        (5, "5"),
    ],
)
def test_attributes_are_shown_as_json(item: Any, shown: str) -> None:
    assert CUSTOM.show(item) == shown


@pytest.mark.parametrize(
    ("item", "odd"),
    [
        ({"name": "tier", "values": ["gold"]}, ""),
        ({"name": "tier"}, "no value"),
        ({"name": "", "values": [1]}, "not an attribute"),
        ({"name": 5, "values": [1]}, "not an attribute"),
        ("tier", "not an attribute"),
    ],
)
def test_odd_attributes_are_marked(item: Any, odd: str) -> None:
    assert CUSTOM.odd(item) == odd


@pytest.mark.parametrize(
    ("typed", "name", "values", "many"),
    [
        ('tier = "gold"', "tier", ["gold"], False),
        ("tier=gold", "tier", ["gold"], False),
        ("tier = very gold", "tier", ["very gold"], False),
        ("seats = 25", "seats", [25], False),
        ("ratio = 0.5", "ratio", [0.5], False),
        ("on = true", "on", [True], False),
        ("off = false", "off", [False], False),
        ("zero = 0", "zero", [0], False),
        ('tags = ["a", "b"]', "tags", ["a", "b"], True),
        ('deep = {"a": [1]}', "deep", [{"a": [1]}], False),
        ("sum = a=b", "sum", ["a=b"], False),
        ("odd = NaN", "odd", ["NaN"], False),
        ("big = " + "9" * 5000, "big", ["9" * 5000], False),
    ],
)
def test_attributes_are_typed_as_json_or_words(
    typed: str, name: str, values: list[Json], many: bool
) -> None:
    assert CUSTOM.parse(typed, None) == {"name": name, "multiValued": many, "values": values}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("tier", "Write name = value"),
        ("= gold", "Write name = value"),
        ("tier =", "Write the value behind"),
        ("tier = null", "Write the value behind"),
        ("tier = []", "Write the value behind"),
        ('tier = "gold', "no JSON"),
        ("tier = [1,", "no JSON"),
        ("tier = " + "[" * 100_000 + "]" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_attribute_is_refused(typed: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        CUSTOM.parse(typed, None)


@given(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text().filter(bool) | st.integers())
def test_an_attribute_reads_back(name: str, value: str | int) -> None:
    item: Json = {"name": name, "multiValued": False, "values": [value]}
    assert same(CUSTOM.parse(CUSTOM.show(item), None), item)


def test_other_members_of_an_attribute_stay() -> None:
    value: Json = [{"name": "tier", "values": ["gold"], "other": {"x": 1}}, {"odd": True}]
    assert changed(CUSTOM, value, 0, "tier = 5") == [
        {"name": "tier", "multiValued": False, "values": [5], "other": {"x": 1}},
        {"odd": True},
    ]


def test_members_that_repeat_the_value_follow_it() -> None:
    item: Json = {"name": "tier", "values": ["gold"], "value": "gold", "displayValue": "gold"}
    assert CUSTOM.parse('tier = ["a", "b"]', item) == {
        "name": "tier",
        "multiValued": True,
        "values": ["a", "b"],
        "value": ["a", "b"],
        "displayValue": '["a", "b"]',
    }


def test_the_same_value_typed_again_changes_nothing() -> None:
    item: Json = {"name": "tier", "value": "gold"}
    assert CUSTOM.parse("tier = gold", item) == item


def test_deeply_nested_attributes_are_shown() -> None:
    deep = json.loads("[" * 900 + "]" * 900)
    assert CUSTOM.show({"name": "deep", "values": [deep]}).startswith("deep = ")
