"""The journal's file: a line of JSON for each entry, the newest last."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui.atomic import private_folder, write_private
from tui.journal.entry import Entry, from_json, to_json
from tui.locking import locked
from tui.private_files import content, is_unusable, put_aside

MOST = 2_000
"""Entries that are kept."""

MOST_BYTES = 10_000_000

KEPT = 0.75
"""The part that stays when there are too many, so that not every entry rewrites the file."""


class Journal:
    """Entries in a private folder (0700, its files 0600); several programs may share it.

    Its methods block, and may be called from any thread. Lines that are no entries, torn ones
    or somebody else's, are passed over, and moved to a file beside when the journal is cut.

    Attributes:
        set_aside: what stood in the place of the file and was none; it was renamed.
        unreadable: how many lines were passed over when the entries were last read.
    """

    def __init__(self, folder: Path, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
        """Args: ``folder`` is made with the first entry, which stays however large it is."""
        self._folder = folder
        self._most = most
        self._most_bytes = most_bytes
        self.set_aside: list[Path] = []
        self.unreadable = 0

    @property
    def file(self) -> Path:
        """Where the entries are."""
        return self._folder / "entries.jsonl"

    @property
    def aside(self) -> Path:
        """Where lines are put that are no entries."""
        return self._folder / "unreadable.jsonl"

    def append(self, *entries: Entry) -> None:
        """Note entries, all or none of them.

        Raises:
            OSError: the disk is full, or the folder cannot be written; the journal is as it was.
            ValueError: an entry holds what JSON cannot be made of.
        """
        try:
            lines = b"".join(json.dumps(to_json(entry)).encode() + b"\n" for entry in entries)
        except RecursionError:
            raise ValueError("the client is nested too deeply") from None
        private_folder(self._folder)
        with locked(self._folder / "lock"):
            if is_unusable(self.file):
                self.set_aside.append(put_aside(self.file))
            _append(self.file, lines)
            # What is too long today is cut tomorrow: the entries are safe.
            with suppress(OSError):
                self._cut()

    def entries(
        self,
        *,
        server: str = "",
        inum: str = "",
        newest_first: bool = True,
        limit: int | None = None,
    ) -> list[Entry]:
        """The entries about a server and a client, by default about all of them.

        Raises:
            OSError: the file cannot be read.
        """
        self.unreadable = 0
        try:
            lines = content(self.file, follow=True).split(b"\n")
        except FileNotFoundError:
            return []
        except ValueError as error:
            raise OSError(errno.EINVAL, f"{error}", str(self.file)) from None
        found: list[Entry] = []
        for line in reversed(lines) if newest_first else lines:
            if limit is not None and len(found) >= limit:
                break
            entry = _entry(line)
            self.unreadable += bool(line.strip()) and entry is None
            if entry and server in ("", entry.server) and inum in ("", entry.inum):
                found.append(entry)
        return found

    def _cut(self) -> None:
        """Keep the newest entries only, when there are too many."""
        data = self.file.read_bytes()
        if len(data) <= self._most_bytes and data.count(b"\n") <= self._most:
            return
        good: list[bytes] = []
        strange: list[bytes] = []
        for line in data.split(b"\n"):
            if line.strip():
                (good if _entry(line) else strange).append(line)
        if strange:
            _append(self.aside, b"\n".join([*strange, b""]))
        kept = self._newest(good)
        write_private(self.file, b"\n".join([*kept, b""]))

    def _newest(self, lines: Sequence[bytes]) -> Sequence[bytes]:
        room = int(self._most_bytes * KEPT)
        first = len(lines)
        for line in reversed(lines[-max(int(self._most * KEPT), 1) :]):
            room -= len(line) + 1
            if room < 0 and first < len(lines):
                break
            first -= 1
        return lines[first:]


def _entry(line: bytes) -> Entry | None:
    try:
        return from_json(json.loads(line))
    except (ValueError, OverflowError, RecursionError):
        return None


def _append(path: Path, lines: bytes) -> None:
    """Add whole lines in one go, after ending a line that was torn; all of it or nothing.

    Raises:
        OSError: nothing was added.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    handle = os.open(path, flags, 0o600)
    try:
        os.fchmod(handle, 0o600)
        end = os.fstat(handle).st_size
        torn = end > 0 and os.pread(handle, 1, end - 1) != b"\n"
        data = b"\n" + lines if torn else lines
        try:
            if os.write(handle, data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(handle)
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle, end)
            raise
    finally:
        os.close(handle)
