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

    from tui.registrations.registration import Registration
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
        self._forms: dict[Session, FormOpener] = {}
        session.asking = ScreenAsking(app, session.name)
        session.on_warning = cast(Host, app).complain
        session.on_unkept = self._rescue
        self.reconnecting = Reconnecting(app, session)

    async def forms(self, session: Session | None = None) -> FormOpener:
        """What opens forms; its drafts are those of this server.

        Args:
            session: for its other way of managing clients; None: the usual one.
        """
        session = session or self.session
        if session not in self._forms:
            # The field table and the checks take a while to import: not on the loop.
            await asyncio.to_thread(__import__, "tui.screens.opening")
            read_styles(self._app.stylesheet, *FORM_STYLES)
            from tui.drafts.store import DraftStore
            from tui.screens.opening import FormOpener

            profile = f"{session.kind}:{session.address}"
            store = DraftStore(locations.drafts_folder(), profile)
            self._forms[session] = FormOpener(self._app, session, store)
        return self._forms[session]

    async def tell_of_drafts(self) -> None:
        """Say how many drafts there are, if any."""
        if any(locations.drafts_folder().glob("*.json")):
            await (await self.forms()).tell()

    def write_draft(self) -> None:
        """What is being typed is on the disk when this returns."""
        for forms in self._forms.values():
            if forms.keeper is not None:
                forms.keeper.write_now()

    def _rescue(self, registration: Registration) -> None:
        """What could not be kept on the disk is offered to the person."""
        from tui.screens.registration_keeping import rescue

        self._app.run_worker(rescue(self._app, registration), group="rescue")

    async def leave(self) -> None:
        """Close the connection, and ask the server nothing more."""
        self.reconnecting.stop()
        await self.session.close()
