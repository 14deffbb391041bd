"""Is it sound: pure functions from a client to findings."""
