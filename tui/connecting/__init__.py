"""From a profile to a connection: which profile, its secrets, and what is wrong with it."""
