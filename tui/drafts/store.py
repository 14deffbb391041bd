"""The folder of drafts: one private file for each profile and client."""

from __future__ import annotations

from pathlib import Path

from tui.atomic import write_private
from tui.drafts.format import from_bytes, to_bytes
from tui.drafts.stored import StoredDraft
from tui.private_files import content, digest, is_odd, make_way, put_aside_if_there, reason

LARGEST = 32 * 1024 * 1024
"""Bytes; a larger file is no draft."""


class DraftError(Exception):
    """Drafts cannot be kept or read; the text is a sentence for a person."""


class DraftStore:
    """The drafts of one profile.

    Names of profiles and clients come from elsewhere, so files are called by their digests.
    All methods block, and may be called from any thread.

    Attributes:
        set_aside: files that could not be read; they were renamed and are still there.
    """

    def __init__(self, folder: Path, profile: str) -> None:
        """Args: ``folder`` is made when the first draft is saved."""
        self.folder = folder
        self.profile = profile
        self.set_aside: list[Path] = []

    def save(self, draft: StoredDraft) -> None:
        """Write the draft in the place of an older one of the same client.

        Raises:
            DraftError: it could not be written; the older one stands.
            ValueError: the draft belongs to another profile.
        """
        if draft.profile != self.profile:
            raise ValueError(f"a draft of {draft.profile} does not belong to {self.profile}")
        try:
            data, path = to_bytes(draft), self._path(draft.inum)
            self.set_aside += make_way(path)
            write_private(path, data)
        except (OSError, ValueError) as error:
            raise DraftError(f"Drafts can't be kept: {reason(error)}.") from None

    def load(self, inum: str) -> StoredDraft | None:
        """The draft of a client; None when there is none that can be read.

        Raises:
            DraftError: the folder cannot be read.
        """
        return self._read(self._path(inum))

    def all(self) -> list[StoredDraft]:
        """Every draft, the newest first.

        Raises:
            DraftError: the folder cannot be read.
        """
        try:
            paths = sorted(self.folder.glob(f"{digest(self.profile, 16)}-*.json"))
        except OSError as error:
            raise DraftError(f"Drafts can't be read: {reason(error)}.") from None
        found = [draft for path in paths if (draft := self._read(path)) is not None]
        return sorted(found, key=lambda draft: draft.time, reverse=True)

    def remove(self, inum: str) -> None:
        """Remove the draft of a client, if there is one.

        Raises:
            DraftError: it could not be removed.
        """
        try:
            self._path(inum).unlink(missing_ok=True)
        except NotADirectoryError:
            return
        except OSError as error:
            raise DraftError(f"The draft can't be removed: {reason(error)}.") from None

    def _path(self, inum: str) -> Path:
        return self.folder / f"{digest(self.profile, 16)}-{digest(inum, 32)}.json"

    def _read(self, path: Path) -> StoredDraft | None:
        try:
            draft = from_bytes(content(path, LARGEST))
            if draft.profile != self.profile or self._path(draft.inum) != path:
                raise ValueError("it is of another client or profile")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and not is_odd(path):
                raise DraftError(f"Drafts can't be read: {reason(error)}.") from None
            self._put_aside(path)
            return None
        return draft

    def _put_aside(self, path: Path) -> None:
        """Rename a file that is no draft, so that none is written over it."""
        try:
            self.set_aside += put_aside_if_there(path)
        except OSError as error:
            raise DraftError(f"{path} can't be set aside: {reason(error)}.") from None
