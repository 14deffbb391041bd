"""What only a person at a terminal sees: colours, tables, questions."""

import os
import subprocess

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
        assert ("\x1b[3" in typed(*arguments, "--operation-id", "get-acrs", **env)) is coloured


def typed(*arguments: str, **env: str) -> str:
    """What a command writes to a terminal, as it is."""
    import pty

    main, other = pty.openpty()
    try:
        done = subprocess.run(
            [*JANS_TUI, *arguments], env={**environment(), **env}, stdout=other, timeout=60
        )
        assert done.returncode == 0
        os.close(other)
        other = -1
        return os.read(main, 10_000).decode()
    finally:
        os.close(main)
        if other >= 0:
            os.close(other)
