"""An entry as JSON, to read and to copy; its secrets stay masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Command
from tui.models.json import JsonObject
from tui.models.secrets import mask
from tui.screens.dismissing import Dialog
from tui.screens.host import host
from tui.widgets.bindings import bindings
from tui.widgets.json_text import JsonText
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_bar import SearchBar, before_all_else
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.session import Session

KEYS = (
    Command("json.close", "escape,q", "close", "Back to where you were."),
    Command("json.find", "slash", "find", "Find a text in the document."),
    Command("json.next", "n", "next", "The next place where it stands."),
    Command("json.previous", "N", "previous", "The place before."),
    Command("json.wrap", "w", "wrap", "Break long lines, or leave them long."),
    Command("json.copy", "y", "copy", "Copy what is shown: the secrets stay masked."),
)


class JsonScreen(Dialog[None]):
    """The whole screen is the document."""

    CSS_PATH = style_path("json")
    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(KEYS), "json.find")
    AUTO_FOCUS = "JsonText"

    def __init__(self, title: str, raw: JsonObject, session: Session | None = None) -> None:
        """What to show.

        Args:
            title: names the entry; may be foreign text.
            raw: the entry.
            session: the server that it is on.
        """
        super().__init__()
        self._session = session
        self._entry = title
        self._document = JsonText(mask(raw))

    def compose(self) -> ComposeResult:
        """Title, search, document, keys."""
        yield TopBar(self._session)
        yield SearchBar()
        yield self._document
        yield KeyBar(KEYS)

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one(TopBar).where = (self._entry, "JSON")
        self.query_one(SearchBar).hint = "find in this document"

    def action_close(self) -> None:
        """Leave off the search, else close."""
        bar = self.query_one(SearchBar)
        if bar.pattern:
            bar.clear()
        else:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a search is being typed, its key is a character."""
        del parameters
        return action != "find" or not self.query_one(SearchBar).is_open

    def action_find(self) -> None:
        """Type what to find."""
        self.query_one(SearchBar).open()

    @on(SearchBar.Searched)
    def _searched(self, event: SearchBar.Searched) -> None:
        self._document.find(event.pattern)

    @on(SearchBar.Left)
    def _search_left(self) -> None:
        self._document.focus()

    @on(JsonText.Found)
    def _found(self, event: JsonText.Found) -> None:
        bar = self.query_one(SearchBar)
        nothing = "not found" if bar.pattern else ""
        bar.position = f"{event.number} of {event.hits}" if event.hits else nothing

    def action_next(self) -> None:
        """The next hit."""
        self._document.next_hit(1)

    def action_previous(self) -> None:
        """The hit before."""
        self._document.next_hit(-1)

    def action_wrap(self) -> None:
        """Break long lines or not."""
        self._document.action_wrap()

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the document as shown."""
        await host(self).copy(self._document.text, "The JSON, secrets masked,")
