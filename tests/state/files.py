"""The files that this program keeps on a machine, each with what is read from and written to it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.registrations.test_vault import ONE
from tests.serving import START
from tests.unit.drafts.cases import SANDBOX, edited, stored
from tests.unit.journal.support import ORIGIN, numbered
from tui import locations
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError
from tui.api.token_store import FileTokenStore, StoredToken
from tui.connecting.kept_tokens import store_of
from tui.drafts.store import DraftError, DraftStore
from tui.journal.history import History
from tui.journal.journal import Journal
from tui.registrations.vault import Vault, VaultError
from tui.sandbox.schema import VERSION
from tui.sandbox.store import FILE
from tui.session import sandbox_api
from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn
from tui.settings.settings import SettingsError

STAGING = Profile("staging", "https://staging.example", sign_in=SignIn(client_id="1800.me"))
NEW = "written after the trouble"


@dataclass(frozen=True, slots=True)
class StateFile:
    """One file, and how the program uses it.

    Attributes:
        path: where it is.
        read: reads it, and says what was told.
        write: puts something in it, and says what was told.
        holds: whether what ``write`` put there can be read.
        newer: makes of it what a newer version of the program would have left.
        begin: puts something in it, with nothing there before.
    """

    path: Callable[[], Path]
    read: Callable[[], list[str]]
    write: Callable[[], list[str]]
    holds: Callable[[], bool]
    newer: Callable[[Path], None]
    begin: Callable[[], object]


# The settings


def _read_settings() -> list[str]:
    return [problem.sentence for problem in SettingsFile().read().problems]


def _write_settings() -> list[str]:
    try:
        SettingsFile().add(replace(STAGING, name="new"))
    except SettingsError as error:
        return [str(error)]
    return []


def _newer_settings(path: Path) -> None:
    path.write_text(path.read_text() + '\n[panes]\nleft = "clients"\n')


# Drafts


def _drafts() -> DraftStore:
    return DraftStore(locations.drafts_folder(), SANDBOX)


def _draft_path() -> Path:
    return _drafts()._path("1234")


def _read_drafts() -> list[str]:
    store = _drafts()
    try:
        store.load("1234")
        store.all()
    except DraftError as error:
        return [str(error)]
    return [f"A draft was set aside as {path}." for path in store.set_aside]


def _write_draft() -> list[str]:
    # As the program does it: what is there is offered before something is typed.
    told = _read_drafts()
    store = _drafts()
    try:
        store.save(stored(edited(clientName=NEW)))
    except DraftError as error:
        return [*told, str(error)]
    return told + [f"A draft was set aside as {path}." for path in store.set_aside]


def _has_draft() -> bool:
    found = _drafts().load("1234")
    return found is not None and found.name == NEW


def _with(**members: Any) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.write_text(json.dumps(json.loads(path.read_text()) | members))

    return change


# The journal


def _journal() -> Journal:
    return Journal(locations.state_folder() / "journal")


def _read_journal() -> list[str]:
    try:
        _journal().entries()
    except OSError as error:
        return [f"The history cannot be read: {error.strerror}."]
    return []


def _note(name: str = NEW) -> list[str]:
    said = History(_journal(), ORIGIN.profile).note(numbered(1, name=name))
    return [said] if said else []


def _has_entry() -> bool:
    try:
        return any(entry.name == NEW for entry in _journal().entries())
    except OSError:
        return False


def _newer_journal(path: Path) -> None:
    with path.open("a") as file:
        file.write('{"format": 99, "kind": "merge", "what": {}}\n')


# Tokens


def _tokens(warn: Callable[[str], None] = lambda _: None) -> FileTokenStore:
    return store_of(STAGING, ApiConfig(STAGING.url, "1800.me", ""), warn)


def _read_token() -> list[str]:
    told: list[str] = []
    _tokens(told.append).load()
    return told


def _write_token(value: str = NEW) -> list[str]:
    told: list[str] = []
    store = _tokens(told.append)
    # As the program does it: it looks for one before it asks for one.
    store.load()
    store.save(StoredToken(value, ("a",), 4_000_000_000.0, "refresh"))
    return told


def _has_token() -> bool:
    found = _tokens().load()
    return found is not None and found.value == NEW


# Registrations


def _read_registrations() -> list[str]:
    vault = Vault()
    try:
        vault.load(ONE.provider, ONE.client_id)
        vault.all()
    except VaultError as error:
        return [error.sentence]
    return [vault.warning] if vault.warning else []


def _register() -> list[str]:
    told = _read_registrations()
    vault = Vault()
    try:
        vault.prove()
        vault.save(replace(ONE, token=NEW))
    except VaultError as error:
        return [*told, error.sentence]
    return [*told, vault.warning] if vault.warning else told


def _has_registration() -> bool:
    found = Vault().load(ONE.provider, ONE.client_id)
    return found is not None and found.token == NEW


# The sandbox


def _ask_sandbox(ask: Callable[[ConfigApi], Coroutine[Any, Any, object]]) -> list[str]:
    told: list[str] = []

    async def run() -> None:
        try:
            async with sandbox_api(warn=told.append) as api:
                await ask(api)
        except ApiError as error:
            told.append(f"{error.sentence} {error.server_words}".strip())

    asyncio.run(run())
    return told


def _read_sandbox() -> list[str]:
    return _ask_sandbox(lambda api: api.clients.page(limit=5))


def _write_sandbox() -> list[str]:
    return _ask_sandbox(lambda api: api.clients.create({**START, "clientName": NEW}))


def _has_client() -> bool:
    found: list[int] = []

    async def ask(api: ConfigApi) -> None:
        found.append((await api.clients.page(pattern=NEW)).total)

    return _ask_sandbox(ask) == [] and found[0] > 0


def _newer_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def _longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def _in_sandbox(name: str, newer: Callable[[Path], None]) -> StateFile:
    return StateFile(
        lambda: locations.sandbox_folder() / name,
        _read_sandbox,
        _write_sandbox,
        _has_client,
        newer,
        _read_sandbox,
    )


FILES: dict[str, StateFile] = {
    "settings": StateFile(
        lambda: SettingsFile().path,
        _read_settings,
        _write_settings,
        lambda: "new" in SettingsFile().read().profiles,
        _newer_settings,
        lambda: SettingsFile().add(STAGING),
    ),
    "draft": StateFile(
        _draft_path,
        _read_drafts,
        _write_draft,
        _has_draft,
        _with(format=99),
        lambda: _drafts().save(stored(edited(clientName="before"))),
    ),
    "journal": StateFile(
        lambda: _journal().file,
        _read_journal,
        _note,
        _has_entry,
        _newer_journal,
        lambda: _note("before"),
    ),
    "token": StateFile(
        lambda: _tokens()._path,
        _read_token,
        _write_token,
        _has_token,
        _with(access_token={"newer": NEW}),
        lambda: _write_token("before"),
    ),
    "registration": StateFile(
        lambda: Vault()._path(ONE.key),
        _read_registrations,
        _register,
        _has_registration,
        _with(format=99),
        lambda: Vault().save(ONE),
    ),
    "sandbox database": _in_sandbox(FILE, _newer_database),
    "sandbox credentials": _in_sandbox("credentials.json", _with(client_secret={"newer": NEW})),
    "sandbox key": _in_sandbox("secrets.key", _longer),
    "sandbox signing key": _in_sandbox("signing.jwk.json", _with(crv="P-9999")),
    "sandbox token": _in_sandbox("token.json", _with(access_token={"newer": NEW})),
}
