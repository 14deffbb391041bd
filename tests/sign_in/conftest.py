"""What tests of signing in share: one server in another process."""

from collections.abc import Iterator

import pytest

from tests.cli.in_process import Shell
from tests.shell import serving
from tests.sign_in.served import Served


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for all tests here: each adds what it needs."""
    data = tmp_path_factory.mktemp("served")
    with serving("--data", str(data), "--tls", "--device-interval", "1") as (facts, _):
        yield Served(**facts, data=data, files=tmp_path_factory.mktemp("files"))


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands in this process."""
    return Shell(monkeypatch, capsys)
