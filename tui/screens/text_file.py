"""A text file that a person names."""

from tui.locations import at_home

LARGEST = 1024 * 1024
"""Bytes of a file that is read."""


def read_text_file(name: str) -> str:
    """The text of the file at ``name``, where ``~`` is the home folder.

    Raises:
        ValueError: it cannot be read, is no text in UTF-8, or is too large; with a sentence.
    """
    if not name.strip():
        raise ValueError("Type the path of a file.")
    try:
        path = at_home(name.strip())
        if not path.is_file():
            raise ValueError("That is a folder." if path.is_dir() else "There is no such file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ValueError(f"The file cannot be read: {error.strerror or error}.") from None
    if len(data) > LARGEST:
        raise ValueError("The file is larger than 1 MB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("The file is no text in UTF-8.") from None
