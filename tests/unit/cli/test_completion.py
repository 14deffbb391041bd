"""Completion scripts and the manual page, made from the parser."""

import subprocess

import pytest

from tests.shell import jans_tui
from tui.cli.exit_codes import ExitCode
from tui.cli.manual import EXIT_WORDS, manual
from tui.cli.operations.table import OPERATIONS
from tui.cli.parser import build_parser
from tui.cli.parser_tree import levels

TREE = list(levels(build_parser(full=True)))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("jans-tui cli", {"clients"}),
        ("jans-tui clients ed", {"edit"}),
        ("jans-tui --host op.example clients cl", {"clone"}),
        ("jans-tui clients set --dr", {"--dry-run"}),
        ("jans-tui --operation-id post-oauth-o", {"post-oauth-openid-client"}),
        ("jans-tui clients list --output j", {"json"}),
        ("jans-tui completion z", {"zsh"}),
        ("jans-tui --data my", set()),
    ],
)
def test_bash_completes(words: str, found: set[str]) -> None:
    script = jans_tui("completion", "bash").stdout
    ask = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jans_tui; echo "${COMPREPLY[*]}"'
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{ask}", "bash", *words.split()],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.stderr == ""
    assert set(done.stdout.split()) == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_it(shell: str) -> None:
    done = jans_tui("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    for level in TREE:
        assert all(name in done.stdout for name, _ in level.commands)
        assert all(text.lstrip("-") in done.stdout for one in level.flags for text in one.flags)
    assert all(operation.name in done.stdout for operation in OPERATIONS)


def test_the_manual_tells_everything() -> None:
    page = manual(TREE).replace(r"\-", "-")
    assert page.startswith(".TH JANS-TUI 1 ")
    for level in TREE[1:]:
        assert f".SS {' '.join(level.path)}\n" in page
    for level in TREE:
        assert all(one.flags[0] in page for one in level.flags if one.flags)
    assert EXIT_WORDS.keys() == set(ExitCode)
    assert all(len(line) < 400 for line in page.splitlines())


def test_the_manual_is_printed() -> None:
    done = jans_tui("man")
    assert (done.returncode, done.stdout, done.stderr) == (0, manual(TREE) + "\n", "")


def test_every_option_says_what_it_does() -> None:
    for level in TREE:
        assert all(flag.help for flag in level.flags), level.path
