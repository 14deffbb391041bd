"""Checks the software statement that somebody puts into a client's form, before it is used."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.checks.finding import Finding, Severity
from tui.widgets.fields.statement import StatementField

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.screens.client import ClientScreen

PATH = "softwareStatement"
SOURCE = "RFC 7591 section 2.3"

PATIENCE = 5.0
"""Seconds that a save waits for the issuer's keys."""


class StatementWatch:
    """What is wrong with it goes to the form's checks, whether it is good to its field.

    Only a statement that was put in here is looked at. That of a client that is merely opened
    may be a stranger's, and so would the address be that is asked.
    """

    def __init__(self, form: ClientScreen) -> None:
        self._form = form
        self._text = ""
        self._verdict = ""
        self._job: Worker[None] | None = None

    def look(self) -> None:
        """Check the statement if it is another one than before."""
        draft = self._form.draft
        value = draft.value(PATH) if draft.is_changed(PATH) else ""
        text = value if isinstance(value, str) else ""
        if text == self._text:
            return
        self._text = text
        self._tell([], "")
        if text:
            self._job = self._form.run_worker(self._check(text), group="statement", exclusive=True)

    async def finish(self) -> None:
        """Wait for a check that is under way, though not for long."""
        if self._job is not None and not self._job.is_finished:
            waiting = asyncio.ensure_future(self._job.wait())
            # The app tells of a check that failed.
            waiting.add_done_callback(lambda done: done.cancelled() or done.exception())
            await asyncio.wait([waiting], timeout=PATIENCE)

    async def _check(self, text: str) -> None:
        from tui.api.errors import ApiError
        from tui.models.registration.software_statement import NotAStatementError

        form = self._form
        try:
            api = await form.session.connection()
            check = await api.check_statement(text, datetime.now(UTC))
        except (ApiError, NotAStatementError) as problem:
            problems, verdict = [str(problem)], ""
        else:
            problems = [*check.problems]
            verdict = check.signature.value
            if verdict == "unknown":
                problems.append(f"Whether its signature is good is unknown. {check.why}")
        if text == self._text and form.is_mounted:
            self._tell(problems, verdict)
            form.checks.visit([PATH])
            form.draft_changed()

    def _tell(self, problems: list[str], verdict: str) -> None:
        self._verdict = verdict
        self._form.checks.asked_for = [
            Finding(PATH, Severity.WARNING, sentence, source=SOURCE) for sentence in problems
        ]

    def show(self) -> None:
        """Tell the field what was found out, if it has been made by now."""
        for field in self._form.query(StatementField):
            field.show_verdict(self._verdict)
