"""A sandbox in another process, over HTTPS, as people have it who try the commands."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.in_process import Shell
from tests.shell import serving


@dataclass(frozen=True)
class Server:
    """Where it is, and how to get in."""

    url: str
    client_id: str
    client_secret: str
    ca_cert: str
    folder: Path

    @property
    def options(self) -> list[str]:
        """What tells ``jans-tui`` about it."""
        return ["--host", self.url, "--client-id", self.client_id, "--cacert", self.ca_cert]

    @property
    def context(self) -> ssl.SSLContext:
        """Trusts its certificate."""
        return ssl.create_default_context(cafile=self.ca_cert)

    @property
    def variables(self) -> dict[str, str]:
        """The secret, where a process list does not show it."""
        return {"jca_client_secret": self.client_secret}


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for all tests here: each makes what it needs, and looks at no more."""
    folder = tmp_path_factory.mktemp("served")
    with serving("--data", str(folder), "--tls") as (facts, _):
        names = ("url", "client_id", "client_secret", "ca_cert")
        yield Server(**{name: facts[name] for name in names}, folder=folder)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands in this process; without ``--host`` on a sandbox of this test."""
    return Shell(monkeypatch, capsys)
