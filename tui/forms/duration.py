"""Durations as people type and read them: ``900``, ``15m``, ``1h 30m``, ``30d``."""

import re

_SIZES = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000}
_NAMES = (("y", 31_536_000), ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1))
_UNIT = "|".join(
    (
        r"s(?:ecs?|econds?)?",
        r"m(?:ins?|inutes?)?",
        r"h(?:rs?|ours?)?",
        r"d(?:ays?)?",
        r"w(?:eeks?)?",
        r"y(?:rs?|ears?)?",
    )
)
_PART = re.compile(rf"([0-9]{{1,4000}})\s*({_UNIT})(?![a-z])[\s,]*")
_NOT_ONE = "Not a duration: write seconds (900) or 15m, 1h 30m, 30d."


def parse_duration(text: str) -> int:
    """Seconds of ``900``, ``15m``, ``1h 30m``, ``2 d``; a bare number is seconds.

    Raises:
        ValueError: it is no duration, with a sentence that says how to write one.
    """
    typed = text.strip().lower()
    if re.fullmatch(r"-?[0-9]{1,4000}", typed):
        return int(typed)
    seconds, at = 0, 0
    while at < len(typed) or not typed:
        part = _PART.match(typed, at)
        if part is None:
            raise ValueError(_NOT_ONE)
        seconds += int(part[1]) * _SIZES[part[2][0]]
        at = part.end()
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
