"""What changed between two documents, as JSON Patch, merged with what others changed."""

from tui.models.changes.answer import came_back, compare_answer
from tui.models.changes.difference import REORDERED_ON_POST, UNORDERED, Change, Path, difference
from tui.models.changes.merge import Conflict, Merge, Side, merge, resolve
from tui.models.changes.patch import Operation, PatchError, apply_patch, inverse, to_patch

__all__ = [
    "REORDERED_ON_POST",
    "UNORDERED",
    "Change",
    "Conflict",
    "Merge",
    "Operation",
    "PatchError",
    "Path",
    "Side",
    "apply_patch",
    "came_back",
    "compare_answer",
    "difference",
    "inverse",
    "merge",
    "resolve",
    "to_patch",
]
