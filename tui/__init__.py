"""jans-tui: manage the OAuth clients of a Janssen Auth Server from a terminal."""

__version__ = "0.1.0"
