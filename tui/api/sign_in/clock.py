"""Whether this machine's clock and the server's differ too much for signed statements."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tui.api import http

TOLERANCE = 60.0
"""Seconds that two clocks may differ; an assertion lives no longer."""


def clock_complaint(response: http.Response, now: float) -> str:
    """A sentence about clocks that differ, by the answer's ``Date``; "" when they do not.

    Args:
        response: of the server (RFC 9110 section 6.6.1).
        now: this machine's time, seconds since the epoch.
    """
    try:
        said = parsedate_to_datetime(response.headers.get("date", ""))
    except (TypeError, ValueError):
        return ""
    theirs = (said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp()
    off = now - theirs
    if abs(off) <= TOLERANCE:
        return ""
    minutes = abs(off) / 60
    far = f"{minutes:.0f} minutes" if minutes >= 1.5 else "a minute"
    where = "ahead of" if off > 0 else "behind"
    here = datetime.fromtimestamp(now, UTC).strftime("%H:%M:%S")
    return (
        f"The clock of this machine is {far} {where} that of {response.request.url.host} "
        f"({here} here, {said.strftime('%H:%M:%S')} there, UTC), and signed statements are not "
        "accepted then. Set the clock that is wrong."
    )
