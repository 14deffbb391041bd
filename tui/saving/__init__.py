"""From a draft to the server: re-read, merge, send the least, and see what came of it."""
