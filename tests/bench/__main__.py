"""Measures how fast the program is, as ratios to a bare program on the same machine.

``python -m tests.bench [NAME ...]`` measures all figures, or those whose names begin with a
NAME. With ``--readme`` all of them go into the README's table. The exit code is 1 if one is over
its limit or could not be measured.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import readme, report
from tests.bench.figure import Figure, Outcome
from tests.bench.figures import FIGURES
from tests.bench.program import NotSeenError
from tests.bench.workbench import Workbench
from tests.shell import ROOT

README, README_FLAG = ROOT / "README.md", "--readme"


def main(arguments: list[str]) -> int:
    """Measure and print; return the exit code."""
    writes = README_FLAG in arguments
    names = [argument for argument in arguments if argument != README_FLAG]
    if writes and names:
        say(f"{README_FLAG} is for all figures.")
        return 2
    figures = [f for f in FIGURES if not names or f.name.startswith(tuple(names))]
    if not figures:
        say("No figure has such a name. There are: " + "; ".join(f.name for f in FIGURES))
        return 2
    width = max(len(figure.name) for figure in figures)
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="jans-tui-bench-") as folder:
        bench = Workbench(Path(folder), say)
        for figure in figures:
            outcome = _measure(figure, bench)
            say(report.line(outcome, width))
            outcomes.append(outcome)
    say("", *report.table(outcomes))
    if writes:
        text = README.read_text(encoding="utf-8")
        README.write_text(readme.with_table(text, outcomes, readme.this_machine()), "utf-8")
    return int(any(outcome.is_over for outcome in outcomes))


def _measure(figure: Figure, bench: Workbench) -> Outcome:
    try:
        return Outcome(figure, figure.measure(bench))
    except (NotSeenError, OSError, subprocess.CalledProcessError) as error:
        say(f"{figure.name}: {error}")
        return Outcome(figure, None)


def say(*lines: str) -> None:
    """Print ``lines`` at once, so that they are to be seen while measuring goes on."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
