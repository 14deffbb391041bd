"""What an example is: what is there, a command, what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

API = "/jans-config-api/api/v1"
CLIENTS = f"{API}/openid/clients"
CLIENT = f"{CLIENTS}/$INUM"
SCOPE = f"{API}/scopes/$INUM"
REGISTERED = "/jans-auth/restv1/register?client_id=$INUM"
SETTINGS = f"{API}/jans-auth-server/config"
P = "https://jans.io/oauth/config"

J = "jans-tui --no-tui"

REDIRECT = '{"redirectUris": ["https://app.example/cb"]}'
"""The least that a client needs."""


@dataclass(frozen=True)
class Answers:
    """Standard output is the JSON that a GET of ``path`` answers."""

    path: str


@dataclass(frozen=True)
class Holds:
    """A GET of ``path`` then answers an object with these members, among others."""

    path: str
    members: Mapping[str, object]


@dataclass(frozen=True)
class Lacks:
    """A GET of ``path`` then answers something without ``text``, which it held before."""

    path: str
    text: str


@dataclass(frozen=True)
class Gone:
    """A GET of ``path`` then answers 404."""

    path: str


@dataclass(frozen=True)
class Says:
    """Standard output holds each of the texts; ``count`` is the length of its ``entries``."""

    texts: tuple[str, ...] = ()
    count: int | None = None


@dataclass(frozen=True)
class Example:
    """One command.

    Attributes:
        command: for ``sh``.
        then: what is to be found afterwards. ``$INUM`` in its paths is the entry that the
            command names in its answer where ``given`` sets none.
        given: what is made before; see ``GIVEN`` of the test.
        files: by name, their text.
        code: the exit code.
    """

    command: str
    then: Answers | Holds | Lacks | Gone | Says
    given: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    code: int = 0
