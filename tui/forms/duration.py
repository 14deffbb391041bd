"""Durations as people type and read them: ``900``, ``15m``, ``1h 30m``, ``30d``."""

import re

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000}
_NAMES = (("y", 31_536_000), ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1))
_PART = re.compile(r"(\d+)\s*(?:([smhdwy])(?:in|ec|ours?|ays?|eeks?|ears?)?)?", re.IGNORECASE)


def parse_duration(text: str) -> int:
    """Seconds of ``900``, ``15m``, ``1h 30m``, ``2 d``; a bare number is seconds.

    Raises:
        ValueError: it is no duration, with a sentence that says how to write one.
    """
    rest = text.strip().lower()
    if re.fullmatch(r"-?\d+", rest):
        return int(rest)
    seconds, at = 0, 0
    while at < len(rest):
        part = _PART.match(rest, at)
        if part is None or not part[2]:
            raise ValueError("Not a duration: write seconds (900) or 15m, 1h 30m, 30d.")
        seconds += int(part[1]) * _UNITS[part[2]]
        at = part.end()
        while at < len(rest) and rest[at] in " ,":
            at += 1
    if not rest:
        raise ValueError("Not a duration: write seconds (900) or 15m, 1h 30m, 30d.")
    return seconds


def spell_duration(seconds: int) -> str:
    """``90061`` as ``1 d 1 h 1 min 1 s``; 0 and negative numbers as they are."""
    if seconds <= 0:
        return str(seconds)
    parts = []
    for name, size in _NAMES:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {name}")
    return " ".join(parts)
