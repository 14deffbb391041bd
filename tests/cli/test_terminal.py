"""What only a person at a terminal sees: colours, tables, questions."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.in_process import Shell
from tests.shell import JANS_TUI, environment
from tests.terminal import Terminal

SIZE = (40, 160)
CREATE = ("clients", "create", "Shop", "--redirect-uri", "https://rp.example/cb")


def on_terminal(*arguments: str, env: dict[str, str] | None = None) -> Terminal:
    return Terminal([*JANS_TUI, *arguments], env={**environment(), **(env or {})}, size=SIZE)


def test_delete_asks_and_no_changes_nothing(shell: Shell) -> None:
    shell(*CREATE)
    with on_terminal("clients", "delete", "Shop") as terminal:
        terminal.wait_for("[y/N]")
        assert "Delete Shop (" in terminal.text
        terminal.send("n\r")
        assert terminal.wait_for_exit() == 130
        terminal.wait_for("nothing was changed")
    assert shell("clients", "get", "Shop").code == 0
    with on_terminal("clients", "delete", "Shop") as terminal:
        terminal.wait_for("[y/N]")
        terminal.send("y\r")
        assert terminal.wait_for_exit() == 0
        terminal.wait_for("deleted")
    assert shell("clients", "get", "Shop").code == 5


def test_a_client_of_a_tool_has_to_be_named(shell: Shell) -> None:
    inum = shell("clients", "get", "Jans TUI Client").json["inum"]
    with on_terminal("clients", "delete", inum, "--yes") as terminal:
        terminal.wait_for("to go on:")
        terminal.send("y\r")
        assert terminal.wait_for_exit() == 130
    assert shell("clients", "get", inum).code == 0


def test_a_list_is_a_table() -> None:
    with on_terminal("clients", "list") as terminal:
        assert terminal.wait_for_exit() == 0
        terminal.wait_for("tokenEndpointAuthMethod")
        assert "SCIM client" in terminal.text


def pipe(command: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command, "bash", *JANS_TUI],
        env={**environment(), **env},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_reader_that_leaves_early_is_no_error_to_see() -> None:
    command = 'set -o pipefail; "$@" --operation-id get-attributes | head -n 1'
    done = pipe(command)
    assert (done.returncode, done.stdout, done.stderr) in ((141, "{\n", ""), (0, "{\n", ""))


@pytest.mark.parametrize(
    "words", ["--version", "--help", "clients --help", "man", "completion bash", "--info"]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_cannot_be_written_is_a_sentence(
    words: str, unbuffered: str, tmp_path: Path
) -> None:
    """As on a full disk: no file may grow."""
    command = f'ulimit -f 0; "$@" {words} > {tmp_path}/out'
    done = pipe(command, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, (tmp_path / "out").read_text()) == (1, "")
    assert done.stderr == "jans-tui: standard output: File too large.\n"


class Full(io.StringIO):
    """A file on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_secret_that_could_not_be_printed_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Full())
        done = shell(*CREATE)
    assert done.code == 7
    assert "No space left on device" in done.err
    assert shell("clients", "get", "Shop").json["inum"] in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(("words", "code"), [("clients lst", 2), ("--schema x", 2), ("-V", 0)])
def test_an_exit_code_stays_where_nobody_can_be_told(words: str, code: int, tmp_path: Path) -> None:
    for where in (f"{tmp_path}/err", "&-"):
        assert pipe(f'ulimit -f 0; "$@" {words} 2>{where}').returncode == code


def test_a_bar_shows_how_far_it_is_and_goes_away(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    clients = [{"clientName": str(at), "redirectUris": ["https://a/"]} for at in range(3)]
    path.write_text(json.dumps([*clients, {"clientName": "Odd", "redirectUris": [1]}]))
    create = ("clients", "create", "--from-json", str(path))
    shown = typed(*create, to="stderr", code=1, env={})
    assert "0 of 4" in shown
    assert "\r\x1b[Kjans-tui: Odd: " in shown
    assert shown.endswith("\x1b[K")
    for env in ({"TERM": "dumb"}, {"NO_COLOR": "1"}):
        shown = typed(*create, to="stderr", code=1, env=env)
        assert ("of 4" in shown) is ("TERM" not in env)
        assert "\x1b[3" not in shown
    done = pipe(f'"$@" {" ".join(create)}')
    assert "of 4" not in done.stderr
    assert "\x1b" not in done.stderr


def test_there_are_no_colours_where_nobody_looks(shell: Shell) -> None:
    done = shell("--operation-id", "get-acrs")
    assert "\x1b" not in done.out


def test_colours_go_to_a_terminal_only_and_can_be_declined() -> None:
    for arguments, env, coloured in (
        ((), {}, True),
        (("-no-color",), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
    ):
        assert ("\x1b[3" in typed(*arguments, "--operation-id", "get-acrs", env=env)) is coloured


def typed(*arguments: str, env: Mapping[str, str], to: str = "stdout", code: int = 0) -> str:
    """What a command writes to a terminal that is its standard output or error."""
    import pty

    main, other = pty.openpty()
    try:
        done = subprocess.run(
            [*JANS_TUI, *arguments],
            env={**environment(), **env},
            stdout=other if to == "stdout" else subprocess.DEVNULL,
            stderr=other if to == "stderr" else None,
            timeout=60,
        )
        assert done.returncode == code
        os.close(other)
        other = -1
        return os.read(main, 10_000).decode()
    finally:
        os.close(main)
        if other >= 0:
            os.close(other)
