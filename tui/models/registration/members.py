"""What holds for single members of the registration metadata, by name."""

SERVER_MEMBERS = frozenset(
    {
        "registration_access_token",
        "registration_client_uri",
        "client_secret_expires_at",
        "client_id_issued_at",
    }
)
"""Members that an update must not send (RFC 7592 section 2.2)."""

IDENTITY_MEMBERS = SERVER_MEMBERS | {"client_id", "client_secret"}
"""Members that the server makes; nobody asks for them when registering."""

TEXT_LISTS = frozenset({"scope", "claims"})
"""Members whose words stand in one text, with spaces between (RFC 7591 section 2)."""

UNORDERED = frozenset(
    {
        "redirect_uris",
        "grant_types",
        "response_types",
        "contacts",
        "post_logout_redirect_uris",
        "request_uris",
        "default_acr_values",
        "authorized_origins",
        "groups",
        "claims_redirect_uri",
        "scope",
        "claims",
    }
)
"""Lists whose order means nothing; servers pass them through sets."""

REDIRECTING_GRANTS = frozenset({"authorization_code", "implicit"})
"""Grants that need a redirect URI (RFC 7591 section 2.1)."""

_ACCEPTED_ALSO = (
    ("require_pushed_authorization_requests", "require_par"),
    ("scope", "scopes"),
)


def same_meaning(name: str) -> tuple[str, ...]:
    """The other names under which servers keep the member ``name``."""
    return next(
        (
            tuple(other for other in names if other != name)
            for names in _ACCEPTED_ALSO
            if name in names
        ),
        (),
    )
