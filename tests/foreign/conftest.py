"""Providers that nobody here wrote, and commands to use them with."""

from collections.abc import Iterator

import pytest

from tests.cli.in_process import Shell
from tests.foreign.running import Canaille, canaille


@pytest.fixture(scope="package")
def provider() -> Iterator[Canaille]:
    """One that registers everybody."""
    with canaille("open") as running:
        yield running


@pytest.fixture(scope="package")
def guarded() -> Iterator[Canaille]:
    """One that wants an initial access token for each client."""
    with canaille("tokens") as running:
        yield running


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands in this process."""
    return Shell(monkeypatch, capsys)
