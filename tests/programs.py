"""Python programs that wait for each other, so that what they do is done at the same moment."""

import subprocess
import sys
from collections.abc import Sequence

from tests.shell import ROOT, environment

READY = "ready"
"""What such a program prints when it is; then it waits for a line of input."""


def waiting(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start ``code``, which prints ``READY``, waits for a line, and goes on."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
        text=True,
    )


def wait_until_ready(program: "subprocess.Popen[str]") -> None:
    """Wait until it waits."""
    assert program.stdout is not None
    assert program.stdout.readline() == f"{READY}\n"


def go_on(program: "subprocess.Popen[str]") -> None:
    """Let it go on."""
    assert program.stdin is not None
    program.stdin.write("\n")
    program.stdin.flush()


def run_together(programs: Sequence["subprocess.Popen[str]"]) -> list[str]:
    """Let all go on at once, and wait for their end; return the lines that they printed."""
    for program in programs:
        wait_until_ready(program)
    for program in programs:
        go_on(program)
    printed: list[str] = []
    for program in programs:
        out, errors = program.communicate(timeout=120)
        assert program.returncode == 0, errors
        printed += out.splitlines()
    return printed
