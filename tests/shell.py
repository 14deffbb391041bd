"""Running the command line as a shell would."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The top of the checkout."""

JANS_TUI = (sys.executable, "-m", "tui")
"""The program as it is in the checkout."""


def environment() -> dict[str, str]:
    """Return this test's environment, with the checkout importable and 80 columns for help."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}


def jans_tui(
    *arguments: str, env: Mapping[str, str] | None = None, text: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run ``jans-tui`` without a terminal and wait for its end, at most a minute.

    Args:
        arguments: the command line after the program's name.
        env: variables to add to ``environment()``.
        text: its standard input.
    """
    return run_python("-m", "tui", *arguments, env=env, text=text)


def run_python(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    text: str = "",
    unset: Collection[str] = (),
) -> subprocess.CompletedProcess[str]:
    """Run Python with ``arguments``, without the variables ``unset``.

    The rest is as in ``jans_tui``.
    """
    inherited = {name: value for name, value in environment().items() if name not in unset}
    return subprocess.run(
        [sys.executable, *arguments],
        input=text,
        env={**inherited, **(env or {})},
        capture_output=True,
        text=True,
        timeout=60,
    )


def paste_into_sh(
    command: str, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command that calls curl as a person would who pasted it into ``sh``.

    Args:
        command: one or several lines; the first that fails ends it.
        variables: what the person has set; of this test's there are only two more.
    """
    assert shutil.which("curl"), "these tests need curl: install it"
    return subprocess.run(
        ["sh", "-e", "-c", command],
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **(variables or {})},
        capture_output=True,
        text=True,
        timeout=30,
    )


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[dict[str, str], subprocess.Popen[str]]]:
    """Run ``jans-tui serve``; yield what it says about itself, and its process."""
    with subprocess.Popen(
        [*JANS_TUI, "serve", *arguments],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline()), process
        finally:
            process.kill()
