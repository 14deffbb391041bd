"""A sandbox in another process, over TLS as servers are, and commands that are run on it."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.shell import serving

JANS_TUI = str(Path(sys.executable).with_name("jans-tui"))
"""The program as pip installs it."""


class Served(NamedTuple):
    """Where the sandbox is, and how to get in."""

    url: str
    client_id: str
    client_secret: str
    ca_cert: str

    @property
    def options(self) -> list[str]:
        """What tells ``jans-tui`` about it."""
        return ["--host", self.url, "--client-id", self.client_id, "--cacert", self.ca_cert]


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a sandbox that keeps its data in ``folder``, which is made."""
    with serving("--data", str(folder), "--tls") as (facts, _):
        yield Served(**{name: facts[name] for name in Served._fields})


def seconds_of(argv: Sequence[str], env: Mapping[str, str]) -> float:
    """Run a command to its end; return how long that took.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    began = time.perf_counter()
    # Without a timeout: to keep one, Python looks for the end only each 50 milliseconds.
    subprocess.run(argv, env=dict(env), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began
