"""How it is said: the Config API over HTTP, with tokens, retries and errors for a person."""
