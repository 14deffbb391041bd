"""How long a one-liner takes that lists clients, the call for its token included."""

import shutil
import sys

from tests.bench.figure import Figure, Pairs
from tests.bench.served import JANS_TUI, seconds_of, served
from tests.bench.workbench import Workbench, by_turns
from tests.shell import ROOT

SCRIPT = str(ROOT / "tests/bench/bare/list_clients.py")


def measure(bench: Workbench) -> Pairs:
    """List the clients, by turns with a script of a few lines that does no more than that."""
    home = bench.folder / "one-liner"
    with served(bench.folder / "served-for-one-liners") as server:
        env = bench.environment(home)
        secret = {"jca_client_secret": server.client_secret, "SECRET": server.client_secret}
        bare = [sys.executable, SCRIPT, server.url, server.client_id, server.ca_cert]
        own = [JANS_TUI, *server.options, "--no-tui", "--operation-id=get-oauth-openid-clients"]

        def without_a_kept_token() -> float:
            shutil.rmtree(home, ignore_errors=True)
            return seconds_of(own, env | secret)

        return Pairs(*by_turns(lambda: seconds_of(bare, env | secret), without_a_kept_token))


FIGURE = Figure("one-liner that lists clients", 1.6, measure)
