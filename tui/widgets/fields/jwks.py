"""The field of a client's JSON Web Key Set, which the Config API keeps as a string."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.checks.jwk import KeySummary
from tui.checks.jwks import read_key_set
from tui.forms.codecs import json_text
from tui.models.json import ABSENT, Absent, Json, same
from tui.widgets.fields.base import INDENT, mark_of, said
from tui.widgets.fields.lazy import Drawn, LazyField
from tui.widgets.text import foreign, line, styled

if TYPE_CHECKING:
    from tui.checks.finding import Finding

START_SHOWN = 60
KEYS_SAID = "enter pastes or loads a set   n makes a key pair   o reads a certificate"

key_set_of = lru_cache(maxsize=8)(read_key_set)
"""``read_key_set``, done once for a text: a field is drawn often, and a set may be large."""


class JwksField(LazyField):
    """One line a key; enter asks for the dialog with the set as indented JSON."""

    @property
    def text(self) -> str:
        """What the dialog starts from: what was rejected, or the set one member a line."""
        rejected = self.draft.rejected.get(self.spec.path)
        if rejected is not None:
            return rejected.text
        value = self.value
        if self.is_empty or value is ABSENT:
            return ""
        return indented(value) if isinstance(value, str) else indented(json_text(value))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "ask('key')", "New key pair", id="jwks.generate"),
        Binding("o", "ask('certificate')", "From a certificate", id="jwks.certificate"),
    ]

    def action_ask(self, what: Literal["key", "certificate"]) -> None:
        """Ask for the dialog that makes a key pair, or reads a certificate."""
        self.post_message(self.Wants(self, what))

    # Drawing

    def draw(self, width: int) -> Iterator[Drawn]:
        """The label, a line a key, and what is wrong."""
        yield partial(self._label, width)
        rejected = self.draft.rejected.get(self.spec.path)
        if rejected is not None:
            start = _start(rejected.text, "$text-error")
            yield partial(_indent, line(start, self.was()))
        else:
            yield from self._draw_value(width)
        yield from (partial(_same, content) for content in self._messages(width))

    def _draw_value(self, width: int) -> Iterator[Drawn]:
        value = self.value
        if self.is_empty:
            yield partial(_indent, line(self.empty_line(), self.was()))
            yield partial(_indent, styled(KEYS_SAID, "$text-disabled"))
            return
        if not isinstance(value, str):
            start = _start(json_text(value) if value is not ABSENT else "", "$text-warning")
            yield partial(_indent, line(("not a text, kept   ", "$text-warning"), start))
            return
        key_set = key_set_of(value)
        if not key_set.keys:
            start = _start(value, "$text-warning")
            words = "" if _parsed(value) is not ABSENT else "not valid JSON   "
            yield partial(_indent, line((words, "$text-warning"), start, self.was()))
        elif self.draft.is_changed(self.spec.path):
            yield partial(_indent, line((_counted(key_set.keys), "$foreground"), self.was()))
        for key in key_set.keys:
            yield partial(self._key, key)
            for finding in key.problems:
                for content in said(*mark_of(finding), finding.message, width, INDENT + 2):
                    yield partial(_same, content)

    def _key(self, key: KeySummary) -> Content:
        mark, style = (" ", "$foreground") if not key.problems else mark_of(key.problems[0])
        size = key.curve or (f"{key.bits} bits" if key.bits else "")
        facts = [fact for fact in (key.kty, size, key.use, key.alg) if fact]
        if key.has_certificate:
            facts.append("with certificate")
        name = foreign(key.kid or f"key {key.index + 1}", "bold $foreground", 40)
        kind = foreign(" · ".join(facts), "$text-muted", 100)
        return line(" " * INDENT, (f"{mark} ", style), name, "  ", kind)

    def show(self, value: Json) -> str:
        """How many keys."""
        if not isinstance(value, str):
            return json_text(value)
        keys = key_set_of(value).keys
        return _counted(keys) if keys else value

    def findings_below(self) -> Iterator[Finding]:
        """Those that are not said below their key."""
        value = self.value
        keys = key_set_of(value).keys if isinstance(value, str) else ()
        at_keys = {problem.message for key in keys for problem in key.problems}
        return (finding for finding in self.findings if finding.message not in at_keys)

    # Changing

    def action_edit(self) -> None:
        """Ask for the dialog."""
        self.post_message(self.Wants(self))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes into the dialog, which opens for it."""
        event.stop()
        self.post_message(self.Wants(self, pasted=event.text))

    def take(self, text: str) -> None:
        """The dialog's answer: a set, nothing, or what is kept though it is no set."""
        if text == self.text and self.spec.path not in self.draft.rejected:
            return
        if not text.strip():
            self.take_away()
            return
        parsed = _parsed(text)
        if not isinstance(parsed, dict):
            self.draft.reject(self.spec.path, text, _why_refused(parsed))
            self._changed()
            return
        before = self.draft.before(self.spec.path)
        if isinstance(before, str) and same(_parsed(before), parsed):
            self.put(before)
        else:
            self.put(_compact(parsed, text))

    def clicked(self, event: events.Click) -> None:
        """A click on the focused field edits it."""
        if self.has_focus:
            self.action_edit()


def indented(text: str) -> str:
    """JSON with one member a line and plain ASCII; what is no JSON as it is."""
    parsed = _parsed(text)
    try:
        return text if isinstance(parsed, Absent) else json.dumps(parsed, indent=2)
    except RecursionError:
        return text


def _compact(parsed: Json, text: str) -> str:
    try:
        return json.dumps(parsed, separators=(",", ":"), ensure_ascii=False)
    except RecursionError:
        return text.strip()


def _parsed(text: str) -> Json | Absent:
    try:
        parsed: Json = json.loads(text)
    except (ValueError, RecursionError):
        return ABSENT
    return parsed


def _start(text: str, style: str) -> Content:
    """The first words of what is no set, but for a private key's."""
    return foreign("…" if "PRIVATE KEY" in text else text.strip(), style, START_SHOWN)


def _why_refused(parsed: Json | Absent) -> str:
    if parsed is ABSENT:
        return "The JWKS is not JSON: correct it."
    return 'The JWKS is no JSON object: write {"keys": […]}.'


def _counted(keys: Sequence[KeySummary]) -> str:
    return f"{len(keys)} key{'s' * (len(keys) != 1)}"


def _indent(content: Content) -> Content:
    return line(" " * INDENT, content)


def _same(content: Content) -> Content:
    return content
