"""A field of rows that are typed: URIs, e-mail addresses, texts by language, attributes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.forms.draft import Draft, Rejected
from tui.forms.row_codecs import row_codec_of
from tui.forms.spec import FieldSpec
from tui.models.json import Json
from tui.widgets.fields.editor import Editor
from tui.widgets.fields.listing import BODY, ListingField
from tui.widgets.text import foreign, styled


@dataclass(frozen=True, slots=True)
class Target:
    """What the open editor is for.

    Attributes:
        row: the row that it replaces, or before which it adds one.
        adds: whether it adds.
        rejected: what stood rejected when it was opened.
        corrects: whether it is to correct what stood rejected.
    """

    row: int
    adds: bool
    rejected: Rejected | None = None
    corrects: bool = False


class RowsField(ListingField):
    """Enter edits a row, and on the last line it adds one; then the next one can be typed.

    A typed row that is no value is kept as rejected, in a line of its own.
    """

    takes_typing = True

    def __init__(self, spec: FieldSpec, draft: Draft) -> None:
        super().__init__(spec, draft, row_codec_of(spec.kind))
        self._target: Target | None = None
        self._rejected_row: int | None = None

    @property
    def types_on(self) -> bool:
        """An empty list is there to be filled."""
        return not self.items and self.items is not None

    def begin_typing(self) -> None:
        """What is typed or pasted becomes a row below that of the cursor."""
        self.action_add()

    # Drawing

    def add_line(self) -> Content:
        """How to add, and the server's default while there is none."""
        if self.items:
            return styled("+ add", "$text-muted")
        default = f"   server default: {self.spec.default}" if self.spec.default else ""
        return styled(f"+ add{default}", "$text-muted")

    def extra_rows(self) -> Sequence[Callable[[], Content]]:
        """The rejected text, unless it is being typed just now."""
        rejected = self.draft.rejected.get(self.spec.path)
        if rejected is None or (self._target is not None and self._target.rejected is None):
            return ()
        return (lambda: foreign(rejected.text, "$text-error"),)

    # Beginning

    def action_edit(self) -> None:
        """Edit the row of the cursor; on the last line, add one."""
        items = self.items
        if items is None:
            return
        if self.cursor < len(items):
            self._open(self.codec.show(items[self.cursor]), self._target_at(self.cursor, False))
        elif self.cursor < self.stops - 1:
            self._correct(len(items))
        else:
            self._open("", self._target_at(len(items), True))

    def action_add(self) -> None:
        """Add a row below that of the cursor."""
        items = self.items
        if items is not None:
            self._open("", self._target_at(min(self.cursor + 1, len(items)), True))

    def _target_at(self, row: int, adds: bool) -> Target:
        return Target(row, adds, self.draft.rejected.get(self.spec.path))

    def _correct(self, count: int) -> None:
        rejected = self.draft.rejected[self.spec.path]
        row = self._rejected_row
        adds = row is None or row >= count
        target = Target(count if adds or row is None else row, adds, rejected, corrects=True)
        self._open(rejected.text, target)

    def _open(self, text: str, target: Target) -> None:
        self.remark = ""
        self._target = target
        place = self.cursor if target.corrects else target.row
        if target.adds and not target.corrects:
            self.gap = target.row
        self.redraw()
        line = self.line_of(place) if self.gap is None else self.gap_line
        self.open_editor(
            text,
            row=line,
            indent=BODY,
            placeholder=self.codec.hint,
            rows=True,
            typed=target.corrects,
        )

    # Ending

    def editor_done(self, event: Editor.Done) -> None:
        """Take the row; after an added one, go on with the next."""
        target = self._target or self._target_at(0, True)
        stays = event.step is None and event.turn == 0
        if event.cancelled:
            self._bring_back(target.rejected)
        elif event.text is not None and not self.accept(event.text):
            if stays or not self._is_kept(event.text):
                event.editor.reopen()
                return
        elif stays and target.adds and not target.corrects and (event.text or "").strip():
            self._add_next(event.editor)
            return
        self.close_editor(event.editor, refocus=event.step != 0)
        if event.step:
            self.post_message(self.Left(self, event.step, editing=True))
        elif event.turn:
            self.action_step(event.turn)

    def _is_kept(self, text: str) -> bool:
        rejected = self.draft.rejected.get(self.spec.path)
        return rejected is not None and rejected.text == text

    def _add_next(self, editor: Editor) -> None:
        self._target = self._target_at(min(self.cursor + 1, len(self.items or ())), True)
        self.gap = self._target.row
        self.redraw()
        editor.restart()
        self.place_editor(self.gap_line, BODY)

    def _bring_back(self, rejected: Rejected | None) -> None:
        path = self.spec.path
        if self.draft.rejected.get(path) is not rejected:
            self.draft.withdraw(path)
            if rejected is not None:
                self.draft.reject(path, rejected.text, rejected.problem)
            self._changed()

    def close_editor(self, editor: Editor, *, refocus: bool) -> None:
        """Take the editor away, and the line that was kept free for it."""
        self._target = None
        self.gap = None
        super().close_editor(editor, refocus=refocus)

    # Taking

    def accept(self, text: str) -> bool:
        """Put what was typed into the rows; False when it is no value."""
        target, items = self._target, self.items
        if target is None or items is None:
            return True
        typed = [row for row in map(str.strip, text.splitlines()) if row]
        if target.adds and not target.corrects and not typed:
            return True
        replaced = None if target.adds else items[target.row]
        others = [item for row, item in enumerate(items) if target.adds or row != target.row]
        try:
            new = self._parse(typed, replaced, others)
        except ValueError as problem:
            self._refuse(text, target, str(problem), alone=len(typed) == 1)
            return False
        left_out = len(typed) - len(new)
        remark = ""
        if left_out:
            what = "That row" if len(typed) == 1 else f"{left_out} of the {len(typed)} rows"
            remark = f"{what} {'was' if left_out == 1 else 'were'} there already."
        self._bring_back(None if target.corrects else target.rejected)
        if typed and not new:
            self.remark = remark
            self.redraw()
        else:
            self._insert(items, target, new, remark)
        return True

    def _refuse(self, text: str, target: Target, problem: str, alone: bool) -> None:
        """Keep a row that is no value as rejected; there is room for one such row."""
        self.remark = ""
        if alone and (target.rejected is None or target.corrects):
            self._rejected_row = None if target.adds else target.row
            self.draft.reject(self.spec.path, text, problem)
            self._changed()
        else:
            self.remark = problem
            self.redraw()

    def _parse(self, typed: list[str], replaced: Json, others: list[Json]) -> list[Json]:
        """The items of what was typed, without those that are there already."""
        there = {self.codec.key(item): self.codec.show(item) for item in others}
        new: list[Json] = []
        for number, text in enumerate(typed, start=1):
            try:
                item = self.codec.parse(text, replaced if number == 1 else None)
                key, words = self.codec.key(item), self.codec.show(item)
                if there.get(key, words) != words:
                    raise ValueError(f"There is a row for {key} already: change that one.")
            except ValueError as problem:
                if len(typed) == 1:
                    raise
                where = f"Nothing was added. Line {number} of {len(typed)}"
                raise ValueError(f"{where}: {problem}") from None
            if key not in there:
                new.append(item)
            there[key] = words
        return new

    def _insert(self, items: list[Json], target: Target, new: list[Json], remark: str) -> None:
        after = target.row if target.adds else target.row + 1
        rows = [*items[: target.row], *new, *items[after:]]
        added: list[int | None] = [None] * len(new)
        self.store(rows, [*range(target.row), *added, *range(after, len(items))], remark)
        self.cursor = max(0, target.row + len(new) - 1)

    def action_clear(self) -> None:
        """Take the row of the cursor away, or what was rejected."""
        if self.items is not None and len(self.items) <= self.cursor < self.stops - 1:
            self._bring_back(None)
        else:
            super().action_clear()
