"""What all fields of the form share: label, value, message, and an editor on demand.

A field is one widget that draws itself. An ``Input`` is mounted in it only while a text is
being edited, because widgets are what makes a form slow to open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from tui.forms.draft import Draft
from tui.forms.spec import FieldSpec
from tui.models.json import ABSENT, Absent, Json
from tui.widgets.fields.editor import Editor
from tui.widgets.text import fit, foreign, joined, line, sides, styled, wrapped

if TYPE_CHECKING:
    from tui.checks.finding import Finding

INDENT = 3

LOOKING = frozenset({"step", "reveal"})
"""The actions of fields that change nothing."""


class Field(Widget, can_focus=True):
    """One setting: its label and wire name, its value, and what is wrong with it.

    Subclasses say how the value looks (``value_lines``) and what the keys do to it; they
    write to the draft through ``put`` and ``take_away``. While an editor is open, the field's
    own keys rest.
    """

    DEFAULT_CSS = """
    Field { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "Edit", id="field.edit"),
        Binding("down,j", "step(1)", "Next", show=False, id="field.next"),
        Binding("up,k", "step(-1)", "Previous", show=False, id="field.previous"),
        Binding("delete,backspace", "clear", "Clear", show=False, id="field.clear"),
        Binding("ctrl+z", "revert", "Revert", show=False, id="field.revert"),
    ]

    takes_typing: ClassVar[bool] = False
    """Whether pasting begins to edit, and a character that is no command."""

    @dataclass
    class Edited(Message):
        """The draft's value at the field's path was set, cleared, reverted or rejected."""

        field: Field

        @property
        def control(self) -> Field:
            """The field."""
            return self.field

    @dataclass
    class Left(Message):
        """A key moves on to the next field (``step`` 1) or the previous one (-1).

        ``editing`` tells that an editor was open: typing goes on in the field arrived at.
        """

        field: Field
        step: int
        editing: bool = False

    @dataclass
    class Wants(Message):
        """The field asks for a dialog; the answer goes to the field's ``take``.

        ``what`` tells which one where a field has several; "" is the one that edits it.
        ``pasted`` is what was pasted onto the field, for the dialog to begin with.
        """

        field: Field
        what: Literal["", "key", "certificate"] = ""
        pasted: str = ""

        @property
        def control(self) -> Field:
            """The field."""
            return self.field

    def __init__(self, spec: FieldSpec, draft: Draft) -> None:
        super().__init__(id="field-" + spec.path.replace(".", "-"))
        self.spec = spec
        self.draft = draft
        self.findings: list[Finding] = []
        self.dimmed_because = ""
        self.locked = False
        """Whether it is there to be read only."""
        self._editor: Editor | None = None

    @property
    def value(self) -> Json | Absent:
        """The edited value in the draft."""
        return self.draft.value(self.spec.path)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing set, so that the server's default applies."""
        return self.value is ABSENT or self.value is None or self.value in ("", [], {})

    @property
    def types_on(self) -> bool:
        """Whether someone who types and goes on with tab wants to type here, too."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The field's own keys do nothing while its editor is open; a locked one can be read."""
        del parameters
        return self._editor is None and (not self.locked or action in LOOKING)

    def on_click(self, event: events.Click) -> None:
        """Do what a click does, unless the field is there to be read."""
        if not self.locked:
            self.clicked(event)

    def clicked(self, event: events.Click) -> None:
        """A click changes nothing, if the subclass does not say otherwise."""

    # Drawing

    def value_lines(self, width: int) -> list[Content]:
        """The value, one content a line, none wider than ``width`` cells."""
        raise NotImplementedError

    def empty_line(self) -> Content:
        """What stands in place of a missing value."""
        default = self.spec.default
        return styled(f"server default: {default}" if default else "not set", "$text-disabled")

    def render(self) -> Content:
        """All lines; while an editor is open, it covers the line below the label."""
        return joined(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        del container, viewport
        return len(self.lines(width))

    def lines(self, width: int) -> list[Content]:
        """Label, value and messages."""
        room = max(width - INDENT, 8)
        body = [line(" " * INDENT, fit(content, room)) for content in self.value_lines(room)]
        return [fit(self._label(width), width), *body, *self._messages(width)]

    def _label(self, width: int) -> Content:
        focused = self.has_focus or self.has_focus_within
        changed = self.draft.is_changed(self.spec.path)
        mark = "▌" if focused else "•" if changed else " "
        calm = "$text-disabled" if self.dimmed_because else "$text-muted"
        style = "bold $text-accent" if focused else "$warning" if changed else calm
        left = line((f"{mark} {self.spec.label}", style))
        if self.dimmed_because:
            left = line(left, (f"  {self.dimmed_because}", "italic $text-disabled"))
        room = width - left.cell_length - 1
        names = (self.spec.path, self.spec.path.rpartition(".")[2], "")
        name = next(name for name in names if len(name) <= room or not name)
        return sides(left, styled(name, "$text-disabled"), width)

    def _messages(self, width: int) -> Iterable[Content]:
        rejected = self.draft.rejected.get(self.spec.path)
        if rejected:
            yield from said("✗", "$text-error", rejected.problem, width)
        for finding in self.findings_below():
            yield from said(*mark_of(finding), finding.message, width)

    def findings_below(self) -> Iterable[Finding]:
        """What is said below the value; the rest is said within it."""
        return self.findings

    def was(self) -> Content:
        """``was: …`` where the value differs from what it was; else nothing."""
        if self.draft.is_new or not self.draft.is_changed(self.spec.path):
            return Content("")
        before = self.draft.before(self.spec.path)
        words = "not set" if before is ABSENT or before in (None, "", []) else self.show(before)
        return line(("   was: ", "$text-warning"), foreign(words, "$text-warning", 60))

    def show(self, value: Json) -> str:
        """A value in words, for ``was`` and the review."""
        return value if isinstance(value, str) else str(value)

    def tell(self, findings: list[Finding], dimmed_because: str) -> None:
        """What is wrong here, and why the setting means nothing now; "" when it does."""
        if (findings, dimmed_because) != (self.findings, self.dimmed_because):
            self.findings = findings
            self.dimmed_because = dimmed_because
            self.redraw()

    def redraw(self) -> None:
        """Draw anew after the draft, the findings or the look-ups changed."""
        self.refresh(layout=True)

    def take_focus(self) -> None:
        """Have the focus at once: the next key may have been pressed already."""
        self.screen.set_focus(self)

    def on_focus(self) -> None:
        """The label shows where the focus is."""
        self.refresh()

    def on_blur(self) -> None:
        """The label shows where the focus is."""
        self.refresh()

    # Changing

    def put(self, value: Json) -> None:
        """Write to the draft and say so."""
        self.draft.set(self.spec.path, value)
        self._changed()

    def take_away(self) -> None:
        """Clear in the draft and say so."""
        self.draft.clear(self.spec.path)
        self._changed()

    def _changed(self) -> None:
        self.redraw()
        self.post_message(self.Edited(self))

    def action_edit(self) -> None:
        """Begin to change the value."""

    def action_clear(self) -> None:
        """Back to the server's default."""
        self.take_away()

    def action_revert(self) -> None:
        """Back to the value that the client was opened with."""
        self.draft.revert(self.spec.path)
        self._changed()

    def action_step(self, step: int) -> None:
        """Within the field if it has rows, else to the next or previous field."""
        if not self.move(step):
            self.post_message(self.Left(self, step))

    def move(self, step: int) -> bool:
        """Move the field's own cursor; False when it has none or is at its end."""
        del step
        return False

    def show_line(self, row: int) -> None:
        """Scroll so that line ``row`` of the field can be seen."""
        if isinstance(self.parent, Widget):
            region = Region(0, self.virtual_region.y + row, self.size.width, 1)
            self.parent.scroll_to_region(region, animate=False)

    # Editing a text

    def begin_typing(self) -> None:
        """Open an editor for what is about to be typed or pasted."""
        self.action_edit()

    def on_key(self, event: events.Key) -> None:
        """A character that is no command is typed into an editor, which opens for it."""
        if event.is_printable and event.key not in self.screen.active_bindings:
            self._hand_over(event, events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes into an editor, which opens for it."""
        self._hand_over(event, events.Paste(event.text))

    def _hand_over(self, event: events.Event, same: events.Event) -> None:
        if self.takes_typing and self._editor is None:
            event.stop()
            self.begin_typing()
            if self._editor is not None:
                self._editor.post_message(same)

    @property
    def editor(self) -> Editor | None:
        """The open editor."""
        return self._editor

    def open_editor(self, text: str, *, row: int = 1, indent: int = INDENT, **options: Any) -> None:
        """Mount an editor over line ``row`` of the field, holding ``text``.

        ``indent`` is its distance from the left in cells. Further options are those of
        ``Editor``.
        """
        if self._editor is None:
            self._editor = Editor(text, **options)
            self.place_editor(row, indent)
            self.mount(self._editor)
            self.screen.set_focus(self._editor, scroll_visible=False)

    def place_editor(self, row: int, indent: int) -> None:
        """Put the open editor over line ``row``, and scroll there."""
        if self._editor is not None:
            self._editor.styles.margin = (row, 1, 0, indent)
            self.call_after_refresh(self.show_line, row)

    def accept(self, text: str) -> bool:
        """Take what was typed; False keeps the editor open."""
        raise NotImplementedError

    @on(Editor.Done)
    def _editor_done(self, event: Editor.Done) -> None:
        event.stop()
        if event.editor is self._editor:
            self.editor_done(event)

    def editor_done(self, event: Editor.Done) -> None:
        """Take what was typed if it was changed, and go where the key leads."""
        if event.text is not None and not self.accept(event.text):
            event.editor.reopen()
            return
        self.close_editor(event.editor, refocus=event.step != 0)
        if event.step:
            self.post_message(self.Left(self, event.step, editing=True))

    def settle(self) -> None:
        """Take what an open editor holds, as before the draft is reviewed or left.

        What cannot be taken stays in the editor.
        """
        editor = self._editor
        if editor is not None and (editor.is_unchanged or self.accept(editor.value)):
            self.close_editor(editor, refocus=True)

    def close_editor(self, editor: Editor, *, refocus: bool) -> None:
        """Take the editor away, and give the focus back to the field if it is to stay here."""
        self._editor = None
        editor.close()
        if refocus:
            self.screen.set_focus(self, scroll_visible=False)
        editor.display = False
        editor.remove()
        self.redraw()


def mark_of(finding: Finding) -> tuple[str, str]:
    """The sign of a finding, and its style."""
    return ("✗", "$text-error") if finding.severity.value == "error" else ("!", "$text-warning")


def said(mark: str, style: str, words: str, width: int, indent: int = INDENT) -> Iterator[Content]:
    """A message behind its mark, over as many lines as it needs."""
    for row, content in enumerate(wrapped(words, width - indent - 2, style)):
        yield line(" " * indent, (f"{mark} " if row == 0 else "  ", style), content)
