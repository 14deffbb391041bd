"""Several programs note at once, and cut at once: nothing is lost or mixed up."""

from pathlib import Path

import pytest

from tests.programs import run_together, waiting
from tui.journal.journal import Journal

PROGRAM = """
import sys
from pathlib import Path
from tests.unit.journal.support import numbered
from tui import locking
from tui.journal.journal import Journal

locking.PATIENCE = 50.0
folder, who, count, most = sys.argv[1:]
journal = Journal(Path(folder), most=int(most))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(count)):
    journal.append(numbered(number, name=f"{who} {number} " + "x" * 9_000))
"""

EACH = 40


def run_at_once(folder: Path, programs: int, most: int) -> None:
    """Let programs note ``EACH`` entries each, all beginning at the same moment."""
    run_together([waiting(PROGRAM, folder, who, EACH, most) for who in range(programs)])


@pytest.mark.parametrize("programs", [2, 3])
def test_no_entry_is_lost(tmp_path: Path, programs: int) -> None:
    run_at_once(tmp_path, programs, most=1_000)
    journal = Journal(tmp_path)
    found = [entry.name.split()[:2] for entry in journal.entries(newest_first=False)]
    assert len(found) == journal.file.read_bytes().count(b"\n") == programs * EACH
    for who in range(programs):
        own = [int(number) for one, number in found if one == str(who)]
        assert own == list(range(EACH))


def test_cutting_loses_only_the_oldest(tmp_path: Path) -> None:
    run_at_once(tmp_path, 2, most=10)
    journal = Journal(tmp_path)
    found = [entry.name.split()[:2] for entry in journal.entries(newest_first=False)]
    assert 7 <= len(found) <= 10
    assert not journal.aside.exists()
    for who in ("0", "1"):
        own = [int(number) for one, number in found if one == who]
        assert own == list(range(EACH))[EACH - len(own) :]
