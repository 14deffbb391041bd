"""The highlighted client beside the list, where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.reactive import reactive

from tui.models.document import ClientDocument
from tui.models.plain import plain
from tui.widgets.client_facts import asks_for_pkce, dates, last_used, lifetimes
from tui.widgets.client_status import Clock, State, status_of, utc_now
from tui.widgets.client_words import auth_word, counted, grant_words
from tui.widgets.lines import Lines
from tui.widgets.text import fit, line, wrapped

SHOWN = 5
"""Values of a list that are named; the others are counted."""

_STYLES = {
    State.ACTIVE: "$text-muted",
    State.DISABLED: "$text-disabled",
    State.ENDING: "$text-warning",
    State.EXPIRED: "$text-error",
}


class DetailsPane(Lines):
    """Label and value, one below the other; what doesn't fit at the foot is not shown."""

    document: reactive[ClientDocument | None] = reactive(None, always_update=True)
    """The client; None shows nothing."""

    registration = ""
    """Of a client whose registration is kept here, where it is managed; foreign text."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__()
        self._clock = clock

    def lines(self, width: int) -> Iterator[Content]:
        """Name, status, and each part under its label."""
        if self.document is not None:
            yield from (fit(one, width) for one in self._lines(self.document, width))

    def _lines(self, document: ClientDocument, width: int) -> Iterator[Content]:
        now = self._clock()
        status = status_of(document, now)
        yield from wrapped(plain(document.name, 300) or "(no name)", width, "bold $foreground")[:3]
        yield line((status.word, _STYLES[status.state]))
        yield from _part("Client ID", [document.inum], width)
        yield from _part("Description", [document.text("description")], width)
        yield from _part("Registration, kept here", [self.registration], width)
        yield from _part("Grants", [" ".join(grant_words(document))], width)
        yield from _part("Authentication", [auth_word(document)], width)
        yield from _part("Redirect URIs", document.texts("redirectUris"), width)
        yield from _part("Scopes", [counted(len(document.texts("scopes")), "scope")], width)
        yield from _part("PKCE", ["required" if asks_for_pkce(document) else "optional"], width)
        spans = " · ".join(f"{name} {spelt}" for name, spelt in lifetimes(document))
        yield from _part("Token lifetimes", [spans or "server defaults"], width)
        yield from _part("Last used", [last_used(document, now)], width)
        happened = [f"{when}  {what}" for what, when in dates(document)]
        yield from _part("Dates, server time", happened, width)


def _part(label: str, values: Iterable[str], width: int) -> Iterator[Content]:
    """A label and its values; nothing when there are none."""
    given = [shown for value in values if (shown := plain(value, 300).strip())]
    if not given:
        return
    yield Content("")
    yield line((label, "$text-disabled"))
    for value in given[:SHOWN]:
        yield from wrapped(value, width, "$foreground")[:4]
    if len(given) > SHOWN:
        yield line((f"and {len(given) - SHOWN} more", "$text-disabled"))
