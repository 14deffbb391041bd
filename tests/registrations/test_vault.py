"""The vault: private, whole, and never in the way of a token."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.registrations.keyrings import playing
from tests.registrations.odd_provider import files_in, on_disk
from tui.models.json import JsonObject
from tui.registrations.keyring_secrets import Keyring, KeyringError
from tui.registrations.registration import Registration, key_of
from tui.registrations.turn import turn
from tui.registrations.vault import Vault, VaultError

NOON = datetime(2027, 1, 31, 12, tzinfo=UTC)
ONE = Registration(
    provider="https://op.example",
    client_id="one",
    uri="https://op.example/register?client_id=one",
    token="the-token",
    previous="the-token-before",
    secret="the-secret",
    picture={"client_name": "One", "jwks": {"keys": []}, "x": [1, None]},
    unread=("contacts",),
    registered=NOON,
    changed=NOON,
)
TEXTS = ("the-token", "the-token-before", "the-secret")


class FakeKeyring:
    """Keeps in memory, or fails."""

    def __init__(self, problem: str = "") -> None:
        self.kept: dict[str, dict[str, str]] = {}
        self.problem = problem

    def _check(self) -> None:
        if self.problem:
            raise KeyringError(self.problem)

    def load(self, name: str) -> dict[str, str]:
        self._check()
        return self.kept.get(name, {})

    def save(self, name: str, secrets: dict[str, str]) -> None:
        self._check()
        self.kept[name] = secrets

    def remove(self, name: str) -> None:
        self._check()
        self.kept.pop(name, None)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "registrations")


def test_what_was_saved_comes_back(vault: Vault) -> None:
    assert vault.all() == []
    assert vault.load(ONE.provider, ONE.client_id) is None
    assert vault.save(ONE) == ""
    assert vault.load(ONE.provider, ONE.client_id) == ONE
    vault.remove(ONE)
    assert vault.all() == []
    assert files_in(vault.folder) == []
    vault.remove(ONE)


def test_providers_do_not_mix_and_the_newest_comes_first(vault: Vault) -> None:
    later = replace(ONE, client_id="two", registered=NOON.replace(hour=13))
    other = replace(ONE, provider="https://other.example")
    for one in (ONE, later, other):
        vault.save(one)
    assert [one.client_id for one in vault.all("https://op.example")] == ["two", "one"]
    assert vault.all("https://other.example") == [other]
    assert len(vault.all()) == 3


def test_files_are_private(vault: Vault) -> None:
    before = os.umask(0)
    try:
        vault.save(ONE)
    finally:
        os.umask(before)
    (path,) = vault.folder.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert vault.folder.stat().st_mode & 0o777 == 0o700


def test_it_stands_in_the_state_folder(own_folders: Path) -> None:
    assert Vault().folder == own_folders / "jans-tui" / "state" / "registrations"


def test_nothing_secret_is_in_a_repr_or_an_error(vault: Vault) -> None:
    shown = [repr(ONE), str(ONE), f"{ONE!r}"]
    (vault.folder.parent / "registrations").write_text("in the way")
    with pytest.raises(VaultError) as caught:
        vault.save(ONE)
    assert caught.value.registration is ONE
    assert "Note its access token now" in caught.value.sentence
    shown += [str(caught.value), repr(caught.value), caught.value.sentence]
    assert not [text for text in TEXTS for one in shown if text in one]


def test_all_of_it_is_handed_over_when_asked_for() -> None:
    assert ONE.handed_over() == {
        "issuer": "https://op.example",
        "registration_client_uri": "https://op.example/register?client_id=one",
        "registration_access_token": "the-token",
        "client_id": "one",
        "client_secret": "the-secret",
        "client_name": "One",
        "jwks": {"keys": []},
        "x": [1, None],
    }


@pytest.mark.parametrize("client_id", ["../../etc", "a/b", "\x00", "x" * 5000, "\ud800", "🐙"])
def test_odd_ids_make_no_odd_files(client_id: str, vault: Vault) -> None:
    odd = replace(ONE, client_id=client_id)
    vault.save(odd)
    assert vault.load(ONE.provider, client_id) == odd
    (path,) = vault.folder.iterdir()
    assert path.name == f"{key_of(ONE.provider, client_id)}.json"


BAD: list[bytes] = [
    b"",
    b"{",
    b"[]",
    b'{"format": 2}',
    b'{"format": 1}',
    b"[" * 100_000,
    b"\xff",
]


@pytest.mark.parametrize("content", BAD, ids=range(len(BAD)))
def test_a_torn_or_foreign_file_is_set_aside_and_said(content: bytes, vault: Vault) -> None:
    vault.save(ONE)
    (path,) = vault.folder.iterdir()
    path.write_bytes(content)
    assert vault.warning == ""
    assert vault.all() == []
    (aside,) = vault.set_aside
    assert aside.read_bytes() == content
    assert str(aside) in vault.warning
    vault.save(ONE)
    assert vault.load(ONE.provider, ONE.client_id) == ONE
    assert aside.exists()


@pytest.mark.parametrize("member", ["provider", "clientId", "uri", "picture", "unread", "changed"])
def test_a_file_that_lacks_a_member_is_set_aside(member: str, vault: Vault) -> None:
    vault.save(ONE)
    (path,) = vault.folder.iterdir()
    whole = on_disk(vault.folder)
    del whole[member]
    path.write_text(json.dumps(whole))
    assert vault.all() == []
    assert len(vault.set_aside) == 1


def test_a_file_in_the_place_of_another_is_set_aside(vault: Vault) -> None:
    vault.save(ONE)
    (path,) = vault.folder.iterdir()
    path.rename(vault.folder / f"{key_of(ONE.provider, 'two')}.json")
    assert vault.load(ONE.provider, "two") is None
    assert len(vault.set_aside) == 1


def test_what_cannot_be_read_is_an_error_and_not_set_aside(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.save(ONE)

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(VaultError, match=r"^Registrations can't be read: Permission denied\.$"):
        vault.all()
    assert vault.set_aside == []


def test_a_full_disk_is_noticed_before_anything_is_sent(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.prove()
    assert files_in(vault.folder) == []

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VaultError, match=r"No space left on device\. Nothing was sent"):
        vault.prove()
    assert files_in(vault.folder) == []


def test_a_keyring_has_the_secrets_and_the_file_has_none(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    vault = Vault(tmp_path, keyring)
    vault.save(ONE)
    (path,) = tmp_path.iterdir()
    assert not [text for text in TEXTS if text in path.read_text()]
    assert set(keyring.kept[ONE.key].values()) == set(TEXTS)
    assert vault.load(ONE.provider, ONE.client_id) == ONE
    assert vault.all() == [replace(ONE, token="", previous="", secret="")]
    vault.remove(ONE)
    assert (keyring.kept, files_in(tmp_path)) == ({}, [])


def test_what_is_in_the_keyring_stays_there_whatever_is_preferred_now(tmp_path: Path) -> None:
    with playing() as backend:
        Vault(tmp_path, Keyring()).save(ONE)
        vault = Vault(tmp_path)
        now = replace(ONE, token="the-new-token", previous="the-token")
        assert vault.save(now) == ""
        (path,) = tmp_path.iterdir()
        assert "the-new-token" not in path.read_text()
        assert vault.load(ONE.provider, ONE.client_id) == now
        vault.remove(now)
        assert (backend.kept, files_in(tmp_path)) == ({}, [])
        vault.save(ONE)
        assert backend.kept == {}


def test_a_keyring_that_fails_does_not_cost_the_token(tmp_path: Path) -> None:
    keyring = FakeKeyring("it is locked")
    vault = Vault(tmp_path, keyring)
    note = vault.save(ONE)
    assert note == ("The keyring failed (it is locked), so the token is in a private file instead.")
    assert vault.load(ONE.provider, ONE.client_id) == ONE


def test_a_locked_keyring_is_said_and_the_list_still_stands(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    vault = Vault(tmp_path, keyring)
    vault.save(ONE)
    keyring.problem = "it is locked"
    assert [one.client_id for one in vault.all()] == ["one"]
    with pytest.raises(VaultError, match="keyring does not give the token: it is locked"):
        vault.load(ONE.provider, ONE.client_id)
    with pytest.raises(VaultError, match="can't be forgotten: the keyring: it is locked"):
        vault.remove(ONE)
    assert len(vault.all()) == 1


async def test_another_turn_waits_and_then_gives_up(tmp_path: Path) -> None:
    path = tmp_path / "locks" / "one.lock"
    async with turn(path):
        with pytest.raises(OSError, match="Another program is using this registration"):
            async with turn(path, patience=0.05):
                raise AssertionError("two at once")
    async with turn(path, patience=0.05):
        pass


async def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    vault = Vault(tmp_path / "file" / "below")
    with pytest.raises(VaultError, match="Nothing was sent"):
        async with vault.turn("https://op.example", "one"):
            raise AssertionError("it has no lock")


def test_deep_nesting_is_a_sentence(vault: Vault) -> None:
    deep: JsonObject = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with pytest.raises(VaultError, match="nested too deeply"):
        vault.save(replace(ONE, picture=deep))
