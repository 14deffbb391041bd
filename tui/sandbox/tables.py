"""Which members of an entry are columns: what lists can be searched, sorted, filtered by.

Column names are those of a Jans SQL database, because ``sortBy`` speaks of columns;
``fieldValuePair`` speaks of Java properties, which are the JSON members except where noted.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from tui.models.json import Json, JsonObject


class Column(NamedTuple):
    """One column and the JSON member that fills it."""

    name: str
    member: str
    kind: Literal["text", "number", "flag"] = "text"

    def value(self, entry: JsonObject) -> str | int | None:
        """What to store for ``entry``; members of another type count as absent."""
        value = entry.get(self.member)
        if self.kind == "text":
            return clean(value) if isinstance(value, str) else None
        return int(value) if isinstance(value, (bool, int)) else None

    def parse(self, text: str) -> str | int:
        """What to compare with for ``text`` of a ``fieldValuePair``; numbers: ValueError."""
        if self.kind == "flag":
            return int(text.lower() == "true")
        return int(text) if self.kind == "number" else clean(text)


@dataclass(frozen=True)
class Table:
    """One kind of entry: its columns, and the members that ``pattern`` looks into."""

    name: str
    columns: tuple[Column, ...]
    searched: tuple[str, ...]
    properties: dict[str, str] = field(default_factory=dict)

    @cached_property
    def insertion(self) -> str:
        """SQL that inserts a row: id, search text, then the columns in order."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        marks = ", ".join("?" * (len(self.columns) + 2))
        return f"INSERT INTO {self.name} (id, search, {names}) VALUES ({marks})"  # noqa: S608

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """Columns by their own name, for ``sortBy``."""
        return {column.name: column for column in self.columns}

    @cached_property
    def by_property(self) -> dict[str, Column]:
        """Columns by Java property, for ``fieldValuePair``."""
        known = {column.member: column for column in self.columns}
        return known | {name: known[member] for name, member in self.properties.items()}

    def search_text(self, entry: JsonObject) -> str:
        """All searched members, case-folded."""
        return fold("\n".join(_texts(entry, self.searched)))


def clean(text: str) -> str:
    """``text`` with lone surrogates, which no database stores, replaced."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


def fold(text: str) -> str:
    """The form in which texts are compared by ``pattern``."""
    return clean(text).casefold()


def _texts(entry: JsonObject, members: tuple[str, ...]) -> list[str]:
    values: list[Json] = [entry.get(member) for member in members]
    return [value for value in values if isinstance(value, str)]


CLIENTS = Table(
    "clients",
    (
        Column("inum", "inum"),
        Column("displayName", "clientName"),
        Column("description", "description"),
        Column("jansAppTyp", "applicationType"),
        Column("jansSubjectTyp", "subjectType"),
        Column("jansTknEndpointAuthMethod", "tokenEndpointAuthMethod"),
        Column("jansClntIdIssuedAt", "clientIdIssuedAt"),
        Column("jansClntSecretExpAt", "clientSecretExpiresAt"),
        Column("jansLastAccessTime", "lastAccessTime"),
        Column("jansLastLogonTime", "lastLogonTime"),
        Column("jansAccessTknLife", "accessTokenLifetime", "number"),
        Column("jansSoftId", "softwareId"),
        Column("o", "organization"),
        Column("jansDisabled", "disabled", "flag"),
        Column("jansTrustedClnt", "trustedClient", "flag"),
        Column("jansPersistClntAuthzs", "persistClientAuthorizations", "flag"),
        Column("exp", "expirationDate"),
        Column("del", "deletable", "flag"),
    ),
    searched=("clientName", "description", "inum"),
    properties={"clientId": "inum"},
)

SCOPES = Table(
    "scopes",
    (
        Column("inum", "inum"),
        Column("displayName", "displayName"),
        Column("description", "description"),
        Column("jansId", "id"),
        Column("jansScopeTyp", "scopeType"),
        Column("jansDefScope", "defaultScope", "flag"),
        Column("creatorId", "creatorId"),
        Column("creatorTyp", "creatorType"),
        Column("creationDate", "creationDate"),
    ),
    searched=("displayName", "description", "id", "inum", "scopeType"),
)

ATTRIBUTES = Table(
    "attributes",
    (
        Column("inum", "inum"),
        Column("displayName", "displayName"),
        Column("description", "description"),
        Column("jansAttrName", "name"),
        Column("jansClaimName", "claimName"),
        Column("jansAttrTyp", "dataType"),
        Column("jansStatus", "status"),
    ),
    searched=("displayName", "description", "name", "inum"),
)

SCRIPTS = Table(
    "scripts",
    (
        Column("inum", "inum"),
        Column("displayName", "name"),
        Column("description", "description"),
        Column("jansScrTyp", "scriptType"),
        Column("jansEnabled", "enabled", "flag"),
        Column("jansLevel", "level", "number"),
    ),
    searched=("name", "description", "inum", "scriptType"),
)

TABLES = (CLIENTS, SCOPES, ATTRIBUTES, SCRIPTS)
