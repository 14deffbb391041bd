"""A client while it is being edited."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from tui.models.changes import Change, difference
from tui.models.document import ClientDocument, member
from tui.models.json import ABSENT, Absent, Json, JsonObject


@dataclass(frozen=True, slots=True)
class Rejected:
    """What a person typed that is no value of its member.

    Attributes:
        text: as typed.
        problem: a sentence that says what is wrong with it.
    """

    text: str
    problem: str


class Draft:
    """The client as it was (``original``) and as it is to be (``edited``).

    Only ``edited`` changes. An original of ``None`` means that the client is new.
    """

    def __init__(self, original: JsonObject | None, edited: JsonObject | None = None) -> None:
        self.original = original
        self.edited: JsonObject = copy.deepcopy(edited if edited is not None else original or {})
        self.rejected: dict[str, Rejected] = {}

    @property
    def is_new(self) -> bool:
        """Whether the server does not have the client yet."""
        return self.original is None

    @property
    def document(self) -> ClientDocument:
        """The edited client, for typed views and checks; made anew at each call."""
        return ClientDocument(self.edited)

    def value(self, path: str) -> Json | Absent:
        """The edited value at ``path``."""
        return member(self.edited, path)

    def before(self, path: str) -> Json | Absent:
        """The value that ``path`` had when the client was opened."""
        return member(self.original or {}, path)

    def set(self, path: str, value: Json) -> None:
        """Put ``value`` at ``path``; objects on the way are made where they are missing.

        Setting what was there before leaves no trace of the change.
        """
        self.rejected.pop(path, None)
        parent, name = self._parent(path)
        parent[name] = value
        if self._same_as_before(path):
            self.revert(path)

    def clear(self, path: str) -> None:
        """Take the value away, so that the server's default applies.

        A list that the server sent is emptied instead: it answers with ``[]`` then, too.
        """
        self.rejected.pop(path, None)
        before = self.before(path)
        if before is ABSENT or before is None or before in ("", [], {}):
            self.revert(path)
        elif isinstance(before, list):
            self.set(path, [])
        else:
            parent, name = self._parent(path)
            parent.pop(name, None)

    def revert(self, path: str) -> None:
        """Bring back the value that ``path`` had when the client was opened."""
        self.rejected.pop(path, None)
        before = self.before(path)
        parent, name = self._parent(path)
        if before is ABSENT:
            parent.pop(name, None)
            self._drop_empty_parent(path)
        else:
            parent[name] = copy.deepcopy(before)

    def reject(self, path: str, text: str, problem: str) -> None:
        """Keep what was typed at ``path`` though it is no value; it blocks the save."""
        self.rejected[path] = Rejected(text, problem)

    def is_changed(self, path: str) -> bool:
        """Whether ``path`` differs from what it was, or holds something rejected."""
        return path in self.rejected or not self._same_as_before(path)

    @property
    def changes(self) -> list[Change]:
        """What differs from the original, member by member."""
        return difference(self.original or {}, self.edited)

    @property
    def is_dirty(self) -> bool:
        """Whether there is anything to lose."""
        return bool(self.rejected or self.changes)

    def _same_as_before(self, path: str) -> bool:
        value, before = self.value(path), self.before(path)
        if value is ABSENT or before is ABSENT:
            return value is before
        return not difference({path: before}, {path: value})

    def _parent(self, path: str) -> tuple[JsonObject, str]:
        *way, name = path.split(".")
        parent = self.edited
        for step in way:
            child = parent.get(step)
            if not isinstance(child, dict):
                child = {}
                parent[step] = child
            parent = child
        return parent, name

    def _drop_empty_parent(self, path: str) -> None:
        way = path.rpartition(".")[0]
        if way and member(self.edited, way) == {} and self.before(way) is ABSENT:
            self.edited.pop(way, None)
