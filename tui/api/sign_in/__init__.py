"""How a client, or a person, comes to an access token."""
