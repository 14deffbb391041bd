"""Screens on which one thing is done at a time."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from textual.screen import ScreenResultType
from textual.worker import Worker

from tui.screens.dismissing import OneWay

JOB = "job"
"""The group of the workers, which may open other screens."""


class OneJob(OneWay[ScreenResultType]):
    """A key pressed twice counts once: what is asked for while a job is under way is not done.

    Attributes:
        TELLS_FAILURES: whether the screen itself tells what nobody foresaw, and not the app.
    """

    TELLS_FAILURES: ClassVar[bool] = False

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._job: Worker[None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None and not self._job.is_finished

    def do(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Start ``job``, unless one is under way."""
        if not self.is_busy:
            self._job = self.run_worker(job(), group=JOB, exit_on_error=not self.TELLS_FAILURES)

    def leave_off(self) -> bool:
        """Cancel the job, unless another screen is at work for it; whether there was one."""
        if self._job is None or not self._job.is_running:
            return False
        if self.is_on_top:
            self._job.cancel()
        return True
