"""How long the sandbox as a server takes to answer a request for one client."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from urllib.parse import urlsplit

from tests.bench.figure import Figure, Pairs
from tests.bench.served import JANS_TUI
from tests.bench.workbench import Workbench, by_turns
from tests.shell import ROOT, serving

BARE = str(ROOT / "tests/bench/bare/serve_constant.py")

REQUESTS = 200
"""So many, one after another over one connection, are one value."""

CLIENT = "/jans-config-api/api/v1/openid/clients/{inum}"


class Caller:
    """Sends the same GET again and again.

    Attributes:
        size: bytes of the answer's body.
    """

    def __init__(self, port: int, path: str, token: str = "") -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._path = path
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.size = self._get()

    def seconds(self) -> float:
        """Return how long one request takes, on the average of ``REQUESTS``."""
        began = time.perf_counter()
        for _ in range(REQUESTS):
            self._get()
        return (time.perf_counter() - began) / REQUESTS

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _get(self) -> int:
        self._connection.request("GET", self._path, headers=self._headers)
        with self._connection.getresponse() as answer:
            body = answer.read()
        if answer.status != 200:
            raise OSError(f"the server answered {answer.status}")
        return len(body)


@contextmanager
def _own(bench: Workbench) -> Iterator[Caller]:
    env = bench.environment(bench.folder / "requests")
    with serving("--data", str(bench.folder / "served-for-requests")) as (facts, _):
        env["jca_client_secret"] = facts["client_secret"]
        asked = [JANS_TUI, "--host", facts["url"], "--client-id", facts["client_id"]]
        token = subprocess.run(
            [*asked, "--output-access-token"],
            env=env,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        path = CLIENT.format(inum=facts["client_id"])
        caller = Caller(urlsplit(facts["url"]).port or 80, path, token.stdout.strip())
        try:
            yield caller
        finally:
            caller.close()


@contextmanager
def _bare(size: int) -> Iterator[Caller]:
    with subprocess.Popen(
        [sys.executable, BARE, str(size)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        caller = Caller(int(process.stdout.readline()), "/")
        try:
            yield caller
        finally:
            caller.close()
            process.terminate()


def measure(bench: Workbench) -> Pairs:
    """Read a client, by turns from the sandbox and from a server that knows nothing else."""
    with _own(bench) as own, _bare(own.size) as bare:
        pairs = by_turns(bare.seconds, own.seconds)
    rates = [1 / median(values) for values in pairs]
    return Pairs(*pairs, note=f"{rates[0]:,.0f} and {rates[1]:,.0f} requests a second")


LIMIT = 3.0
"""It looks the token up and checks its scopes, reads the client from the disk, and takes out what
no answer has. That may cost twice what HTTP costs, which both pay; curl starts for longer."""

FIGURE = Figure("sandbox: one client by HTTP", LIMIT, measure)
"""The inverse of the ratio is that of the requests per second."""
