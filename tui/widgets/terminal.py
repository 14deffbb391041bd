"""The terminal behind the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App


def raw_writer(app: App[Any]) -> Callable[[str], None]:
    """What sends characters to the terminal as they are; where there is none, to nowhere."""
    driver = app._driver  # Textual has no public way to it.
    return driver.write if driver is not None else lambda _: None
