"""What the tests of saving share."""

import pytest

from tui.api import retry


@pytest.fixture(autouse=True)
def no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads that fail are tried again, but at once."""
    monkeypatch.setattr(retry, "_FIRST_BACKOFF", 0.0)
