"""The outcomes in words."""

from collections.abc import Sequence
from statistics import median

from tests.bench.figure import Outcome, Times


def line(outcome: Outcome, width: int) -> str:
    """Return name, ratio, limit and verdict; the name takes ``width`` cells."""
    ratio = "-" if outcome.times is None else f"{outcome.times.ratio:.2f}"
    verdict = "over" if outcome.is_over else "ok"
    return f"{outcome.figure.name:<{width}}  {ratio:>5}  {outcome.figure.limit:>5.2f}  {verdict}"


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Return lines with a title: medians in milliseconds (lowest to highest), ratio, verdict."""
    width = max(len("figure"), *(len(outcome.figure.name) for outcome in outcomes))
    title = f"{'figure':<{width}}  {'ratio':>5}  {'limit':>5}  {'':4}"
    rows = [f"{title}  {'bare, ms':<20}  {'jans-tui, ms':<20}"]
    for outcome in outcomes:
        told = line(outcome, width)
        if outcome.times is not None:
            verdict_width = 4 - len("over" if outcome.is_over else "ok")
            told += " " * verdict_width + f"  {_times(outcome.times)}"
        rows.append(told)
    return [row.rstrip() for row in rows]


def _times(times: Times) -> str:
    return f"{_spread(times.bare):<20}  {_spread(times.own):<20}  {times.note}"


def _spread(seconds: Sequence[float]) -> str:
    middle, low, high = (1000 * value for value in (median(seconds), min(seconds), max(seconds)))
    return f"{middle:.1f} ({low:.1f}-{high:.1f})"
