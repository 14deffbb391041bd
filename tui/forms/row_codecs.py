"""Between a member that holds many values and the rows that a person sees and types.

A member is split into items, one a row; changing a row replaces its item and no other, and
``join`` puts the items back. What is not as it should be is shown, and kept as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.forms import custom_rows, localized_rows
from tui.forms.codecs import plain_text
from tui.forms.spec import Kind
from tui.models.json import Absent, Json


@dataclass(frozen=True, slots=True)
class RowCodec:
    """How one kind of list is shown, typed and read back.

    Attributes:
        split: the items of the member's value; None when it is of another shape, so that
            it can only be taken away as a whole.
        join: the member's value with these items; everything else in it stays.
        show: an item as a line of text; editing starts from it.
        odd: why an item is not as it should be, a few words; "" when it is.
        parse: the item of a text. The second argument is the item that it replaces, or
            None. Raises ``ValueError`` with a sentence.
        key: what no two rows may have in common, in words; None for odd items.
        wanted: what the member should be, for a value of another shape.
        hint: an example, shown while there is no text.
        ordered: whether the order of the rows can be changed.
    """

    split: Callable[[Json | Absent], list[Json] | None]
    join: Callable[[Json | Absent, list[Json]], Json]
    show: Callable[[Json], str]
    odd: Callable[[Json], str]
    parse: Callable[[str, Json], Json]
    key: Callable[[Json], str | None]
    wanted: str
    hint: str = ""
    ordered: bool = True


def split_list(value: Json | Absent) -> list[Json] | None:
    """The items of a list; [] for nothing; None for what is no list."""
    if isinstance(value, list):
        return list(value)
    return [] if isinstance(value, Absent) or value is None or value == "" else None


def _join_list(value: Json | Absent, items: list[Json]) -> Json:
    del value
    return items


def _odd_text(item: Json) -> str:
    if not isinstance(item, str):
        return "not a text"
    return "" if item.strip() else "empty"


def _parse_text(text: str, replaced: Json) -> Json:
    del replaced
    if not text.strip():
        raise ValueError("Type something, or remove the row.")
    return text.strip()


TEXTS = RowCodec(
    split=split_list,
    join=_join_list,
    show=plain_text,
    odd=_odd_text,
    parse=_parse_text,
    key=lambda item: item if isinstance(item, str) else None,
    wanted="a list of texts",
)

_CODECS: dict[Kind, RowCodec] = {
    Kind.ROWS: TEXTS,
    Kind.LOCALIZED: RowCodec(
        split=localized_rows.split,
        join=localized_rows.join,
        show=localized_rows.show,
        odd=localized_rows.odd,
        parse=localized_rows.parse,
        key=localized_rows.key,
        wanted="texts by language",
        hint="fr: text",
        ordered=False,
    ),
    Kind.CUSTOM_ATTRIBUTES: RowCodec(
        split=split_list,
        join=_join_list,
        show=custom_rows.show,
        odd=custom_rows.odd,
        parse=custom_rows.parse,
        key=custom_rows.key,
        wanted="a list of attributes",
        hint='name = "text", 25 or ["a", "b"]',
    ),
}


def row_codec_of(kind: Kind) -> RowCodec:
    """The codec of a kind that is edited in rows; texts for the others."""
    return _CODECS.get(kind, TEXTS)
