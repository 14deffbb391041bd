"""The last resort: a failure that nobody foresaw becomes a sentence and a private file."""

import traceback

from tui.atomic import write_private
from tui.locations import state_folder


def report(error: BaseException) -> str:
    """Keep the traceback of ``error`` in the state folder (0600); return what to tell."""
    kind = type(error).__name__
    try:
        path = state_folder() / "crash.txt"
        write_private(path, "".join(traceback.format_exception(error)).encode(errors="replace"))
    except OSError:
        return f"something went wrong that should not have ({kind})."
    return f"something went wrong that should not have ({kind}); the details are in {path}."
