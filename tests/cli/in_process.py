"""Commands run in this process, which takes a tenth of the time."""

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from tui.cli.main import main
from tui.launch import LaunchOptions


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


class Shell:
    """Runs ``jans-tui`` with what comes on its standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str, text: str = "") -> Done:
        """Run a command."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = main(arguments, _no_app)
        captured = self._capsys.readouterr()
        assert "should not have" not in captured.err
        return Done(code, captured.out, captured.err)


def _no_app(options: LaunchOptions) -> int:
    pytest.fail("the full-screen program was opened")
