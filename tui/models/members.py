"""What holds for single top-level members of an entry, by wire name."""

from functools import cache

READ_ONLY_MEMBERS = frozenset(
    {
        "dn",
        "baseDn",
        "displayName",
        "deletable",
        "ttl",
        "authenticationMethod",
        "allAuthenticationMethods",
        "lastAccessTime",
        "lastLogonTime",
    }
)
"""Members of a client that the server makes. ``displayName`` repeats ``clientName``."""

DATE_MEMBERS = frozenset(
    {
        "expirationDate",
        "clientIdIssuedAt",
        "clientSecretExpiresAt",
        "lastAccessTime",
        "lastLogonTime",
        "creationDate",
    }
)
"""Members of clients and scopes that hold a date-time."""


@cache
def registration_names() -> dict[str, str]:
    """What dynamic client registration calls each member, by dotted wire path.

    Members that it does not have are left out. A name that ends in ``#`` takes a language
    tag. The names are in the models, so the first call imports pydantic.
    """
    from tui.models.client import Client
    from tui.models.client_attributes import ClientAttributes

    return Client.registration_names() | {
        f"attributes.{member}": name
        for member, name in ClientAttributes.registration_names().items()
    }
