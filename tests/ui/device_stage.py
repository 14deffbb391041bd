"""The program on a sandbox where a person signs in by the device flow, on a clock of the test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from textual.pilot import Pilot

from tests.faults import FaultyTransport
from tests.serving import BASE
from tests.ui.support import NORMAL
from tests.ui.turned import Turned
from tests.ui.whole import Whole
from tui.api.activity import OnActivity
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.token_store import MemoryTokenStore
from tui.app import JansTui
from tui.sandbox.app import create_app
from tui.sandbox.credentials import load_or_create
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.seed.clients import TUI_CLIENT
from tui.sandbox.settings import SandboxSettings
from tui.screens.device_sign_in import DeviceScreen
from tui.session import Session

SECRET = "sandbox-secret-1"


class DeviceStage(Whole):
    """The program, and the browser with which a person approves.

    Attributes:
        clock: of the program and of the server.
        transport: the way between both, with its faults.
        sandbox: the server.
    """

    def __init__(
        self,
        app: JansTui,
        pilot: Pilot[Any],
        clock: Turned,
        transport: FaultyTransport,
        sandbox: Sandbox,
    ) -> None:
        super().__init__(app, pilot, "")
        self.clock = clock
        self.transport = transport
        self.sandbox = sandbox

    async def code(self) -> str:
        """Wait for the code to be shown, by when the device waits; return it."""
        await self.at(DeviceScreen)
        screen = self.app.screen
        assert isinstance(screen, DeviceScreen)
        return screen._code.user_code

    async def decide(self, code: str, decision: str, **more: str) -> None:
        """The person answers in a browser."""
        form = {"user_code": code, "decision": decision, **more}
        async with httpx.AsyncClient(transport=self.transport.inner, base_url=BASE) as browser:
            answer = await browser.post("/jans-auth/device-code", data=form)
        assert answer.status_code == 200, answer.text

    async def ask_again(self) -> None:
        """The device asks once more; wait until it has its answer."""
        asked = len(self.clock.waits)
        self.clock.ask_again()
        await self.until(
            lambda: len(self.clock.waits) > asked or not isinstance(self.app.screen, DeviceScreen)
        )


@asynccontextmanager
async def signing_in(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int] = NORMAL,
    *,
    person: bool = True,
    prepare: Callable[[ConfigApi], Awaitable[object]] | None = None,
    **settings: Any,
) -> AsyncIterator[DeviceStage]:
    """The program as it starts with nobody signed in.

    Args:
        folder: of the sandbox.
        monkeypatch: puts the clock in.
        size: of the terminal.
        person: whether a person has to sign in; else the client does, with its secret.
        prepare: is done on the server before the program starts.
        settings: of the sandbox.
    """
    clock = Turned()
    clock.put_in(monkeypatch)
    chosen = SandboxSettings(folder, **settings)
    app = create_app(chosen)
    app.state.sandbox.clock = lambda: clock.now
    transport = FaultyTransport(httpx.ASGITransport(app=app, raise_app_exceptions=False))
    own = load_or_create(chosen)
    all_powerful = ApiConfig(BASE, own.client_id, own.client_secret)
    config = ApiConfig(BASE, TUI_CLIENT, SECRET, person=True) if person else all_powerful
    if prepare is not None:
        await prepare(ConfigApi(all_powerful, transport=transport.inner))

    def build(on_activity: OnActivity) -> ConfigApi:
        return ConfigApi(
            config,
            transport=transport,
            token_store=MemoryTokenStore(),
            on_activity=on_activity,
            asking=session.asking,
        )

    session = Session("staging", "server", build)
    program = JansTui(session)
    async with program.run_test(size=size, notifications=True, tooltips=True) as pilot:
        yield DeviceStage(program, pilot, clock, transport, app.state.sandbox)
    app.state.sandbox.close()
