"""Dynamic client registration with any provider (RFC 7591, RFC 7592, OpenID Connect)."""
