"""What all figures share: prepared sandboxes, and starting both programs alike."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from tests.bench.heavy_client import add_heavy_client
from tests.bench.program import Program
from tests.shell import ROOT
from tui.locations import sandbox_folder
from tui.screens.client_query import ClientQuery
from tui.session import sandbox_session

ROUNDS = 11

NAME_CELLS = 15
"""So much of a name is always to be seen."""


class Workbench:
    """Keeps its sandboxes below ``folder``: one for each number of clients, and a heavy one.

    Attributes:
        folder: for whatever else a figure needs; it is removed at the end.
    """

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        """Args: ``say`` is told what takes long."""
        self.folder = folder
        self._say = say
        self._homes: dict[int, Path] = {}
        self._heavy: Path | None = None

    def home(self, clients: int) -> Path:
        """Return a JANS_TUI_HOME whose sandbox holds ``clients`` made-up clients.

        Raises:
            subprocess.CalledProcessError: the sandbox could not be filled.
        """
        if clients not in self._homes:
            home = self.folder / str(clients)
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "tui", "sandbox", "fill", str(clients)],
                env=self.environment(home),
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            self._say(f"{clients:,} clients filled in {time.perf_counter() - began:.1f} s")
            self._homes[clients] = home
        return self._homes[clients]

    def heavy_home(self) -> Path:
        """Return a JANS_TUI_HOME whose sandbox lists the client of ``heavy_client`` first."""
        if self._heavy is None:
            home = self.folder / "heavy"
            with patch.dict(os.environ, self.environment(home)):
                add_heavy_client(sandbox_folder())
            self._heavy = home
        return self._heavy

    def a_name(self, clients: int) -> str:
        """Return how a client's name begins that is on top in the list of that sandbox."""
        with patch.dict(os.environ, self.environment(self.home(clients))):
            return asyncio.run(_first_name())[:NAME_CELLS]

    def start(self, clients: int) -> Program:
        """Start the program on the sandbox with ``clients`` clients."""
        return self._start("tui", self.home(clients))

    def start_heavy(self) -> Program:
        """Start the program on the sandbox with the heavy client."""
        return self._start("tui", self.heavy_home())

    def start_bare(self, name: str) -> Program:
        """Start ``name`` of ``tests.bench.bare``."""
        return self._start(f"tests.bench.bare.{name}", self.folder)

    def _start(self, module: str, home: Path) -> Program:
        return Program([sys.executable, "-m", module], self.environment(home))

    def environment(self, home: Path) -> dict[str, str]:
        """Return the variables of a program that keeps its data in ``home``, and no others."""
        return {
            "HOME": str(self.folder),
            "JANS_TUI_HOME": str(home),
            "LANG": "C.UTF-8",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "TERM": "xterm-256color",
        }


async def _first_name() -> str:
    session, query = sandbox_session(), ClientQuery()
    api = await session.connect()
    page = await api.clients.page(limit=5, sort_by=query.sort_by, descending=query.descending)
    await session.close()
    return next(client.name for client in page.entries if client.name)


def by_turns(
    bare: Callable[[], float], own: Callable[[], float], rounds: int = ROUNDS
) -> tuple[list[float], list[float]]:
    """Call ``bare`` and ``own`` by turns, ``rounds`` times, after one round that is not counted.

    So what else the machine does meanwhile meets both alike.
    """
    pairs = [(bare(), own()) for _ in range(rounds + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
