"""One widget a file; they draw and ask, and do no I/O."""
