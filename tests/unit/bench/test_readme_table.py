from pathlib import Path

import pytest

from tests.bench.figure import BYTES, Figure, Outcome, Pairs
from tests.bench.readme import BEGIN, END, this_machine, with_table
from tests.bench.workbench import Workbench
from tests.shell import ROOT

README = f"# Title\n\n{BEGIN}\nOn a machine of old:\n\n| old |\n{END}\n\nMore.\n"


def never(_bench: Workbench) -> Pairs:
    raise AssertionError("nothing is measured here")


START = Outcome(Figure("start", 1.6, never), Pairs([0.2, 0.1, 0.4], [0.2, 0.15, 0.8]))
SENT = Outcome(Figure("sent", 0.5, never, BYTES), Pairs([1000.0], [400.0]))


def test_the_table_takes_the_place_of_the_older_one() -> None:
    assert with_table(README, [START, SENT], "a new machine") == (
        f"# Title\n\n{BEGIN}\nOn a new machine:\n\n"
        "| | bare | jans-tui | ratio | at most |\n"
        "|---|--:|--:|--:|--:|\n"
        "| start | 200.0 ms | 200.0 ms | 1.50 | 1.60 |\n"
        "| sent | 1,000 bytes | 400 bytes | 0.40 | 0.50 |\n"
        f"{END}\n\nMore.\n"
    )


def test_writing_again_changes_nothing() -> None:
    once = with_table(README, [START], "a machine")
    assert with_table(once, [START], "a machine") == once


def test_what_could_not_be_measured_is_not_written() -> None:
    with pytest.raises(ValueError, match="start could not be measured"):
        with_table(README, [Outcome(START.figure, None)], "a machine")


@pytest.mark.parametrize("text", ["", BEGIN, f"{END}\n{BEGIN}"])
def test_without_a_place_nothing_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        with_table(text, [START], "a machine")


def test_the_readme_has_a_place() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| {START.figure.name} |" in with_table(text, [START], "a machine")


def test_the_machine_is_its_processor_cores_and_python(tmp_path: Path) -> None:
    facts = tmp_path / "cpuinfo"
    facts.write_text("processor\t: 0\nmodel name\t: Fast One @ 3 GHz\nflags\t: none\n")
    told = this_machine(facts)
    assert told.startswith("Fast One @ 3 GHz, ")
    assert " cores, Python 3." in told
    assert this_machine(tmp_path / "none").endswith(told.partition(", ")[2])
