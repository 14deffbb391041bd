"""Sandboxes to test, each with data of its own."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.support import Door
from tui.sandbox.app import create_app
from tui.sandbox.credentials import load_or_create
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.signing import public_keys

Opener = Callable[..., Door]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder just made, to be copied; with keys, for they take a while to make."""
    settings = SandboxSettings(tmp_path_factory.mktemp("seeded"))
    open_store(settings, open_cipher(settings)).close()
    public_keys(settings.data_folder)
    return settings.data_folder


@pytest.fixture
def folder(seeded: Path, tmp_path: Path) -> Path:
    """A data folder of this test's own."""
    return Path(shutil.copytree(seeded, tmp_path / "sandbox"))


@pytest.fixture
async def opened(folder: Path) -> AsyncIterator[Opener]:
    """Open a sandbox on ``folder`` with these settings."""
    async with AsyncExitStack() as stack:

        def open_door(**settings: Any) -> Door:
            chosen = SandboxSettings(folder, **settings)
            app = create_app(chosen)
            stack.callback(app.state.sandbox.close)
            transport = httpx.ASGITransport(app=app)
            client = httpx.AsyncClient(transport=transport, base_url="https://op.example")
            stack.push_async_callback(client.aclose)
            return Door(chosen, load_or_create(chosen), app.state.sandbox, client)

        yield open_door


@pytest.fixture
def door(opened: Opener) -> Door:
    """A sandbox with the usual settings."""
    return opened()
