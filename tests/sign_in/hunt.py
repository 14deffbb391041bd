"""The hunt for secrets in whatever the program says."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

import pytest

from tui.api.errors import ApiError

SHORTEST = 8
"""Characters of a secret that are looked for; less would be found anywhere."""


@dataclass
class Hunt:
    """Collects what was said, and where; none of the secrets may stand in it.

    Attributes:
        secrets: as they are; those of several lines are looked for line by line.
        caplog: what Python's logging gets, all of it.
        heard: where something was said, and what.
    """

    secrets: tuple[str, ...]
    caplog: pytest.LogCaptureFixture
    heard: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.caplog.set_level(logging.DEBUG)

    def hear(self, where: str, *texts: str) -> None:
        """Something was said."""
        self.heard += [(where, text) for text in texts]

    def catch(self, error: BaseException) -> None:
        """Something was raised; with all that lies behind it."""
        self.hear("exception", repr(error), *traceback.format_exception(error))
        if isinstance(error, ApiError):
            self.hear("error", str(error), error.sentence, error.server_words, error.url)

    def end(self) -> None:
        """Look through all that was heard, and the log.

        Raises:
            AssertionError: a secret is there, or a traceback where a person looks.
        """
        assert self.heard, "nothing was heard"
        self.hear("log", self.caplog.text)
        hunted = {form for secret in self.secrets for form in _forms(secret)}
        assert hunted, "there is nothing to look for"
        told = [where for where, text in self.heard if any(form in text for form in hunted)]
        assert not told, f"a secret stands in: {', '.join(told)}"
        traces = {where for where, text in self.heard if "Traceback (most" in text}
        assert traces <= {"exception"}, f"a traceback stands in: {', '.join(traces)}"


def _forms(secret: str) -> Iterator[str]:
    """How it may show: whole or line by line, as it is or escaped."""
    for line in secret.splitlines():
        if len(line) >= SHORTEST and not line.startswith("-----"):
            yield from (line, quote(line, safe=""), quote_plus(line))
