"""What is set aside by one program while another opens the same folder."""

import threading
from pathlib import Path

import pytest

from tui import private_files
from tui.sandbox import files, opening
from tui.sandbox.client_entry import complete
from tui.sandbox.files import read_once
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.settings import SandboxSettings, quiet
from tui.sandbox.store import FILE, Store
from tui.sandbox.tables import CLIENTS

SHORT = 0.3
"""Seconds in which another program would have opened the folder, were it not kept from it."""


def opened(folder: Path) -> Store:
    settings = SandboxSettings(folder)
    return open_store(settings, open_cipher(settings))


def test_nobody_makes_a_database_while_another_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores: list[Store] = []

    def of_another_program() -> None:
        store = opened(tmp_path)
        with store.writing():
            store.add(CLIENTS, complete({"inum": "theirs"}, 0))
        stores.append(store)

    other = threading.Thread(target=of_another_program)

    def moved(path: Path) -> Path:
        aside = private_files.put_aside(path)
        other.start()
        other.join(SHORT)
        return aside

    monkeypatch.setattr(opening, "put_aside", moved)
    (tmp_path / FILE).write_text("<html>a page</html>")
    mine = opened(tmp_path)
    other.join()
    try:
        assert mine.get(CLIENTS, "theirs")
        assert [path.name for path in tmp_path.glob("*.unreadable")] == [f"{FILE}.unreadable"]
    finally:
        for store in (mine, *stores):
            store.close()


def test_a_file_that_goes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"damaged")

    def gone(path: Path, largest: int | None = None, *, follow: bool = False) -> bytes:
        monkeypatch.setattr(files, "content", private_files.content)
        private_files.put_aside(path)
        return private_files.content(path, largest, follow=follow)

    monkeypatch.setattr(files, "content", gone)
    assert read_once(path, lambda: b"made anew", bytes, quiet) == b"made anew"
    assert path.read_bytes() == b"made anew"
