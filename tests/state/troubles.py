"""What may happen to a file while this program is not looking, and to the disk while it is."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.state.files import StateFile
from tests.state.permissions import heeded

ELSEWHERE = "elsewhere"
"""Of the home folder, what others keep there."""

Happening = Callable[[StateFile, Path], None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that goes wrong.

    Attributes:
        happen: does it to a file, in this home folder.
        during: holds as long as the trouble lasts.
        passes: whether it ends by itself: until then, nothing may come of a write but a sentence.
    """

    happen: Happening = lambda _file, _home: None
    during: Callable[[Path], AbstractContextManager[object]] = lambda _path: nullcontext()
    passes: bool = False


def _torn(tenths: int) -> Happening:
    def happen(file: StateFile, _home: Path) -> None:
        data = file.path().read_bytes()
        _clear(file.path())
        file.path().write_bytes(data[: len(data) * tenths // 10])

    return happen


def _holding(data: bytes) -> Happening:
    def happen(file: StateFile, _home: Path) -> None:
        _clear(file.path())
        file.path().write_bytes(data)

    return happen


def _clear(path: Path) -> None:
    """Away with the file, and with what a database has beside it."""
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()


def _newer(file: StateFile, _home: Path) -> None:
    file.newer(file.path())


def _folder(file: StateFile, _home: Path) -> None:
    _clear(file.path())
    file.path().mkdir()
    (file.path() / "mine").write_text("a note of somebody")


def _fifo(file: StateFile, _home: Path) -> None:
    _clear(file.path())
    os.mkfifo(file.path())


def _link(file: StateFile, home: Path) -> None:
    file.path().rename(home / ELSEWHERE)
    _clear(file.path())
    file.path().symlink_to(home / ELSEWHERE)


def _dangling(file: StateFile, home: Path) -> None:
    _clear(file.path())
    file.path().symlink_to(home / "nowhere" / "at all")


def _loop(file: StateFile, _home: Path) -> None:
    _clear(file.path())
    file.path().symlink_to(file.path())


def _file_for_folder(file: StateFile, home: Path) -> None:
    folder = file.path().parent
    folder.rename(home / ELSEWHERE)
    folder.write_text("a note of somebody")


@contextmanager
def _mode(path: Path, mode: int) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        with heeded():
            yield
    finally:
        path.chmod(before)


@contextmanager
def full(room: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes: what is more is cut off, as by a full disk."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def _homeless() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JANS_TUI_HOME", f"{os.devnull}/nowhere")
        yield


CONTENTS: dict[str, bytes] = {
    "bytes": bytes(range(256)) * 40,
    "zeros": bytes(5_000),
    "a page": b"<!DOCTYPE html><html><body>Sign in to the network</body></html>",
    "null": b"null",
    "a number": b"5",
    "a text": b'"settings"',
    "a list": b"[1, [2]]",
    "an empty object": b"{}",
    "nested deeply": b"[" * 100_000,
    "numbers that are none": b'{"format": NaN, "expires_at": Infinity}',
}

TROUBLES: dict[str, Trouble] = {
    **{f"torn at {tenths * 10} %": Trouble(_torn(tenths)) for tenths in range(10)},
    **{name: Trouble(_holding(data)) for name, data in CONTENTS.items()},
    "a newer version": Trouble(_newer),
    "a folder": Trouble(_folder),
    "a FIFO": Trouble(_fifo),
    "a link": Trouble(_link),
    "a dangling link": Trouble(_dangling),
    "a link to itself": Trouble(_loop),
    "a file for its folder": Trouble(_file_for_folder, passes=True),
    "not to be read": Trouble(during=lambda path: _mode(path, 0), passes=True),
    "a read-only folder": Trouble(during=lambda path: _mode(path.parent, 0o500), passes=True),
    "a closed folder": Trouble(during=lambda path: _mode(path.parent, 0), passes=True),
    "a full disk": Trouble(during=lambda _: full(0), passes=True),
    "a disk with room for little": Trouble(during=lambda _: full(100), passes=True),
    "no home": Trouble(during=lambda _: _homeless(), passes=True),
}
