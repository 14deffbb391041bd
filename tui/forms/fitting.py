"""Which settings a form has: all that the Config API knows, or those that registration has."""

from __future__ import annotations

from typing import Protocol

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.relevance import meaningless
from tui.forms.spec import FieldSpec, Kind
from tui.forms.support import unsupported
from tui.models.document import ClientDocument, member
from tui.models.json import ABSENT, Json, JsonObject
from tui.models.registration_names import registration_names

NOT_REGISTERED = "not a part of registration"
MADE = "made by the provider"

_MADE = frozenset({"clientSecret", "clientSecretExpiresAt"})
"""What only the provider makes, besides what no form lets anybody change."""

_EMPTY: tuple[Json, ...] = (None, "", [], {})


class Fitting(Protocol):
    """Decides over the settings of a form. A setting that holds a value is never left out."""

    def shows(self, spec: FieldSpec, draft: Draft) -> bool:
        """Whether the form has the setting."""

    def dimmed(self, client: ClientDocument) -> dict[str, str]:
        """Why settings mean nothing for ``client``, a few words each, by dotted wire path."""

    def locks(self, path: str) -> bool:
        """Whether the setting can only be read."""


class Everything:
    """The form of a client of the Config API."""

    def shows(self, spec: FieldSpec, draft: Draft) -> bool:
        """All of them; what the server makes, once it has made it."""
        return not (draft.is_new and spec.kind is Kind.READ_ONLY)

    def dimmed(self, client: ClientDocument) -> dict[str, str]:
        """As ``meaningless``."""
        return meaningless(client)

    def locks(self, path: str) -> bool:
        """None is."""
        return False


class Registered:
    """The form of a client of any provider: what registration has and the provider supports."""

    def __init__(self, lookups: Lookups) -> None:
        """Args: ``lookups`` have the provider's metadata, if it is known."""
        self._lookups = lookups

    def shows(self, spec: FieldSpec, draft: Draft) -> bool:
        """What applies, and whatever holds a value or held one when the form was opened."""
        if draft.is_new and (spec.kind is Kind.READ_ONLY or spec.path in _MADE):
            return False
        if not self._why_not(spec.path):
            return True
        return (
            spec.path in draft.rejected
            or _holds(draft.edited, spec.path)
            or _holds(draft.start, spec.path)
        )

    def dimmed(self, client: ClientDocument) -> dict[str, str]:
        """As ``meaningless``, and what the provider makes or does not know."""
        from tui.forms.table import SPECS

        found = {path: reason for path in SPECS if (reason := self._why_not(path))}
        return {**dict.fromkeys(_MADE, MADE), **meaningless(client), **found}

    def locks(self, path: str) -> bool:
        """What cannot be sent: what the provider makes, and what registration does not have."""
        return path in _MADE or path not in registration_names()

    def _why_not(self, path: str) -> str:
        name = registration_names().get(path)
        if name is None:
            return NOT_REGISTERED
        return unsupported(name, self._lookups.metadata)


def _holds(client: JsonObject, path: str) -> bool:
    value = member(client, path)
    return value is not ABSENT and value not in _EMPTY
