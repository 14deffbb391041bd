"""Where a secret is: the text that stands in a profile instead of it."""

from typing import Literal, NamedTuple, TypeAlias, cast, get_args

Scheme: TypeAlias = Literal["env", "file", "cmd", "shell", "keyring", "prompt", "plain", "jans-cli"]

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

HOW = (
    "env:NAME (a variable), file:PATH, cmd:COMMAND (what it prints), keyring:SERVICE/NAME, "
    "prompt (ask each time), or plain:TEXT to keep it in the settings"
)
"""The ways to refer to a secret, for a sentence."""


class Reference(NamedTuple):
    """A reference in its parts; the ``value`` of ``plain`` is the secret itself."""

    scheme: Scheme
    value: str

    def __repr__(self) -> str:
        return f"Reference({self.scheme})"


def read_reference(text: str) -> Reference:
    """The parts of ``text``.

    Raises:
        ValueError: it is none; the text is the end of a sentence, and holds no part of it.
    """
    if text == "prompt":
        return Reference("prompt", "")
    scheme, colon, value = text.partition(":")
    if not colon or scheme not in SCHEMES or scheme == "prompt":
        raise ValueError(f"must say where the secret is: {HOW}.")
    if not value.strip():
        raise ValueError(f"says nothing after {scheme}:.")
    if scheme == "keyring" and not all(value.rpartition("/")[::2]):
        raise ValueError("must be keyring:SERVICE/NAME.")
    return Reference(cast("Scheme", scheme), value)
