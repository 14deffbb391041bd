"""Changes the code that must not be wrong, one place at a time, and counts what a test notices.

``python -m tests.mutating`` runs mutmut over what ``[tool.mutmut]`` in ``pyproject.toml`` names
and prints, for each module, which share of the changes made a test fail. The changes that none
noticed follow; ``mutmut show NAME`` shows one. The exit code is 1 below ``LIMIT``.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

LIMIT = 0.85
"""The least share that is good enough."""

MUTMUT = str(Path(sys.executable).with_name("mutmut"))

NOTICED = ("killed", "timeout", "segfault", "caught by type check")
"""The outcomes by which a change was noticed."""

Outcome = tuple[str, str]
"""A change, as ``module.function__mutmut_1``, and what became of it."""


def main() -> int:
    """Run mutmut and tell; return the exit code."""
    with open("mutants.log", "w", encoding="utf-8") as log:  # It draws a bar, again and again.
        done = subprocess.run([MUTMUT, "run"], stdout=log, stderr=log, check=False)
    if done.returncode != 0:
        say("mutmut failed; mutants.log says why.")
        return 1
    told = subprocess.run(
        [MUTMUT, "results", "--all", "true"], check=True, capture_output=True, text=True
    )
    outcomes = read(told.stdout)
    say(*report(outcomes))
    return int(not outcomes or share(outcomes) < LIMIT)


def read(told: str) -> list[Outcome]:
    """The changes in what ``mutmut results`` prints, one a line."""
    pairs = (line.strip().rpartition(": ") for line in told.splitlines())
    return [(name, outcome) for name, _, outcome in pairs if name]


def share(outcomes: Iterable[Outcome]) -> float:
    """The share of the changes that a test noticed, from 0 to 1; what no test runs is not."""
    counted = Counter(outcome in NOTICED for _, outcome in outcomes)
    return counted[True] / max(counted.total(), 1)


def report(outcomes: list[Outcome]) -> list[str]:
    """Lines: a share for each module and for all, then each change that was not noticed."""
    modules = sorted({_module(name) for name, _ in outcomes})
    width = max(map(len, modules), default=0)
    lines = [
        _line(module.ljust(width), [one for one in outcomes if _module(one[0]) == module])
        for module in modules
    ]
    missed = [f"{name}: {outcome}" for name, outcome in outcomes if outcome not in NOTICED]
    return [*lines, _line("all".ljust(width), outcomes), *missed]


def _module(name: str) -> str:
    return name.rpartition(".")[0]


def _line(name: str, outcomes: list[Outcome]) -> str:
    return f"{name}  {share(outcomes):6.1%} of {len(outcomes)}"


def say(*lines: str) -> None:
    """Print."""
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
