"""``jans-tui`` without a command, and what every command shares."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.shell import JANS_TUI, environment, jans_tui, run_python
from tests.terminal import Terminal
from tui import __version__


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_version(flag: str) -> None:
    done = jans_tui(flag)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"jans-tui {__version__}\n", "")


def test_version_beside_other_options() -> None:
    done = jans_tui("--cacert", __file__, "--version")
    assert (done.returncode, done.stdout) == (0, f"jans-tui {__version__}\n")


def test_help_fits_a_small_terminal_and_says_how_to_create_a_client() -> None:
    done = jans_tui("--help")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) <= 23  # the prompt comes below
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("create a client:") for line in lines)


@pytest.mark.parametrize("command", ["clients", "scopes", "profiles", "serve", "sandbox"])
def test_every_command_is_in_the_help_and_has_its_own(command: str) -> None:
    assert f"\n    {command} " in jans_tui("--help").stdout
    done = jans_tui(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: jans-tui {command} ")
    # What stands below under a heading of its own is for few.
    first = done.stdout.partition("\n\nsigning in:")[0]
    assert len(first.splitlines()) <= 24


def test_options_that_few_need_are_in_the_long_help() -> None:
    usual, everything = jans_tui("serve", "--help").stdout, jans_tui("serve", "--help-all")
    assert (everything.returncode, everything.stderr) == (0, "")
    for option in ("--initial-token TOKEN", "--device-interval SECONDS", "dynamic registration:"):
        assert option in everything.stdout
        assert option not in usual
    assert "--initial-token" in jans_tui("man").stdout.replace("\\-", "-")


def test_without_a_terminal_it_says_so_in_one_sentence() -> None:
    done = jans_tui()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("jans-tui: the full-screen program needs a terminal")
    assert done.stderr.count("\n") == 1


def test_with_only_its_output_piped_it_says_so_too() -> None:
    with Terminal(["sh", "-c", '"$@" | cat', "sh", *JANS_TUI], env=environment()) as terminal:
        terminal.wait_for("needs a terminal")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["--vers"],
        ["locate", "more"],
        ["--cacert", "/nonexistent/ca.pem"],
        ["--cacert", "/"],
    ],
)
def test_wrong_arguments_exit_with_2_and_no_traceback(arguments: list[str]) -> None:
    done = jans_tui(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error_to_see() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        for arguments in (["--version"], ["--help"], ["locate"]):
            done = subprocess.run(
                [*JANS_TUI, *arguments],
                env=environment(),
                stdout=write,
                stderr=subprocess.PIPE,
                timeout=60,
            )
            assert (done.returncode, done.stderr) == (141, b""), arguments
    finally:
        os.close(write)


def test_a_closed_output_is_no_error_either() -> None:
    command = '"$@" >&- 2>&-'
    for flag in ("--version", "--help", "locate"):
        done = subprocess.run(
            ["sh", "-c", command, "sh", *JANS_TUI, flag], env=environment(), timeout=60
        )
        assert done.returncode == 0, flag


# A command that ends in the way that is asked for, run by the real main().
STAND_IN = """
import sys, tui.cli.commands.locate as locate
from tui.__main__ import main
def run(args):
    {body}
locate.run = run
sys.argv = ["jans-tui", "locate"]
sys.exit(main())
"""


def test_ctrl_c_exits_with_130_and_without_a_traceback() -> None:
    body = "print('busy', flush=True); import signal; signal.pause()"
    process = subprocess.Popen(
        run_python_arguments(body), env=environment(), stdout=-1, stderr=-1, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "busy\n"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, "")


def run_python_arguments(body: str) -> list[str]:
    return [JANS_TUI[0], "-c", STAND_IN.format(body=body)]


def test_a_refusing_file_system_is_a_sentence() -> None:
    body = "raise PermissionError(13, 'Permission denied', '/etc/clients')"
    done = run_python("-c", STAND_IN.format(body=body))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "jans-tui: /etc/clients: Permission denied.\n"


def test_an_unforeseen_failure_is_a_sentence_and_a_private_file(own_folders: Path) -> None:
    done = run_python("-c", STAND_IN.format(body="raise ZeroDivisionError('the details')"))
    path = own_folders / "jans-tui" / "state" / "crash.txt"
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "ZeroDivisionError" in done.stderr
    assert str(path) in done.stderr
    assert "the details" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_unforeseen_failure_without_a_place_to_write_is_a_sentence_still() -> None:
    done = run_python(
        "-c", STAND_IN.format(body="raise ZeroDivisionError"), env={"JANS_TUI_HOME": "/dev/null/x"}
    )
    assert done.returncode == 1
    assert done.stderr == (
        "jans-tui: something went wrong that should not have (ZeroDivisionError).\n"
    )


def test_no_tui_alone_lists_every_flag_and_command() -> None:
    done = jans_tui("--no-tui")
    assert (done.returncode, done.stderr) == (0, "")
    for text in ("--endpoint-args", "--patch-add", "-revoke-session", "-noverify", "completion"):
        assert text in done.stdout
