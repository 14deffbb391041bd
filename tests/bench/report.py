"""The outcomes in words."""

from collections.abc import Sequence
from statistics import median

from tests.bench.figure import Outcome, Unit


def line(outcome: Outcome, width: int) -> str:
    """Return name, ratio, limit and verdict; the name takes ``width`` cells."""
    ratio = "-" if outcome.pairs is None else f"{outcome.pairs.ratio:.2f}"
    verdict = "over" if outcome.is_over else "ok"
    return f"{outcome.figure.name:<{width}}  {ratio:>5}  {outcome.figure.limit:>5.2f}  {verdict}"


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Return lines with a title: ratio, limit, verdict, medians (lowest to highest)."""
    width = max(len("figure"), *(len(outcome.figure.name) for outcome in outcomes))
    title = f"{'figure':<{width}}  {'ratio':>5}  {'limit':>5}  {'':4}"
    rows = [f"{title}  {'bare':<26}  {'jans-tui':<26}"]
    for outcome in outcomes:
        told = line(outcome, width)
        if outcome.pairs is not None:
            unit = outcome.figure.unit
            bare, own = (
                _spread(values, unit) for values in (outcome.pairs.bare, outcome.pairs.own)
            )
            verdict_width = 4 - len("over" if outcome.is_over else "ok")
            told += " " * verdict_width + f"  {bare:<26}  {own:<26}  {outcome.pairs.note}"
        rows.append(told)
    return [row.rstrip() for row in rows]


def middle(values: Sequence[float], unit: Unit) -> str:
    """Return the median, with its unit."""
    return f"{_told(median(values), unit)} {unit.name}"


def _spread(values: Sequence[float], unit: Unit) -> str:
    return f"{middle(values, unit)} ({_told(min(values), unit)}-{_told(max(values), unit)})"


def _told(value: float, unit: Unit) -> str:
    return f"{value * unit.factor:,.{unit.digits}f}"
