"""Software statement assertions (SSA): made, listed, revoked, used (RFC 7591 section 2.3)."""
