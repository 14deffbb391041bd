"""Keys and certificates of clients: made, read, and turned into what Jans stores."""
