"""Entries as they came: the raw JSON, and on demand a typed view of it.

The raw JSON is what gets compared and saved, so that nothing is lost. pydantic is imported
when a typed view is first asked for: a list can be shown without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.models.json import ABSENT, Absent, Json, JsonObject, same

if TYPE_CHECKING:
    from tui.models.claim import Claim
    from tui.models.client import Client
    from tui.models.discovery import Discovery
    from tui.models.overlay import M, Overlay
    from tui.models.scope import Scope
    from tui.models.script import Script


def member(raw: JsonObject, path: str) -> Json | Absent:
    """The value at ``path`` (wire names joined by dots, ``attributes.requirePkce``)."""
    value: Json = raw
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            return ABSENT
        value = value[name]
    return value


class Document:
    """A JSON object from the server. ``raw`` belongs to the document: copy before changing."""

    def __init__(self, raw: JsonObject) -> None:
        self.raw = raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and same(self.raw, other.raw)

    __hash__ = None  # type: ignore[assignment]

    def get(self, path: str) -> Json | Absent:
        """The value at ``path``, or ``ABSENT``."""
        return member(self.raw, path)

    def text(self, path: str) -> str:
        """The value at ``path`` if it is a string, else ""."""
        value = self.get(path)
        return value if isinstance(value, str) else ""

    def texts(self, path: str) -> list[str]:
        """The strings of the list at ``path``; [] when it is no list."""
        value = self.get(path)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    @property
    def inum(self) -> str:
        """The server's key of the entry."""
        return self.text("inum")

    @property
    def dn(self) -> str:
        """The distinguished name, by which other entries refer to this one."""
        return self.text("dn") or self.text("baseDn")

    def _view(self, model_type: type[M]) -> Overlay[M]:
        from tui.models.overlay import lay_over

        return lay_over(model_type, self.raw)


class ClientDocument(Document):
    """An OAuth client as received."""

    @property
    def name(self) -> str:
        """``clientName``, else its alias ``displayName``, else ""."""
        return self.text("clientName") or self.text("displayName")

    @cached_property
    def overlay(self) -> Overlay[Client]:
        """The typed view and what did not fit it."""
        from tui.models.client import Client

        return self._view(Client)

    @property
    def client(self) -> Client:
        """The typed view; members that are odd on the wire are ``None`` in it."""
        return self.overlay.model


class ScopeDocument(Document):
    """A scope as received."""

    @property
    def id(self) -> str:
        """What stands in ``scope=`` of an OAuth request."""
        return self.text("id")

    @cached_property
    def overlay(self) -> Overlay[Scope]:
        """The typed view and what did not fit it."""
        from tui.models.scope import Scope

        return self._view(Scope)

    @property
    def scope(self) -> Scope:
        """The typed view; members that are odd on the wire are ``None`` in it."""
        return self.overlay.model


class ScriptDocument(Document):
    """A custom script as received."""

    @property
    def name(self) -> str:
        """The script's name, else ""."""
        return self.text("name")

    @cached_property
    def overlay(self) -> Overlay[Script]:
        """The typed view and what did not fit it."""
        from tui.models.script import Script

        return self._view(Script)

    @property
    def script(self) -> Script:
        """The typed view; members that are odd on the wire are ``None`` in it."""
        return self.overlay.model


class ClaimDocument(Document):
    """A claim as received."""

    @property
    def name(self) -> str:
        """The name that tokens use, else the one in the server's store, else ""."""
        return self.text("claimName") or self.text("name")

    @cached_property
    def overlay(self) -> Overlay[Claim]:
        """The typed view and what did not fit it."""
        from tui.models.claim import Claim

        return self._view(Claim)

    @property
    def claim(self) -> Claim:
        """The typed view; members that are odd on the wire are ``None`` in it."""
        return self.overlay.model


class DiscoveryDocument(Document):
    """An OpenID Provider's metadata as received."""

    def options(self, key: str) -> list[str]:
        """What the provider says it supports, such as ``grant_types_supported``.

        Each value once, in the provider's order. A single text counts as a list of one;
        blanks and whatever is no text are left out; [] when the provider says nothing.
        """
        texts = self.texts(key) or [self.text(key)]
        return [text for text in dict.fromkeys(texts) if text.strip()]

    @cached_property
    def overlay(self) -> Overlay[Discovery]:
        """The typed view and what did not fit it."""
        from tui.models.discovery import Discovery

        return self._view(Discovery)

    @property
    def discovery(self) -> Discovery:
        """The typed view; members that are odd on the wire are ``None`` in it."""
        return self.overlay.model
