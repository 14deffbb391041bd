"""What a command is."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Way: TypeAlias = Literal["", "config-api", "registration"]
"""How the clients of a server are managed; "" stands for any way."""


class Command(NamedTuple):
    """Something that a person can do.

    Attributes:
        id: ``place.verb``; a key map in the settings refers to it.
        key: the keys that do it, joined by commas; the first is the one shown.
        label: for the footer, a word or two.
        help: for the help and the palette, one sentence.
        action: the Textual action; its default is ``id`` with its dots as underscores.
        writes: whether it is there to change something on the server.
        scope: the OAuth scope that the server wants for it, without what those of the Config
            API begin with (see ``access``); "" for none.
        footer: whether the footer names it.
        way: on which servers it belongs into the footer.
        elsewhere: why it is refused on all others, a sentence; "" when it is not.
    """

    id: str
    key: str
    label: str
    help: str
    action: str = ""
    writes: bool = False
    scope: str = ""
    footer: bool = True
    way: Way = ""
    elsewhere: str = ""

    @property
    def run(self) -> str:
        """The action to run."""
        return self.action or self.id.partition(".")[2].replace(".", "_").replace("-", "_")

    @property
    def shown_key(self) -> str:
        """The first key, in the words that stand on a keyboard."""
        return key_name(self.key.partition(",")[0])


def key_name(key: str) -> str:
    """What stands on the keyboard for a key that Textual calls ``key``."""
    return _KEY_NAMES.get(key, key)


_KEY_NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "down": "↓",
    "up": "↑",
    "f1": "F1",
    "f2": "F2",
    "f4": "F4",
    "f5": "F5",
    "f7": "F7",
    "f8": "F8",
    "f9": "F9",
    "delete": "del",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}
