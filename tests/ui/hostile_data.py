"""What strangers may write, wherever a client has room for it, and what a screen makes of it."""

from tests.data.hostile_texts import HOSTILE
from tui.app import JansTui
from tui.forms.lookups import Lookups
from tui.models.document import Document
from tui.models.json import JsonObject
from tui.models.plain import plain

ROOM = 60
"""Characters, as shown, of the texts that stand in one place together: a line has room for all."""


def packs(texts: list[str]) -> list[str]:
    """The texts, each of them whole; short ones several together, so that all fit few screens."""
    found = [""]
    for text in texts:
        both = f"{found[-1]} {text}"
        if len(plain(both, len(both) + 1)) <= ROOM and found[-1]:
            found[-1] = both
        else:
            found.append(text)
    return found[1:]


PACKS = packs(HOSTILE)


def assert_plain(app: JansTui, width: int = 0) -> None:
    """Nothing on the screen, toasts included, steers a terminal or came of markup.

    Each row has its width, so that no text moves what is beside it. Joiners are let through
    where a text is typed, since words and emoji are spelled with them.
    """
    joiners = "\u200c\u200d" if app.screen.query("Input, TextArea") else ""
    if app.screen._layout_required:
        app.screen._refresh_layout()  # As it is done before anything is painted.
    for strip in app.screen._compositor.render_strips():
        shown = "".join(char for char in strip.text if char not in joiners)
        assert shown.isprintable(), ascii(strip.text)
        assert strip.cell_length == (width or app.size.width)
        for segment in strip:
            if segment.style is not None:
                assert segment.style.link is None, segment
                assert "@click" not in segment.style.meta, segment


def words(text: str) -> str:
    """A text without what lines and boxes do to its blanks, and the border of toasts."""
    return "".join(text.replace("▌", "").split())


def foreign_client(text: str, inum: str = "") -> JsonObject:
    """A client that has ``text`` in members of all shapes, and as names of them."""
    return {
        "inum": inum or text,
        "clientName": text,
        "displayName": text,
        "description": text,
        "redirectUris": [text, "https://rp.example/cb"],
        "contacts": [text],
        "scopes": [text, f"inum={text},ou=scopes,o=jans"],
        "groups": [text],
        "applicationType": text,
        "grantTypes": [text],
        "tokenEndpointAuthMethod": text,
        "clientNameLocalized": {"values": {text: text, "": text}},
        "customAttributes": [{"name": text, "values": [text]}, {text: text}],
        "jwks": text,
        text: {text: [text, {text: None}]},
        "attributes": {"updateTokenScriptDns": [text], text: text},
    }


def lookups(text: str) -> Lookups:
    """What the server has beside clients, all of it named ``text``."""
    entry: JsonObject = {
        "inum": text,
        "dn": text,
        "id": text,
        "name": text,
        "displayName": text,
        "description": text,
        "scopeType": text,
        "scriptType": "update_token",
    }
    entries = [Document(entry), Document({**entry, "dn": f"inum={text},ou=scopes,o=jans"})]
    return Lookups({"grant_types_supported": [text]}, entries, entries, entries)
