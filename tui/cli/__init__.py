"""The non-interactive door: flags, commands, output and exit codes."""
