"""What of the app belongs to one server, and goes when another is opened."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

from tui import locations
from tui.screens.asking import ScreenAsking
from tui.screens.host import Host
from tui.screens.reconnecting import Reconnecting
from tui.widgets.styles import read_styles

if TYPE_CHECKING:
    from textual.app import App

    from tui.screens.opening import FormOpener
    from tui.session import Session


FORM_STYLES = ("client", "dialog")
"""The style sheets of the form and of what it asks."""


class AtServer:
    """The app's work on one server.

    Attributes:
        session: the connection.
        reconnecting: what is done while the server is away.
    """

    def __init__(self, app: App[Any], session: Session) -> None:
        """Have ``app`` ask and tell what ``session`` needs a person for."""
        self.session = session
        self._app = app
        self._forms: FormOpener | None = None
        session.asking = ScreenAsking(app, session.name)
        session.on_warning = cast(Host, app).complain
        self.reconnecting = Reconnecting(app, session)

    async def forms(self) -> FormOpener:
        """What opens forms; its drafts are those of this server."""
        if self._forms is None:
            # The field table and the checks take a while to import: not on the loop.
            await asyncio.to_thread(__import__, "tui.screens.opening")
            read_styles(self._app.stylesheet, *FORM_STYLES)
            from tui.drafts.store import DraftStore
            from tui.screens.opening import FormOpener

            profile = f"{self.session.kind}:{self.session.address}"
            store = DraftStore(locations.drafts_folder(), profile)
            self._forms = FormOpener(self._app, self.session, store)
        return self._forms

    async def tell_of_drafts(self) -> None:
        """Say how many drafts there are, if any."""
        if any(locations.drafts_folder().glob("*.json")):
            await (await self.forms()).tell()

    def write_draft(self) -> None:
        """What is being typed is on the disk when this returns."""
        if self._forms is not None and self._forms.keeper is not None:
            self._forms.keeper.write_now()

    async def leave(self) -> None:
        """Close the connection, and ask the server nothing more."""
        self.reconnecting.stop()
        await self.session.close()
