"""Unsaved edits on this machine's disk, so that nothing typed is lost."""
