"""The bar below many changes, drawn at chosen times."""

import io
import os
import sys

import pytest

from tui.cli import output
from tui.cli.progress import Progress


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr("tui.cli.progress.time.monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(output, "_status", "")
    return Clock(monkeypatch)


def terminal(
    monkeypatch: pytest.MonkeyPatch, columns: int = 60, encoding: str = "utf-8"
) -> Terminal:
    stream = Terminal(io.BytesIO(), encoding=encoding, errors="backslashreplace", newline="")
    monkeypatch.setattr(sys, "stderr", stream)
    size = os.terminal_size((columns, 9))
    monkeypatch.setattr("os.get_terminal_size", lambda number: size)
    return stream


def lines(stream: Terminal) -> list[str]:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding).split("\r\x1b[K")[1:]


def test_it_fills_up_and_tells_how_long_the_rest_takes(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = terminal(monkeypatch)
    bar = Progress(1_000)
    for seconds, count in ((1, 100), (0.01, 101), (9, 500), (180, 900)):
        clock.now += seconds
        bar.reached(count)
    output.tell("a remark")
    bar.end()
    empty, first, half, most, remark, gone = lines(stream)
    assert empty == f"{'░' * 40} 0 of 1,000"
    assert first == f"{'█' * 4}{'░' * 36} 100 of 1,000"
    assert half.strip("█░") == " 500 of 1,000, 10 s to go"
    assert half.count("█") == half.count("░") > 10
    assert most.strip("█░") == " 900 of 1,000, 21 s to go"
    assert remark == f"a remark\n{most}"
    assert gone == ""


@pytest.mark.parametrize("columns", [1, 8, 12, 20, 40, 200])
def test_it_never_wraps(clock: Clock, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    stream = terminal(monkeypatch, columns)
    bar = Progress(10_000)
    clock.now += 700
    bar.reached(5)
    assert all(len(line) < columns for line in lines(stream))


def test_it_is_of_letters_where_blocks_cannot_be_shown(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = terminal(monkeypatch, encoding="ascii")
    bar = Progress(2)
    clock.now += 1
    bar.reached(1)
    assert lines(stream)[1] == f"{'#' * 20}{'.' * 20} 1 of 2"


def test_nobody_who_is_not_there_is_shown_anything(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    bar = Progress(2)
    bar.reached(1)
    bar.end()
    assert stream.getvalue() == ""
