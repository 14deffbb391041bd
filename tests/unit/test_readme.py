"""The README's commands are run, and what it shows and names is there."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.shell import JANS_TUI, ROOT, environment, jans_tui, serving
from tests.terminal import Terminal
from tui.commands import CLIENTS, FORM, Command
from tui.settings.file import SettingsFile

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


@contextmanager
def own_client() -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """The README's client, made by its command on a served sandbox.

    Yields:
        What the placeholders of the README stand for, and variables with the secret.
    """
    with serving("--tls") as (said, _process):
        env = {"jans_host": said["url"], "SSL_CERT_FILE": said["ca_cert"]}
        env |= {f"jca_{name}": said[name] for name in ("client_id", "client_secret")}
        done = jans_tui(*shlex.split(CREATE)[1:], env=env)
        assert done.returncode == 0, done.stderr
        made = json.loads(done.stdout)
        yield (
            {HOST: said["url"], "INUM": made["inum"], "ca.pem": said["ca_cert"]},
            {"STAGING_SECRET": made["clientSecret"]},
        )


def filled_in(text: str, real: dict[str, str]) -> str:
    """A text of the README with what its placeholders stand for."""
    for shown, value in real.items():
        text = text.replace(shown, value)
    return text


def run_with_a_profile(command: str) -> None:
    """Add a profile for the README's client as the README does, and run ``command`` on it."""
    with own_client() as (real, secret):
        done = jans_tui(*shlex.split(filled_in(ADD_PROFILE, real))[1:], env=secret)
        assert done.returncode == 0, done.stderr
        if command == TEST_PROFILE:
            assert_all_passes(secret)
        elif command != ADD_PROFILE:
            argv = [*JANS_TUI, *shlex.split(command)[1:]]
            with Terminal(argv, env={**environment(), **secret}) as terminal:
                terminal.wait_for("console")


def assert_all_passes(env: dict[str, str]) -> None:
    """The README's test of the profile finds nothing that is missing."""
    done = jans_tui(*shlex.split(TEST_PROFILE)[1:], env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("passed") == 6, done.stdout


def run_registering(command: str) -> None:
    """Register with a served sandbox as the README does, then run ``command``."""
    with serving("--tls") as (said, _process):
        env = {"SSL_CERT_FILE": said["ca_cert"]}
        for line in (REGISTER, command) if command != REGISTER else (REGISTER,):
            assert ISSUER in REGISTER
            argv = shlex.split(line.replace(ISSUER, said["url"]))[1:]
            done = jans_tui(*argv, env=env)
            assert done.returncode == 0, done.stderr


HOST = "https://jans.example.org"
ISSUER = "https://op.example.org"
REGISTER = (
    ".venv/bin/jans-tui register client_name=Shop redirect_uris=https://shop.example.com/cb"
    f" --issuer {ISSUER}"
)
UPDATE = (
    ".venv/bin/jans-tui registration update Shop contacts+=admin@example.com"
    " client_uri=https://shop.example.com"
)
CREATE = (
    ".venv/bin/jans-tui clients create console grantTypes=client_credentials"
    " redirectUris=https://localhost/ scopes=https://jans.io/oauth/config/openid/clients.admin,"
    "https://jans.io/oauth/config/read-all"
)
ADD_PROFILE = (
    f".venv/bin/jans-tui profiles add staging url={HOST} client_id=INUM"
    " client_secret=env:STAGING_SECRET ca_file=ca.pem"
)
TEST_PROFILE = ".venv/bin/jans-tui profiles test staging"

RUNS: dict[str, Callable[[str], None]] = {
    "make run": run_make,
    ".venv/bin/jans-tui sandbox fill 1000": run_plainly,
    ".venv/bin/jans-tui sandbox reset --yes": run_plainly,
    CREATE: run_plainly,
    ADD_PROFILE: run_with_a_profile,
    TEST_PROFILE: run_with_a_profile,
    ".venv/bin/jans-tui --profile staging": run_with_a_profile,
    REGISTER: run_registering,
    ".venv/bin/jans-tui registration list": run_registering,
    ".venv/bin/jans-tui registration read Shop": run_registering,
    UPDATE: run_registering,
    ".venv/bin/jans-tui registration update Shop contacts= --curl": run_registering,
    ".venv/bin/jans-tui registration delete Shop --yes": run_registering,
    ".venv/bin/jans-tui serve --tls": run_serve,
}


def test_every_command_of_the_readme_is_run_here() -> None:
    assert commands() == list(RUNS)


@pytest.mark.parametrize("command", RUNS)
def test_a_command_of_the_readme_does_what_it_should(command: str) -> None:
    RUNS[command](command)


def test_the_shortest_profile_of_the_readme_is_enough_for_its_client() -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    with own_client() as (real, secret):
        profile = filled_in(shown, real)
        assert not {"INUM", HOST} & set(re.findall(r'"(.*?)"', profile))
        settings = SettingsFile().path
        settings.parent.mkdir(parents=True)
        settings.write_text(profile)
        env = {**secret, "SSL_CERT_FILE": real["ca.pem"]}
        assert_all_passes(env)
        on_it = ("--profile", "staging", "clients")
        for command in (
            ("create", "mine", "redirectUris=https://mine.example/cb"),
            ("set", "mine", "description=Mine"),
            ("delete", "mine", "--yes"),
        ):
            done = jans_tui(*on_it, *command, env=env)
            assert done.returncode == 0, done.stderr


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
