"""A client while it is being edited."""

from __future__ import annotations

from dataclasses import dataclass

from tui.models.changes import Change, difference
from tui.models.document import ClientDocument, member
from tui.models.json import ABSENT, Absent, Json, JsonObject, copied


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

    Only ``edited`` changes. An original of ``None`` means that the client is new; what
    ``edited`` holds then at the start, such as a template's values, is what ``revert``
    brings back.
    """

    def __init__(self, original: JsonObject | None, edited: JsonObject | None = None) -> None:
        self.original = original
        self.edited: JsonObject = copied(edited if edited is not None else original or {})
        self._start = copied(self.edited) if original is None else original
        self.rejected: dict[str, Rejected] = {}

    @property
    def is_new(self) -> bool:
        """Whether the server does not have the client yet."""
        return self.original is None

    @property
    def start(self) -> JsonObject:
        """What was there before any change; of a new client, what it started with."""
        return self._start

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
        self.withdraw(path)
        self._put(path, value)
        if self._same_as_before(path):
            self._put(path, self.before(path))

    def clear(self, path: str) -> None:
        """Take the value away, so that the server's default applies.

        A list that the server sent is emptied instead: it answers with ``[]`` then, too.
        """
        self.withdraw(path)
        before = self.before(path)
        if before is ABSENT or before is None or before in ("", [], {}):
            self._put(path, before)
        else:
            self._put(path, [] if isinstance(before, list) else ABSENT)

    def revert(self, path: str) -> None:
        """Bring back the value that ``path`` had when the client was opened."""
        self.withdraw(path)
        self._put(path, member(self._start, path))

    def replace(self, whole: JsonObject) -> None:
        """Put ``whole`` in the place of all that is edited.

        What was rejected stays where nothing else was put instead.
        """
        for change in difference(self.edited, whole):
            path = ".".join(change.path)
            for one in [one for one in self.rejected if f"{one}.".startswith(f"{path}.")]:
                self.withdraw(one)
        kept: JsonObject = self.original or {}
        self.edited = {
            name: copied(kept[name] if _is_same(name, kept, whole) else value)
            for name, value in whole.items()
        }

    def withdraw(self, path: str) -> None:
        """Forget what was rejected at ``path``, if anything was."""
        self.rejected.pop(path, None)

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
    def touched(self) -> list[Change]:
        """What the person changed: for a new client, beyond what it started with.

        Members of ``attributes`` are listed one by one, even when all of them are new.
        """
        return difference({"attributes": {}, **self._start}, {"attributes": {}, **self.edited})

    @property
    def is_dirty(self) -> bool:
        """Whether there is anything to lose."""
        return bool(self.rejected or self.touched)

    def _same_as_before(self, path: str) -> bool:
        value, before = self.value(path), self.before(path)
        if value is ABSENT or before is ABSENT:
            return value is before
        return not difference({path: before}, {path: value})

    def _put(self, path: str, value: Json | Absent) -> None:
        parent, name = self._parent(path)
        if isinstance(value, Absent):
            parent.pop(name, None)
            self._restore_parent(path)
        else:
            parent[name] = copied(value)

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

    def _restore_parent(self, path: str) -> None:
        """Undo what ``_parent`` made on the way to a member that is gone again."""
        way = path.rpartition(".")[0]
        before = self.before(way) if way else {}
        if isinstance(before, dict) or member(self.edited, way) != {}:
            return
        self._put(way, before)


def _is_same(name: str, one: JsonObject, other: JsonObject) -> bool:
    return name in one and not difference({name: one[name]}, {name: other[name]})
