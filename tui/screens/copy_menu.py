"""What of a client can be copied, one key each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast

from textual.binding import Binding, BindingType

from tui.models.document import ClientDocument
from tui.models.json_lines import json_lines
from tui.models.secrets import mask
from tui.screens.host import Host
from tui.screens.menu import MenuScreen
from tui.widgets.menu import MenuItem

if TYPE_CHECKING:
    from textual.app import App

Entry: TypeAlias = tuple[str, str]
"""What it is called, and the text to copy."""

KEYS = "123456789"


def copy_entries(document: ClientDocument) -> list[Entry]:
    """What there is to copy of a client; never a secret."""
    found = [
        ("The client id", document.inum),
        ("The name", document.name),
        ("The redirect URIs", "\n".join(document.texts("redirectUris"))),
        ("The scopes", "\n".join(document.texts("scopes"))),
        ("The description", document.text("description")),
        ("The JSON, secrets masked,", "\n".join(o.text for o in json_lines(mask(document.raw)))),
    ]
    return [(label, text) for label, text in found if text]


async def choose_and_copy(app: App[Any], entries: Sequence[Entry]) -> None:
    """Let the person choose, and copy it. Run it in a worker."""
    chosen = await app.push_screen_wait(CopyScreen(entries))
    if chosen is not None:
        label, text = chosen
        await cast(Host, app).copy(text, label)


class CopyScreen(MenuScreen[Entry]):
    """Returns what was chosen; a digit chooses at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "choose", "Copy", id="copy.choose"),
    ]

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Args: ``entries`` are at most nine; their texts may be foreign."""
        super().__init__(
            "Copy",
            [
                (MenuItem(key, _shown(label), text), (label, text))
                for key, (label, text) in zip(KEYS, entries, strict=False)
            ],
            keys="enter copy   esc back",
        )


def _shown(label: str) -> str:
    """A label as it stands in the list: ``The client id`` is ``Client id`` there."""
    words = label.removeprefix("The ").strip(",")
    return words[:1].upper() + words[1:]
