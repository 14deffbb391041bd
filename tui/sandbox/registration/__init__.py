"""Dynamic client registration, as a Jans server does it (RFC 7591, RFC 7592)."""
