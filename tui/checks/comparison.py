"""What a change does to the findings, and which of them stop a save."""

from collections import Counter
from collections.abc import Collection, Sequence

from tui.checks.finding import Finding, Severity


def compare(
    before: Sequence[Finding], after: Sequence[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that a change adds, and those that it clears.

    A finding that only moved to another row is the same finding.

    Returns:
        ``(added, cleared)``: those of ``after`` that ``before`` lacks, and the reverse.
    """
    return _without(after, before), _without(before, after)


def blocking(
    findings: Sequence[Finding],
    changed_paths: Collection[str],
    *,
    new: bool = False,
    before: Sequence[Finding] = (),
) -> list[Finding]:
    """The errors that a save has to wait for.

    Args:
        findings: about the client as it is to be saved.
        changed_paths: the members that the person changed, wire names joined by dots. One that
            lies above or below a finding's member counts as that member.
        new: the client is not on the server yet; every error blocks then.
        before: about the client as it was opened. An error at a row that stood there already
            does not block a change to other rows of the list.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if new:
        return errors
    touched = [
        finding
        for finding in errors
        if any(
            overlap(path, changed)
            for path in (finding.path, *finding.related)
            for changed in changed_paths
        )
    ]
    return _without(touched, [finding for finding in before if finding.index is not None])


def overlap(one: str, other: str) -> bool:
    """Whether two paths are the same, or one lies below the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _without(findings: Sequence[Finding], known: Sequence[Finding]) -> list[Finding]:
    left = Counter(_identity(finding) for finding in known)
    found = []
    for finding in findings:
        identity = _identity(finding)
        if left[identity]:
            left[identity] -= 1
        else:
            found.append(finding)
    return found


def _identity(finding: Finding) -> tuple[str, Severity, str, bool]:
    return finding.path, finding.severity, finding.message, finding.index is not None
