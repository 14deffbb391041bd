"""Argument types: from the text on the command line to a checked value."""

from argparse import ArgumentTypeError
from pathlib import Path

from tui.locations import at_home


def existing_file(text: str) -> Path:
    """Return the path of a file that is there.

    Raises:
        ArgumentTypeError: nothing is there, or it is not a file.
    """
    path = _at_home(text)
    if not path.is_file():
        raise ArgumentTypeError(f"there is no file {text!r}")
    return path


def folder(text: str) -> Path:
    """Return a folder's absolute path; it need not exist yet.

    Raises:
        ArgumentTypeError: something that is not a folder is there, or the name is empty.
    """
    path = _at_home(text).absolute()
    if not text or (path.exists() and not path.is_dir()):
        raise ArgumentTypeError(f"{text!r} is not a folder")
    return path


def port(text: str) -> int:
    """Return a TCP port, 0 (any free one) to 65535.

    Raises:
        ArgumentTypeError: it is not such a number.
    """
    return _whole_number(text, 0, 65535)


def count(text: str) -> int:
    """Return how many things to make, 1 to 1,000,000.

    Raises:
        ArgumentTypeError: it is not such a number.
    """
    return _whole_number(text, 1, 1_000_000)


def parallel(text: str) -> int:
    """Return how many requests may be under way at the same time, 1 to 32.

    Raises:
        ArgumentTypeError: it is not such a number.
    """
    return _whole_number(text, 1, 32)


def seconds(text: str) -> int:
    """Return a span of time, 1 second to a day.

    Raises:
        ArgumentTypeError: it is not such a number.
    """
    return _whole_number(text, 1, 86400)


def _at_home(text: str) -> Path:
    try:
        return at_home(text)
    except OSError as error:
        raise ArgumentTypeError(f"{error.strerror}: {text!r}") from None


def _whole_number(text: str, lowest: int, highest: int) -> int:
    # isdecimal() alone also takes the digits of other scripts, and int() takes "1_0".
    if text.isascii() and text.isdecimal() and len(text) < 10 and lowest <= int(text) <= highest:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is not a whole number from {lowest} to {highest}")
