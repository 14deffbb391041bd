"""What the checks say of the client in a form, and how much of it the person is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.checks.client import check_client
from tui.drafts.words import changed_settings
from tui.forms.table import TAB_OF
from tui.models.document import ClientDocument
from tui.widgets.tab_strip import TABS, TabCounts

if TYPE_CHECKING:
    from tui.checks.finding import Finding
    from tui.forms.draft import Draft
    from tui.forms.lookups import Lookups
    from tui.forms.spec import Tab


class FormChecks:
    """The findings of a draft.

    Attributes:
        findings: of the client as it is now.
        opened_with: of the client as the server had it.
        asked_for: what others had to be asked for, and what they said.
        visited: paths of the settings that the person has come to.
        asked_to_save: whether that was tried; then nothing is held back.
    """

    def __init__(self, draft: Draft, lookups: Lookups) -> None:
        self.findings: list[Finding] = []
        self.opened_with: list[Finding] = []
        self.asked_for: list[Finding] = []
        self.visited: set[str] = set()
        self.asked_to_save = False
        self._draft = draft
        self._lookups = lookups

    def begin(self) -> None:
        """Check the client as the server has it."""
        original = self._draft.original
        if original is not None:
            self.opened_with = self._check(ClientDocument(original))

    def renew(self) -> None:
        """Check the client as it is now."""
        self.findings = [*self._check(self._draft.document), *self.asked_for]

    def visit(self, paths: Iterable[str]) -> None:
        """The person has come to these settings."""
        self.visited.update(paths)

    @property
    def shown(self) -> list[Finding]:
        """A new form doesn't complain of what the person has not come to yet."""
        if not self._draft.is_new or self.asked_to_save:
            return self.findings
        return [finding for finding in self.findings if finding.path in self.visited]

    @property
    def counts(self) -> dict[Tab, TabCounts]:
        """How many settings are changed and wrong, by tab."""
        changed = changed_settings(self._draft)
        wrong = {finding.path for finding in self.shown if finding.severity.value == "error"}
        wrong |= set(self._draft.rejected)
        return {
            tab: TabCounts(
                sum(TAB_OF.get(path) is tab for path in changed),
                sum(TAB_OF.get(path) is tab for path in wrong),
            )
            for tab in TABS
        }

    def _check(self, document: ClientDocument) -> list[Finding]:
        original = self._draft.original
        return check_client(
            document,
            discovery=self._lookups.metadata or None,
            new=original is None,
            before=None if original is None else ClientDocument(original),
        )
