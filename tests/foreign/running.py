"""A provider that nobody here wrote: Canaille, on a port of this machine."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.shell import ROOT, environment

PYTHON = ROOT / ".venv-foreign" / "bin" / "python"
PROGRAM = Path(__file__).with_name("serve_canaille.py")


@dataclass
class Canaille:
    """A running one."""

    issuer: str
    _process: subprocess.Popen[str]

    async def initial_token(self) -> str:
        """An initial access token, which is good for one client."""
        return self.tell("token\n")

    def tell(self, line: str) -> str:
        """Its answer to a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line)
        self._process.stdin.flush()
        return self.line()

    def line(self) -> str:
        """The next line that it prints."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def canaille(way: Literal["open", "tokens"]) -> Iterator[Canaille]:
    """Start one whose registration is open, or needs initial access tokens."""
    assert PYTHON.exists(), "the tests need the environment that make test sets up: make test"
    with subprocess.Popen(
        [PYTHON, PROGRAM, way],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(),
    ) as process:
        try:
            running = Canaille("", process)
            running.issuer = running.line()
            assert running.issuer, "Canaille did not start"
            yield running
        finally:
            process.kill()
