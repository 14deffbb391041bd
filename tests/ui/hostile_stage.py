"""The program over a list with one plain client, for screens about others to come up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.support import NORMAL, PATIENCE, FakeApi, client, clock, session_with, wait_for_text
from tui.api.jws import Signature
from tui.api.registration.statement_check import StatementCheck
from tui.app import JansTui
from tui.models.document import Document
from tui.models.json import JsonObject
from tui.models.page import Page
from tui.models.registration.software_statement import decode


class Nothing:
    """A list of the server that is empty."""

    async def all(self) -> list[Document]:
        """No entries."""
        return []

    async def page(self, **_: object) -> Page[Document]:
        """No entries."""
        return Page(0, 0, [])


class Api(FakeApi):
    """A server without anything to refer to."""

    scopes = claims = scripts = Nothing()

    async def discovery(self) -> JsonObject:
        """As ``ConfigApi.discovery``."""
        return {}

    async def check_statement(self, text: str, now: datetime) -> StatementCheck:
        """As ``ConfigApi.check_statement``; what it finds says what the issuer is called."""
        statement = decode(text)
        issuer = statement.issuer
        return StatementCheck(statement, Signature.UNKNOWN, issuer, (issuer,))


@asynccontextmanager
async def running(size: tuple[int, int] = NORMAL) -> AsyncIterator[tuple[JansTui, Pilot[int]]]:
    """The program over a list with one plain client."""
    app = JansTui(session_with(Api([client(1)])), clock)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_for_text(pilot, "Client 000001")
        yield app, pilot


async def drawn(screen: Screen[Any]) -> None:
    """Wait until what was asked for by now is on the screen."""
    done = asyncio.Event()
    assert screen.call_after_refresh(done.set), "the screen is gone"
    async with asyncio.timeout(PATIENCE):
        await done.wait()
