"""The entries of a fresh installation; every ``inum`` is fixed, so links between them hold."""

from collections.abc import Iterator

from tui.models.json import JsonObject
from tui.sandbox.credentials import Credentials
from tui.sandbox.tables import ATTRIBUTES, CLIENTS, SCOPES, SCRIPTS, Table

INSTALLED = 1_767_312_000
"""When the installation was made: 2026-01-02T00:00:00, in seconds since 1970."""


def entries(credentials: Credentials) -> Iterator[tuple[Table, JsonObject, str | None]]:
    """Each entry with its table and, for a client, its secret in plain text.

    The Config API client gets ``credentials``; the others' secrets are fixed and of no use
    to anyone but this sandbox.
    """
    from tui.sandbox.seed.attributes import attributes
    from tui.sandbox.seed.clients import clients
    from tui.sandbox.seed.scopes import scopes
    from tui.sandbox.seed.scripts import scripts

    yield from ((SCOPES, entry, None) for entry in scopes())
    yield from ((ATTRIBUTES, entry, None) for entry in attributes())
    yield from ((SCRIPTS, entry, None) for entry in scripts())
    for entry, secret in clients(credentials):
        yield CLIENTS, entry, secret
