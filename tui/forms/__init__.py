"""The field table of the client form, and how fields are bound to a client's JSON."""
