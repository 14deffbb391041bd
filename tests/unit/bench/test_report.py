import pytest

from tests.bench.figure import BYTES, MEGABYTES, Figure, Outcome, Pairs
from tests.bench.figures import FIGURES
from tests.bench.report import line, table
from tests.bench.workbench import Workbench, by_turns


def never(_bench: Workbench) -> Pairs:
    raise AssertionError("nothing is measured here")


def outcome(limit: float, times: Pairs | None, name: str = "key") -> Outcome:
    return Outcome(Figure(name, limit, never), times)


SLOWER = Pairs([0.1, 0.2, 0.4], [0.15, 0.2, 0.8])
"""1.5, 1 and 2 times as long."""


def test_the_ratio_is_the_median_of_the_pairs() -> None:
    assert SLOWER.ratio == pytest.approx(1.5)


def test_pairs_need_as_many_of_each() -> None:
    with pytest.raises(ValueError, match="shorter"):
        _ = Pairs([0.1, 0.2], [0.1]).ratio


@pytest.mark.parametrize(("limit", "is_over"), [(1.6, False), (1.4, True)])
def test_the_limit_decides(limit: float, is_over: bool) -> None:
    assert outcome(limit, SLOWER).is_over is is_over


def test_the_limit_itself_is_not_over() -> None:
    assert not outcome(2.0, Pairs([1.0], [2.0])).is_over


def test_what_could_not_be_measured_is_over() -> None:
    assert outcome(1.0, None).is_over


def test_a_line_has_name_ratio_limit_and_verdict() -> None:
    assert line(outcome(1.6, SLOWER), 5) == "key     1.50   1.60  ok"
    assert line(outcome(1.4, SLOWER), 5) == "key     1.50   1.40  over"
    assert line(outcome(1.4, None), 3) == "key      -   1.40  over"


def test_the_table_has_medians_and_extremes_in_milliseconds_below_their_titles() -> None:
    noted = Pairs([0.01], [0.02], "317 bytes")
    title, first, second, third = table(
        [outcome(1.6, SLOWER, "a longer name"), outcome(1.0, noted), outcome(1.0, None)]
    )
    assert "200.0 ms (100.0-400.0)" in first
    assert "200.0 ms (150.0-800.0)" in first
    assert second.endswith("317 bytes")
    assert third.split() == ["key", "-", "1.00", "over"]
    for column, text in (("bare", "200.0 ms (1"), ("limit", " 1.60"), ("ratio", " 1.50")):
        assert title.index(column) == first.index(text)
    assert title.index("bare") == second.index("10.0 ms (")


def test_values_are_told_in_the_unit_of_their_figure() -> None:
    sizes = Pairs([1_000_000.0, 2_000_000.0], [3_000_000.0, 4_000_000.0])
    _, row = table([Outcome(Figure("memory", 3.0, never, MEGABYTES), sizes)])
    assert "1.5 MB (1.0-2.0)" in row
    assert "3.5 MB (3.0-4.0)" in row
    _, row = table([Outcome(Figure("sent", 3.0, never, BYTES), sizes)])
    assert "1,500,000 bytes (1,000,000-2,000,000)" in row


def test_turns_alternate_and_the_first_of_each_does_not_count() -> None:
    calls: list[str] = []

    def take(name: str) -> float:
        calls.append(name)
        return float(len(calls))

    assert by_turns(lambda: take("bare"), lambda: take("own"), 2) == ([3.0, 5.0], [4.0, 6.0])
    assert calls == ["bare", "own"] * 3


def test_figures_have_names_of_their_own() -> None:
    assert len({figure.name for figure in FIGURES}) == len(FIGURES)
