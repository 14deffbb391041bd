"""What screens may ask of the app, so that they need not import it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.api.errors import ApiError
    from tui.models.document import ClientDocument
    from tui.settings.profile import Profile


class Host(Protocol):
    """The app, as screens see it."""

    def say(self, text: str) -> None:
        """A toast; foreign text in it stays plain."""

    def complain(self, error: ApiError | str) -> None:
        """A toast that says what failed and what to do."""

    async def copy(self, text: str, what: str) -> None:
        """To the clipboard; a toast says which way. ``what`` names it, never the text."""

    async def open_client(self, inum: str, *, in_editor: bool = False) -> ClientDocument | None:
        """Show the form of an existing client; the client as saved, or None.

        ``in_editor`` opens the client's JSON in the person's editor at once.
        """

    async def add_client(self, clone_of: ClientDocument | None = None) -> ClientDocument | None:
        """Show the form of a new client; the client as created, or None."""

    async def register_client(self, statement: str = "") -> ClientDocument | None:
        """Show the form of a client to be registered; the client as registered, or None.

        ``statement`` is the software statement to register it with; "" for none.
        """

    async def open_draft(self) -> ClientDocument | None:
        """Let an unsaved edit be chosen and show its form; the client as saved, or None."""

    def open_server(self, profile: Profile | None) -> None:
        """Work on another server, None for the sandbox, unless an open form is to stay."""


def host(screen: Screen[Any]) -> Host:
    """The app that ``screen`` is shown by."""
    return cast(Host, screen.app)
