"""The data survives: kills, several writers, several first starts, resets."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import anyio
import httpx
import pytest

from tests.programs import go_on, run_together, wait_until_ready, waiting
from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, MINIMAL, TOKEN, Door
from tests.shell import environment, run_python
from tui.sandbox.app import create_app
from tui.sandbox.client_entry import complete
from tui.sandbox.credentials import load_or_create
from tui.sandbox.fill import fill
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.reset import reset
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.store import Store
from tui.sandbox.tables import CLIENTS as TABLE

WRITER = """
import sys
from pathlib import Path
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.client_entry import complete
from tui.sandbox.tables import CLIENTS

settings = SandboxSettings(Path(sys.argv[1]))
store = open_store(settings, open_cipher(settings))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    inum = f"{sys.argv[2]}-{number}"
    with store.writing():
        shared = store.get(CLIENTS, "shared").entry
        shared["defaultMaxAge"] += 1
        store.put(CLIENTS, shared)
        store.add(CLIENTS, complete({"inum": inum, "scopes": ["x"]}, 0))
    print(inum, flush=True)
"""


def open_folder(folder: Path) -> Store:
    settings = SandboxSettings(folder)
    return open_store(settings, open_cipher(settings))


@pytest.fixture
def shared(folder: Path) -> Path:
    """A folder with a client that counts."""
    store = open_folder(folder)
    with store.writing():
        store.add(TABLE, complete({"inum": "shared", "defaultMaxAge": 0}, 0))
    store.close()
    return folder


def check(store: Store) -> int:
    """The database is sound and its tables agree; return the number of clients."""
    connection = store.connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    columns = {row[0] for row in connection.execute("SELECT id FROM clients")}
    bodies = {row[0] for row in connection.execute("SELECT id FROM clients_bodies")}
    assert columns == bodies
    return len(bodies)


def test_a_killed_writer_loses_nothing_that_it_was_told_is_stored(shared: Path) -> None:
    for round_number in range(3):
        with waiting(WRITER, shared, f"round{round_number}", 100_000) as writer:
            wait_until_ready(writer)
            go_on(writer)
            assert writer.stdout is not None
            stored = [writer.stdout.readline().strip() for _ in range(20)]
            writer.kill()
            stored += writer.stdout.read().split("\n")[:-1]
        store = open_folder(shared)
        count = check(store)
        for inum in stored:
            assert store.get(TABLE, inum) is not None
        row = store.get(TABLE, "shared")
        assert row is not None
        # Both writes of a transaction are there, or neither.
        assert row.entry["defaultMaxAge"] == count - 9
        store.close()


@pytest.mark.soak
def test_many_processes_lose_nothing(shared: Path, effort: Callable[[int, int], int]) -> None:
    count, each = effort(4, 16), effort(50, 625)
    run_together([waiting(WRITER, shared, f"writer{n}", each) for n in range(count)])
    store = open_folder(shared)
    assert check(store) == 9 + count * each
    row = store.get(TABLE, "shared")
    assert row is not None
    assert row.entry["defaultMaxAge"] == count * each
    assert len(store.clients_of("x")) == count * each
    store.close()


def test_sixteen_threads_lose_nothing(folder: Path) -> None:
    settings = SandboxSettings(folder)
    apps = [create_app(settings) for _ in range(2)]
    credentials = load_or_create(settings)
    failures: list[object] = []

    async def life(number: int) -> None:
        transport = httpx.ASGITransport(app=apps[number % 2])
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            answer = await client.post(
                TOKEN,
                data={"grant_type": "client_credentials"},
                auth=(credentials.client_id, credentials.client_secret),
            )
            client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
            for turn in range(5):
                inum = f"{number}-{turn}"
                made = await client.post(CLIENTS, json=MINIMAL | {"inum": inum})
                patch = [{"op": "add", "path": "/contacts/-", "value": inum}]
                merged = await client.patch(
                    f"{CLIENTS}/{credentials.client_id}",
                    content=json.dumps(patch),
                    headers={"Content-Type": "application/json-patch+json"},
                )
                if (made.status_code, merged.status_code) != (201, 200):
                    failures.append((made.text, merged.text))

    store = open_folder(folder)
    with store.writing():
        row = store.get(TABLE, credentials.client_id)
        assert row is not None
        store.put(TABLE, {**row.entry, "contacts": ["first"]}, row.secret)
    threads = [
        threading.Thread(target=lambda number=number: anyio.run(life, number))
        for number in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for app in apps:
        app.state.sandbox.close()
    assert not failures
    assert check(store) == 8 + 80
    row = store.get(TABLE, credentials.client_id)
    assert row is not None
    contacts = row.entry["contacts"]
    assert isinstance(contacts, list)
    assert len(contacts) == len(set(map(str, contacts))) == 81
    store.close()


def test_first_starts_at_the_same_moment(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    code = WRITER.partition("sys.stdin")[0] + (
        "print(len(list(store.connection.execute('SELECT 1 FROM scopes'))))\n"
        "print(settings.data_folder.joinpath('credentials.json').read_text())"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in range(6)
    ]
    outputs = {start.communicate()[0] for start in starts}
    assert all(start.returncode == 0 for start in starts)
    assert len(outputs) == 1
    names = {path.name for path in folder.iterdir()}
    assert names == {"sandbox.sqlite3", "credentials.json", "secrets.key", ".lock"}


def test_files_are_private(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        settings = SandboxSettings(tmp_path / "folder")
        store = open_store(settings, open_cipher(settings))
        files = list(settings.data_folder.iterdir())
        assert len(files) >= 5
        for path in files:
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert stat.S_IMODE(settings.data_folder.stat().st_mode) == 0o700
        store.close()
    finally:
        os.umask(old)


def test_credentials(tmp_path: Path) -> None:
    settings = SandboxSettings(tmp_path)
    made = load_or_create(settings)
    assert made.client_id.startswith("1800.")
    assert len(made.client_secret) >= 24
    assert made.client_secret not in repr(made)
    assert load_or_create(settings) == made
    assert load_or_create(SandboxSettings(tmp_path / "other")) != made
    chosen = replace(settings, client_id="mine")
    assert load_or_create(chosen).client_id == "mine"
    assert load_or_create(chosen).client_secret == made.client_secret
    for text in ("[]", '{"client_id": 5}'):
        (tmp_path / "credentials.json").write_text(text)
        told: list[str] = []
        anew = load_or_create(replace(settings, warn=told.append))
        assert load_or_create(settings) == anew != made
        (sentence,) = told
        assert "credentials.json can't be used. It was set aside as " in sentence
        assert Path(sentence.removesuffix(".").rpartition(" ")[2]).read_text() == text


async def test_chosen_credentials_work_on_an_older_folder(opened: Opener) -> None:
    assert await opened().token()
    chosen = opened(client_id="1800.mine", client_secret="my own")
    assert await chosen.token()
    assert (await chosen.entry(CLIENTS))["totalEntriesCount"] == 9
    again = opened(client_id="1800.mine", client_secret="changed")
    assert await again.token()


async def test_nobody_is_locked_out_for_good(opened: Opener) -> None:
    door = opened()
    path = f"{CLIENTS}/{door.credentials.client_id}"
    await door.patch(path, {"op": "add", "path": "/description", "value": "kept"})
    await door.patch(path, {"op": "add", "path": "/clientSecret", "value": "forgotten"})
    assert (await opened().entry(path))["description"] == "kept"
    await door.patch(path, {"op": "add", "path": "/disabled", "value": True})
    assert (await opened().entry(path))["disabled"] is False
    assert (await door.call("DELETE", path)).status_code == 204
    assert (await opened().entry(path))["clientName"] == "Jans Config Api Client"


async def test_reset(opened: Opener, folder: Path) -> None:
    door = opened()
    await door.create(inum="mine")
    fill(door.settings, 20)
    reset(door.settings)
    assert (await door.get(CLIENTS)).status_code == 401
    door.bearer = ""
    assert (await door.entry(CLIENTS))["totalEntriesCount"] == 8
    assert (await door.get(f"{CLIENTS}/mine")).status_code == 404
    store = open_folder(folder)
    assert check(store) == 8
    store.close()


def version_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_reset_sets_aside_what_is_no_database(folder: Path) -> None:
    path = folder / "sandbox.sqlite3"
    path.write_bytes(b"garbage" * 1000)
    reset(SandboxSettings(folder))
    assert (folder / "sandbox.sqlite3.unreadable").read_bytes() == b"garbage" * 1000
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ValueError, match="newer version"):
        open_folder(folder)
    told: list[str] = []
    reset(SandboxSettings(folder, warn=told.append))
    assert "It was set aside as" in told[0]
    assert version_of(folder / "sandbox.sqlite3.2.unreadable") == 99
    store = open_folder(folder)
    assert check(store) == 8
    store.close()


def test_a_list_needs_nothing_heavy(folder: Path) -> None:
    code = """
import asyncio, sys
from pathlib import Path
import httpx
from tui.sandbox.app import create_app
from tui.sandbox.settings import SandboxSettings

async def main():
    app = create_app(SandboxSettings(Path(sys.argv[1])))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        headers = {"Authorization": f"Bearer {sys.argv[2]}"}
        path = "/jans-config-api/api/v1/openid/clients"
        assert (await client.get(path, headers=headers)).status_code == 200
        assert (await client.get(path + "/" + sys.argv[3], headers=headers)).status_code == 200
    heavy = {"pydantic", "joserfc", "cryptography", "jsonpatch", "uvicorn", "trustme", "textual"}
    print(sorted(heavy & sys.modules.keys()))

asyncio.run(main())
"""

    async def token(settings: SandboxSettings) -> str:
        app = create_app(settings)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            door = Door(settings, load_or_create(settings), app.state.sandbox, client)
            made = await door.token()
        app.state.sandbox.close()
        return made

    settings = SandboxSettings(folder)
    bearer = anyio.run(token, settings)
    done = run_python("-c", code, str(folder), bearer, load_or_create(settings).client_id)
    assert done.stdout == "[]\n", done.stderr


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise PermissionError("no hard links here")

    monkeypatch.setattr(os, "link", no_link)
    store = open_folder(tmp_path)
    assert check(store) == 8
    store.close()
    assert {path.name for path in tmp_path.iterdir()} == {
        "sandbox.sqlite3",
        "credentials.json",
        "secrets.key",
        ".lock",
    }


def test_a_transaction_that_fails_leaves_nothing(folder: Path) -> None:
    store = open_folder(folder)

    def add_twice() -> None:
        with store.writing():
            for _ in range(2):
                store.add(TABLE, complete({"inum": "twice", "scopes": ["x"]}, 0))

    with pytest.raises(sqlite3.IntegrityError):
        add_twice()
    assert check(store) == 8
    assert store.clients_of("x") == []
    with store.writing():
        store.add(TABLE, complete({"inum": "twice"}, 0))
    assert check(store) == 9
    store.close()
