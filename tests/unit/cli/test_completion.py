"""Completion scripts and the manual page, made from the parser."""

import re
import shlex
import subprocess
from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.shell import jans_tui
from tui.cli.completion import bash, fish, zsh
from tui.cli.exit_codes import ExitCode
from tui.cli.manual import EXIT_WORDS, manual
from tui.cli.operations.table import OPERATIONS
from tui.cli.parser import build_parser
from tui.cli.parser_tree import levels

TREE = list(levels(build_parser(full=True)))


WORDS = [
    ("jans-tui cli", {"clients"}),
    ("jans-tui clients ed", {"edit"}),
    ("jans-tui --host op.example clients cl", {"clone"}),
    ("jans-tui clients set --dr", {"--dry-run"}),
    ("jans-tui --operation-id post-oauth-o", {"post-oauth-openid-client"}),
    ("jans-tui clients list --output j", {"json"}),
    ("jans-tui completion z", {"zsh"}),
    ("jans-tui --data my", set()),
]
"""A command line up to where tab is pressed -> what completes its last word."""


@pytest.mark.parametrize(("words", "found"), WORDS)
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


@pytest.mark.parametrize(("words", "found"), WORDS)
def test_the_rules_for_fish(words: str, found: set[str]) -> None:
    """Not fish itself, which few machines have: its rules, read as fish documents them."""
    *before, last = words.split()[1:]
    fits = set()
    for line in fish(TREE).splitlines()[1:]:
        rule = fish_rule(line)
        if not all(holds(condition, before) for condition in rule["-n"][0].split("; and ")):
            continue
        own = [f"--{name}" for name in rule["-l"]] + [f"-{name}" for name in rule["-o"]]
        given = " ".join(rule["-a"]).split()
        if before and before[-1] in own:
            fits = set(given)
            break
        fits |= set(own) | (set() if own else set(given))
    assert {one for one in fits if one.startswith(last)} == found


def fish_rule(line: str) -> dict[str, list[str]]:
    """The options of a ``complete`` command, each with its values."""
    words = shlex.split(line)
    assert words[:3] == ["complete", "-c", "jans-tui"]
    found: dict[str, list[str]] = {name: [] for name in ("-n", "-l", "-o", "-s", "-a", "-d")}
    rest = iter(words[3:])
    for word in rest:
        if word not in ("-f", "-r", "-x"):
            found[word].append(next(rest))
    return found


def holds(condition: str, words: Sequence[str]) -> bool:
    """Whether a condition is true after these words."""
    sense, _, names = condition.rpartition("__fish_seen_subcommand_from ")
    if names == "true":
        return True
    assert sense in ("", "not ")
    return any(name in words for name in names.split()) is (sense == "")


def test_the_tables_for_zsh_are_those_for_bash() -> None:
    """Not zsh itself, as above: bash has run the same code, whose names are changed for zsh."""
    table = [line for line in bash(TREE).splitlines() if line.startswith(("    ", "      "))]
    renamed = [
        line.replace("$path", "$path_").replace("path=", "path_=").replace("words=", "words_=")
        for line in table
    ]
    assert len(renamed) > len(TREE)
    assert set(renamed) <= set(zsh(TREE).splitlines())


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


def test_the_manual_has_nothing_that_readers_of_manuals_warn_of() -> None:
    """What mandoc's lint says of man(7): a date, and no paragraph right after a heading."""
    lines = manual(TREE).splitlines()
    assert re.fullmatch(r'\.TH \S+ 1 "\d{4}-\d\d-\d\d" ".+" ".+"', lines[0])
    for line, after in pairwise(lines):
        assert not (line.startswith((".SH", ".SS")) and after == ".PP")
    assert all(line.strip() for line in lines)


def test_the_manual_is_printed() -> None:
    done = jans_tui("man")
    assert (done.returncode, done.stdout, done.stderr) == (0, manual(TREE) + "\n", "")


def test_every_option_says_what_it_does() -> None:
    for level in TREE:
        assert all(flag.help for flag in level.flags), level.path
