"""The README's commands are run, and what it shows and names is there."""

import os
import re
import shlex
import subprocess
from collections.abc import Callable

import pytest

from tests.shell import JANS_TUI, ROOT, environment, jans_tui, serving
from tests.terminal import Terminal
from tui.commands import CLIENTS, FORM, Command

README = (ROOT / "README.md").read_text()


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def run_make(command: str) -> None:
    done = subprocess.run(
        [*shlex.split(command), "ARGS=--version"],
        cwd=ROOT,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert "jans-tui" in done.stdout


def run_plainly(command: str) -> None:
    done = jans_tui(*shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr


def run_serve(command: str) -> None:
    with serving(*shlex.split(command)[2:]) as (said, _process):
        assert said.keys() >= {"url", "client_id", "client_secret", "ca_cert"}


def run_on_a_server(command: str) -> None:
    words = shlex.split(command)[1:]
    assert words[::2] == ["--host", "--client-id", "--cacert"]
    with serving("--tls") as (said, _process):
        values = [said["url"], said["client_id"], said["ca_cert"]]
        argv = [word for pair in zip(words[::2], values, strict=True) for word in pair]
        env = {**environment(), "jca_client_secret": said["client_secret"]}
        with Terminal([*JANS_TUI, *argv], env=env) as terminal:
            terminal.wait_for("Jans TUI Client")


RUNS: dict[str, Callable[[str], None]] = {
    "make run": run_make,
    ".venv/bin/jans-tui sandbox fill 1000": run_plainly,
    ".venv/bin/jans-tui sandbox reset --yes": run_plainly,
    ".venv/bin/jans-tui --host jans.example.org --client-id 1800.… --cacert ca.pem": (
        run_on_a_server
    ),
    ".venv/bin/jans-tui serve --tls": run_serve,
}


def test_every_command_of_the_readme_is_run_here() -> None:
    assert commands() == list(RUNS)


@pytest.mark.parametrize("command", RUNS)
def test_a_command_of_the_readme_does_what_it_should(command: str) -> None:
    RUNS[command](command)


def test_the_commands_within_the_text_exist() -> None:
    for command in re.findall(r"`jans-tui ([^`]*)`", README):
        assert jans_tui(*shlex.split(command)).returncode == 0, command


def test_what_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) >= 5
    for link in links:
        assert (ROOT / link).is_file(), link


@pytest.mark.parametrize(("column", "group"), [(0, CLIENTS), (2, FORM)])
def test_the_keys_of_the_readme_are_bound(column: int, group: tuple[Command, ...]) -> None:
    rows = re.findall(r"^\| (.*?) \|$", README, re.MULTILINE)
    cells = [row.split(" | ")[column] for row in rows if "`" in row]
    named = {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}
    bound = {key for command in group for key in _keys(command)}
    elsewhere = {"ctrl+z", "del", *"1234567890-=", "…"}
    assert named - elsewhere <= bound


def _keys(command: Command) -> set[str]:
    names = {"slash": "/", "escape": "esc", "f2": "F2"}
    names |= {"left_square_bracket": "[", "right_square_bracket": "]"}
    return {names.get(key, key) for key in command.key.split(",")} | {"enter"}
