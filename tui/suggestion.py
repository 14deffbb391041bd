"""What somebody may have meant by a name that is not known."""

from collections.abc import Iterable


def suggestion(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about ``name``: ``; did you mean …?``, or a full stop."""
    from difflib import get_close_matches

    by_folded = {word.casefold(): word for word in known}
    near = get_close_matches(name.casefold()[:100], by_folded, n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(by_folded[word] for word in near)}?" if near else "."
