"""Being stopped in the middle of very many: what was done is told, and is what there is."""

import json
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tests.shell import JANS_TUI, environment

CLIENTS = 1_000


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_creating_a_thousand_clients_is_stopped(
    server: Server,
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    monkeypatch.setenv("jca_client_secret", server.client_secret)
    name = f"stopped by {number.name}"
    source = tmp_path / "many.json"
    clients = [{"clientName": name, "redirectUris": ["https://a.example/"]}] * CLIENTS
    source.write_text(json.dumps(clients))
    find = ("clients", "list", name, "--output", "json")
    arguments = ("clients", "create", "--from-json", str(source), "--parallel", "8")
    with subprocess.Popen(
        [*JANS_TUI, *server.options, *arguments],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while not shell(*server.options, *find).json:
            assert process.poll() is None
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    told = re.fullmatch(r"jans-tui: interrupted after ([\d,]+) of 1,000; .* not begun\.\n", err)
    assert told is not None, err
    assert process.returncode == 130
    made = json.loads(out)
    assert 0 < len(made) == int(told[1]) < CLIENTS
    assert all(client["clientSecret"] for client in made)
    there = shell(*server.options, *find).json
    assert {client["inum"] for client in there} == {client["inum"] for client in made}
