"""What is said: clients, scopes and their neighbours, as typed data."""
