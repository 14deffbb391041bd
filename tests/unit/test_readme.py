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


def run_with_a_profile(command: str) -> None:
    """Add a profile for a served sandbox as the README does, and run ``command`` on it."""
    with serving("--tls") as (said, _process):
        add = ADD_PROFILE
        for shown, real in (
            ("https://jans.example.org", said["url"]),
            ("1800.…", said["client_id"]),
            ("ca.pem", said["ca_cert"]),
        ):
            assert shown in add
            add = add.replace(shown, real)
        secret = {"STAGING_SECRET": said["client_secret"]}
        done = jans_tui(*shlex.split(add)[1:], env=secret)
        assert done.returncode == 0, done.stderr
        if command.endswith("test staging"):
            done = jans_tui(*shlex.split(command)[1:], env=secret)
            assert done.returncode == 0, done.stdout + done.stderr
            assert done.stdout.count("passed") == 6
        elif command != ADD_PROFILE:
            argv = [*JANS_TUI, *shlex.split(command)[1:]]
            with Terminal(argv, env={**environment(), **secret}) as terminal:
                terminal.wait_for("Jans TUI Client")


def run_registering(command: str) -> None:
    """Register with a served sandbox as the README does, then run ``command``."""
    with serving("--tls") as (said, _process):
        env = {"SSL_CERT_FILE": said["ca_cert"]}
        for line in (REGISTER, command) if command != REGISTER else (REGISTER,):
            assert ISSUER in REGISTER
            argv = shlex.split(line.replace(ISSUER, said["url"]))[1:]
            done = jans_tui(*argv, env=env)
            assert done.returncode == 0, done.stderr


ISSUER = "https://op.example.org"
REGISTER = (
    ".venv/bin/jans-tui register client_name=Shop redirect_uris=https://shop.example.com/cb"
    f" --issuer {ISSUER}"
)
CREATE = (
    ".venv/bin/jans-tui clients create console grantTypes=client_credentials"
    " redirectUris=https://localhost/ scopes=https://jans.io/oauth/config/openid/clients.admin,"
    "https://jans.io/oauth/config/read-all"
)
ADD_PROFILE = (
    ".venv/bin/jans-tui profiles add staging url=https://jans.example.org client_id=1800.…"
    " client_secret=env:STAGING_SECRET ca_file=ca.pem"
)

RUNS: dict[str, Callable[[str], None]] = {
    "make run": run_make,
    ".venv/bin/jans-tui sandbox fill 1000": run_plainly,
    ".venv/bin/jans-tui sandbox reset --yes": run_plainly,
    CREATE: run_plainly,
    ADD_PROFILE: run_with_a_profile,
    ".venv/bin/jans-tui profiles test staging": run_with_a_profile,
    ".venv/bin/jans-tui --profile staging": run_with_a_profile,
    REGISTER: run_registering,
    ".venv/bin/jans-tui registration update Shop contacts+=admin@example.com": run_registering,
    ".venv/bin/jans-tui registration delete Shop --yes": run_registering,
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
