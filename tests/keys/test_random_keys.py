"""Random keys over the whole program, while the network fails at random."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.keys.pressing import keys
from tests.keys.walk import Walk, ground
from tests.ui.support import NORMAL, SMALL

USUAL, SOAK = 2, 400
"""Seeds."""

COUNT = 80


@pytest.mark.soak
@pytest.mark.parametrize("size", [NORMAL, SMALL], ids=["80x24", "40x12"])
async def test_random_keys(
    size: tuple[int, int],
    effort: Callable[[int, int], int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for seed in range(effort(USUAL, SOAK)):
        home = tmp_path / str(seed)
        home.mkdir()
        await walk(seed, COUNT, size, home, monkeypatch)


async def walk(
    seed: int, count: int, size: tuple[int, int], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One seed; its keys are told when something is wrong."""
    with monkeypatch.context() as patch:
        patch.setenv("JANS_TUI_HOME", str(home))
        patch.setenv("JANS_TUI_CLIPBOARD", "osc52")
        patch.setenv("EDITOR", "true")
        patch.chdir(home)
        async with ground(seed, home / "served", 0.06) as made:
            walking = Walk(made, patch)
            try:
                await walking.over(keys(seed, count), size)
            except BaseException as problem:
                problem.add_note(f"seed {seed}, {size}: {' '.join(walking.pressed)}")
                problem.add_note(f"requests: {made.storm.happened[-8:]}")
                raise
