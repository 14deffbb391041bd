"""Rows of custom attributes, each shown as ``name = JSON``.

On the wire an attribute is ``{"name", "multiValued", "values", "value", "displayValue"}``;
``value`` and ``displayValue`` repeat what ``values`` holds, and the server takes either.
"""

from __future__ import annotations

import json
from typing import NoReturn

from tui.forms.codecs import json_text, plain_text
from tui.models.json import Json, JsonObject, same


def show(item: Json) -> str:
    """``seats = 25``, ``tags = ["a", "b"]``; what is no attribute as JSON."""
    if odd(item) == _NO_ATTRIBUTE or not isinstance(item, dict):
        return json_text(item)
    return f"{item['name']} = {json_text(_value(item)) if _has_value(item) else ''}".rstrip()


_NO_ATTRIBUTE = "not an attribute"


def odd(item: Json) -> str:
    """Whether it has no name or no value."""
    if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"]:
        return _NO_ATTRIBUTE
    return "" if _has_value(item) else "no value"


def key(item: Json) -> str | None:
    """The name; there is one attribute of each."""
    name = item.get("name") if isinstance(item, dict) else None
    return name if isinstance(name, str) else None


def parse(text: str, replaced: Json) -> Json:
    """The attribute of ``name = JSON``; a word without quotes counts as a text.

    Members of the replaced attribute stay as they are, but for those that hold the value.

    Raises:
        ValueError: there is no name or no value, with a sentence.
    """
    name, equals, words = (part.strip() for part in text.partition("="))
    if not equals or not name:
        raise ValueError('Write name = value, such as tier = "gold".')
    value = _parse_value(words)
    if value is None or value in ("", [], {}):
        raise ValueError("Write the value behind the equals sign, or remove the row.")
    item: JsonObject = dict(replaced) if isinstance(replaced, dict) else {}
    if name == item.get("name") and _has_value(item) and same(_value(item), value):
        return item
    item |= {
        "name": name,
        "multiValued": isinstance(value, list),
        "values": value if isinstance(value, list) else [value],
    }
    if "value" in item:
        item["value"] = value
    if "displayValue" in item:
        item["displayValue"] = plain_text(value)
    return item


def _parse_value(words: str) -> Json:
    try:
        parsed: Json = json.loads(words, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("The value is nested too deeply.") from None
    except ValueError:
        if words[:1] in ('"', "[", "{"):
            raise ValueError("The value is no JSON: check its quotes and brackets.") from None
        return words
    return parsed


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity are not JSON, though Python reads them."""
    raise ValueError(constant)


def _value(item: JsonObject) -> Json:
    values = item.get("values")
    if not isinstance(values, list) or not values:
        return item.get("value")
    return values if item.get("multiValued") is True or len(values) > 1 else values[0]


def _has_value(item: JsonObject) -> bool:
    return _value(item) is not None
