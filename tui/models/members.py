"""What holds for single top-level members of an entry, by wire name."""

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
