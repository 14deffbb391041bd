"""Rows of a text by language: ``{"values": {"": "default", "fr": "…"}}``.

An item is ``{"tag": "fr", "text": …}``, with "" as the tag of the default.
"""

from __future__ import annotations

import re

from tui.forms.codecs import plain_text
from tui.models.json import Absent, Json

DEFAULT = "(default)"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def split(value: Json | Absent) -> list[Json] | None:
    """One item a language; None when the value is not of this shape."""
    if isinstance(value, Absent) or value is None or value == "":
        return []
    if not isinstance(value, dict):
        return None
    values = value.get("values", {})
    if not isinstance(values, dict):
        return [] if values is None else None
    return [{"tag": tag, "text": text} for tag, text in values.items()]


def join(value: Json | Absent, items: list[Json]) -> Json:
    """The value with these texts; its members beside ``values`` stay."""
    values: dict[str, Json] = {}
    for item in items:
        assert isinstance(item, dict)
        values[_tag(item)] = item["text"]
    beside = value if isinstance(value, dict) else {}
    if not values and not beside.keys() - {"values"}:
        return {}
    return {**beside, "values": values}


def show(item: Json) -> str:
    """``fr: text``, ``(default): text``."""
    assert isinstance(item, dict)
    return f"{_tag(item) or DEFAULT}: {plain_text(item['text'])}"


def odd(item: Json) -> str:
    """Whether what stands for the language is no text."""
    assert isinstance(item, dict)
    return "" if isinstance(item["text"], str) else "not a text"


def key(item: Json) -> str | None:
    """The language; there is one text for each."""
    assert isinstance(item, dict)
    return _tag(item).lower() or DEFAULT


def parse(text: str, replaced: Json) -> Json:
    """The item of ``fr: text``; the tag is one of BCP 47 (RFC 5646), by its syntax.

    Raises:
        ValueError: there is no tag or no text, with a sentence.
    """
    tag, colon, words = (part.strip() for part in text.partition(":"))
    if not colon or (tag.lower() in ("http", "https") and words.startswith("//")):
        raise ValueError(f"Begin with the language, fr: … or {DEFAULT}: …")
    if tag.lower() in (DEFAULT, "default"):
        tag = ""
    known = _tag(replaced) if isinstance(replaced, dict) else ""
    if tag and tag != known and not _TAG.fullmatch(tag):
        raise ValueError("That is no language tag: write fr, pt-BR or zh-Hant.")
    if not words:
        raise ValueError("Write the text behind the colon, or remove the row.")
    return {"tag": tag, "text": words}


def _tag(item: dict[str, Json]) -> str:
    tag = item["tag"]
    assert isinstance(tag, str)
    return tag
