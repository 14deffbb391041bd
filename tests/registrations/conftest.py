"""Registration with sandboxes of a test's own."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from tui.api.config import ApiConfig
from tui.api.http import ASGITransport
from tui.models.json import JsonObject
from tui.registrations.opening import open_registrations
from tui.registrations.service import Registrations
from tui.sandbox.app import create_app
from tui.sandbox.registration.settings import RegistrationSettings
from tui.sandbox.settings import SandboxSettings
from tui.session import SANDBOX_URL

WEB: JsonObject = {
    "client_name": "Shop",
    "redirect_uris": ["https://shop.example/cb"],
    "grant_types": ["authorization_code"],
    "response_types": ["code"],
}

Opener = Callable[..., Registrations]


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Opener]:
    """Open registration with a sandbox of these settings."""
    async with AsyncExitStack() as stack:

        def opener(**settings: Any) -> Registrations:
            chosen = SandboxSettings(
                tmp_path / "sandbox", registration=RegistrationSettings(**settings)
            )
            app = create_app(chosen)
            stack.callback(app.state.sandbox.close)
            registrations = open_registrations(
                ApiConfig(SANDBOX_URL, "", ""),
                transport=ASGITransport(app=app),
                folder=tmp_path / "vault",
            )
            stack.push_async_callback(registrations.aclose)
            return registrations

        yield opener
