"""Choosing from a list that may be long: what matches what is typed, and what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tui.forms.options import Option


class Role(Enum):
    """What choosing a row means: its option, none at all, or the text that is typed."""

    OPTION = "option"
    NONE = "none"
    NEW = "new"


NOTES = " · "
"""Between the parts of a note: what it belongs to, then further names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row to choose."""

    option: Option
    role: Role = Role.OPTION


NOTHING = Row(Option("", "not set", "left to the server"), Role.NONE)


class Picker:
    """The state of a choice.

    Attributes:
        many: whether more than one may be chosen.
        chosen: the chosen values: first those that were so from the start, in their order.
    """

    def __init__(
        self,
        options: Sequence[Option],
        chosen: Sequence[str],
        *,
        many: bool,
        allow_none: bool = False,
        allow_new: bool = False,
    ) -> None:
        """Args: as those of the dialog. Chosen values without an option get one."""
        self.many = many
        self.chosen = list(dict.fromkeys(chosen))
        self._before = list(self.chosen)
        self._allow_none = allow_none and not many
        self._allow_new = allow_new
        known = {option.value: option for option in options}
        strangers = [
            Option(value, value, "not on this list", offered=False)
            for value in self.chosen
            if value not in known
        ]
        known = {option.value: option for option in strangers} | known
        first = [known.pop(value) for value in self.chosen] if many else []
        self._options = [*first, *known.values()]
        self._haystacks = [_haystack(option) for option in self._options]

    @property
    def total(self) -> int:
        """How many options there are."""
        return len(self._options)

    @property
    def is_changed(self) -> bool:
        """Whether other values are chosen than at the start."""
        return set(self.chosen) != set(self._before)

    def rows(self, text: str = "") -> list[Row]:
        """What matches: options that have all words of ``text`` somewhere, best ones first.

        Of DNs only what sets them apart is looked at, unless an equals sign is typed: the
        rest is the same for all.
        """
        words = text.casefold().split()
        if not words:
            return [NOTHING] * self._allow_none + [Row(option) for option in self._options]
        found = [
            (_rank(option, words), place)
            for place, option in enumerate(self._options)
            if _has(option, self._haystacks[place], words)
        ]
        rows = [Row(self._options[place]) for _, place in sorted(found)]
        if self._allow_new and not self._names(text.strip()):
            rows.append(Row(Option(text.strip(), text.strip(), "as typed"), Role.NEW))
        return rows

    def toggle(self, row: Row) -> None:
        """Choose the row, or unchoose it; with ``many`` off, nothing else stays chosen."""
        value = row.option.value
        if row.role is Role.NONE:
            self.chosen = []
            return
        if row.role is Role.NEW:
            self._options.insert(0, row.option)
            self._haystacks.insert(0, _haystack(row.option))
        if not self.many:
            self.chosen = [value]
        elif value in self.chosen:
            self.chosen.remove(value)
        else:
            self.chosen.append(value)

    def is_chosen(self, row: Row) -> bool:
        """Whether the row is chosen now."""
        if row.role is Role.NONE:
            return not self.chosen
        return row.role is Role.OPTION and row.option.value in self.chosen

    def _names(self, text: str) -> bool:
        return any(text in (option.value, option.label) for option in self._options)


def _haystack(option: Option) -> str:
    value = option.value
    is_dn = "=" in value and "," in value
    short = value.partition(",")[0].partition("=")[2] if is_dn else value
    return f"{option.label}\n{option.note}\n{short}".casefold()


def _has(option: Option, haystack: str, words: list[str]) -> bool:
    return all(
        word in haystack or ("=" in word and word in option.value.casefold()) for word in words
    )


def _rank(option: Option, words: list[str]) -> int:
    label, typed = option.label.casefold(), " ".join(words)
    value = option.value.casefold()
    # A setting is known by its path, the end of that, and by the names in its note.
    names = {label, value, value.rpartition(".")[2], *option.note.casefold().split(NOTES)[1:]}
    if typed in names:
        return 0
    if label.startswith(words[0]):
        return 1
    return 2 if all(word in label for word in words) else 3
