"""The journal as a session uses it: what cannot be noted stops nothing."""

from __future__ import annotations

import getpass
import os
from functools import cached_property

from tui.journal.entry import Entry
from tui.journal.journal import Journal
from tui.journal.lost import LostChange
from tui.journal.making import Origin


class History:
    """The changes made through one profile go into it; those of all profiles are there.

    Attributes:
        journal: on the disk.
        lost: changes of which it is not known whether they were made, by inum.
    """

    def __init__(self, journal: Journal, profile: str) -> None:
        """Args: ``profile`` is what the person calls the server."""
        self.journal = journal
        self.lost: dict[str, LostChange] = {}
        self._profile = profile
        self._failed = False

    @cached_property
    def _user(self) -> str:
        return _user()

    def origin(self, server: str, client_id: str) -> Origin:
        """Where and by whom changes are made now.

        Args:
            server: the base URL.
            client_id: the OAuth client that the program signs in with.
        """
        return Origin(self._profile, server, self._user, client_id)

    def note(self, *entries: Entry) -> str:
        """Note changes that were made; it blocks.

        Returns:
            A sentence when it could not be noted or something was set aside for it, "" when it
            could, or the failure was told.
        """
        try:
            self.journal.append(*entries)
        except (OSError, ValueError) as error:
            if isinstance(error, ValueError) and len(entries) > 1:
                # One of them is the reason; the others are noted without it.
                return " ".join(filter(None, [self.note(entry) for entry in entries]))
            told, self._failed = self._failed, True
            reason = getattr(error, "strerror", None) or str(error)
            words = f"The change was saved but could not be noted in the history: {reason}."
            return "" if told else words
        self._failed = False
        if self.journal.set_aside:
            path = self.journal.set_aside.pop()
            return f"The history could not be read. It was set aside as {path}; a new one begins."
        return ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # A container may run as a user that it has no name for.
        return str(os.getuid())
