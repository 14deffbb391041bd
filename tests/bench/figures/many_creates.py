"""How long it takes to create many clients at once, as a share of one after another by curl.

By curl, too, each client has a secret that is known to work, which takes three commands: the
servers of today take no secret in the POST, so it is set by PATCH; and the token endpoint
tells that it works. A token for all of them is there already.
"""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.figure import Figure, Pairs
from tests.bench.served import JANS_TUI, Served, seconds_of, served
from tests.bench.workbench import Workbench, by_turns
from tests.shell import ROOT
from tui.models.new_client import new_client

CLIENTS = 1_000
BY_CURL = 50
"""So many are created by curl; as no command knows of another one, the time is multiplied."""

ROUNDS = 3

POST = """
curl --fail-with-body --silent --cacert "$CA" --header "Authorization: Bearer $TOKEN" \\
  --header 'Content-Type: application/json' --data-binary "$CLIENT" \\
  "$URL/jans-config-api/api/v1/openid/clients" > "$ANSWER"
"""

SECRET = """
inum=$(sed -n 's/.*"inum": *"\\([^"]*\\)".*/\\1/p' "$ANSWER")
curl --fail-with-body --silent --cacert "$CA" --header "Authorization: Bearer $TOKEN" \\
  --header 'Content-Type: application/json-patch+json' --request PATCH \\
  --data-binary '[{"op":"add","path":"/clientSecret","value":"a-secret"}]' \\
  "$URL/jans-config-api/api/v1/openid/clients/$inum" > "$ANSWER"
curl --silent --cacert "$CA" --user "$inum:a-secret" --data grant_type=authorization_code \\
  --data code=none --data redirect_uri=https://a/ "$URL/jans-auth/restv1/token" > "$ANSWER"
if grep -q invalid_client "$ANSWER"; then exit 1; fi
"""


def _client(number: int) -> str:
    made = new_client() | {"clientName": f"Bulk {number}", "redirectUris": ["https://rp.example/"]}
    return json.dumps(made)


def _by_curl(server: Served, env: Mapping[str, str], steps: str, answer: Path) -> float:
    """The seconds that ``CLIENTS`` clients would take, from those of a few."""
    variables = {
        "TOKEN": _token(server, env),
        "URL": server.url,
        "CA": server.ca_cert,
        "CLIENT": _client(0),
        "ANSWER": str(answer),
    }
    loop = f"set -e; for one in $(seq {BY_CURL}); do {steps}\ndone"
    return seconds_of(["sh", "-c", loop], {**env, **variables}) * CLIENTS / BY_CURL


def _token(server: Served, env: Mapping[str, str]) -> str:
    """A token that is new: one is good for minutes, and the whole may take longer."""
    asked = [JANS_TUI, *server.options, "--output-access-token"]
    told = subprocess.run(
        asked, env=dict(env), cwd=ROOT, check=True, capture_output=True, text=True
    )
    return told.stdout.strip()


def measure(bench: Workbench) -> Pairs:
    """Create clients by turns in both ways."""
    source = bench.folder / "many.json"
    source.write_text(f"[{','.join(map(_client, range(CLIENTS)))}]")
    answer = bench.folder / "answer"
    with served(bench.folder / "served-for-many") as server:
        env = bench.environment(bench.folder / "many")
        env["jca_client_secret"] = server.client_secret
        own = [JANS_TUI, *server.options, "clients", "create", "--from-json", str(source)]
        times = by_turns(
            lambda: _by_curl(server, env, POST + SECRET, answer),
            lambda: seconds_of([*own, "--parallel", "16"], env),
            rounds=ROUNDS,
        )
        alone = _by_curl(server, env, POST, answer)
    share = median(times[1]) / alone
    return Pairs(*times, note=f"{share:.2f} of curl without a secret that works")


FIGURE = Figure(f"{CLIENTS:,} creates, --parallel 16", 0.2, measure)
