"""What an operation of the server's API is, as data."""

from typing import Literal, NamedTuple

from tui.api.request import JSON

CONFIG = "https://jans.io/oauth/config/"
"""Start of the ids of the scopes that guard the Config API."""


class Parameter(NamedTuple):
    """A parameter in the query, or a header.

    Attributes:
        name: as on the wire.
        help: what it does, one clause in lower case.
        kind: what its value must be.
    """

    name: str
    help: str
    kind: Literal["text", "number", "flag"] = "text"


class Operation(NamedTuple):
    """One thing that the server can be asked for.

    Attributes:
        name: its operation id.
        method: HTTP method in capitals.
        path: from the server's address on, with ``{NAME}`` for each path parameter.
        summary: what it does, one clause in lower case.
        group: what ``--info`` calls its kind.
        query: parameters that it takes in the query.
        headers: parameters that it takes as headers.
        scopes: OAuth scopes, any of which allows it; () when it needs no token.
        schema: of the body, "" when it takes none.
        media_type: of the body.
        bearer: the shell variable that stands for its token in curl commands, where that is
            no access token of a sign-in; "" where it is.
        columns: paths of the members that a table has of each entry; () for the usual ones.
        old_names: operation ids that older servers' documents have for it.
    """

    name: str
    method: str
    path: str
    summary: str
    group: str
    query: tuple[Parameter, ...] = ()
    headers: tuple[Parameter, ...] = ()
    scopes: tuple[str, ...] = ()
    schema: str = ""
    media_type: str = JSON
    bearer: str = ""
    columns: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()

    @property
    def path_parameters(self) -> tuple[str, ...]:
        """Names of the parameters in the path, in its order."""
        return tuple(part.partition("}")[0] for part in self.path.split("{")[1:])


def any_of(*names: str) -> tuple[str, ...]:
    """Scope ids from names below ``CONFIG``; an id with a scheme stays as it is."""
    return tuple(name if "://" in name else CONFIG + name for name in names)


def paging(sort_by: str = "inum") -> tuple[Parameter, ...]:
    """The parameters of every paged list; ``sort_by`` is the column that is the default."""
    return (
        Parameter("limit", "most entries of the answer; the server has a maximum", "number"),
        Parameter("startIndex", "how many entries to pass over first", "number"),
        Parameter("pattern", "a text in name, description or key; a comma means or"),
        Parameter("sortBy", f"column of the server's database, such as {sort_by}"),
        Parameter("sortOrder", "ascending or descending"),
        Parameter("fieldValuePair", "NAME=VALUE that must be equal; several joined by commas"),
    )
