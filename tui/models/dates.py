"""The server's date-times: ``yyyy-MM-ddTHH:mm:ss``, in a zone that it does not tell."""

from datetime import datetime

WIRE_DATE_TIME = "%Y-%m-%dT%H:%M:%S"
"""The format, for ``strptime``."""


def to_local(text: str) -> datetime:
    """Read a date-time with or without fraction and zone; both are dropped.

    Raises:
        ValueError: the text is no ISO 8601 date-time.
    """
    return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)


def to_wire(moment: datetime) -> str:
    """Write a date-time as the server does: whole seconds, no zone."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")
