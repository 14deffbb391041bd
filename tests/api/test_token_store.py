import json
import stat
from pathlib import Path

import pytest

from tests.api.support import config
from tui.api.token_store import FileTokenStore, StoredToken, token_key

TOKEN = StoredToken("secret-token", ("a", "b"), 1_700_000_000.5)


def test_a_token_comes_back_from_a_private_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "token.json"
    store = FileTokenStore(path, "key")
    assert store.load() is None
    store.save(TOKEN)
    assert store.load() == TOKEN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    store.clear()
    assert store.load() is None
    assert not path.exists()
    store.clear()


def test_a_token_for_something_else_is_not_taken(tmp_path: Path) -> None:
    FileTokenStore(tmp_path / "t", "one").save(TOKEN)
    assert FileTokenStore(tmp_path / "t", "two").load() is None


def test_the_key_tells_servers_clients_and_scopes_apart() -> None:
    keys = [
        token_key(config()),
        token_key(config(base_url="https://other.example")),
        token_key(config(client_id="other")),
        token_key(config(scopes=("a",))),
    ]
    assert len(set(keys)) == len(keys)
    assert token_key(config(scopes=("a", "b"))) == token_key(config(scopes=("b", "a")))
    assert token_key(config(client_secret="other")) == keys[0]
    assert "1800.me" not in keys[0]


GOOD = {"key": "k", "access_token": "t", "scopes": [], "expires_at": 1.0}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"null",
        b"[" * 200_000,
        json.dumps(GOOD).encode()[:-5],
        *(
            json.dumps(GOOD | changed).encode()
            for changed in (
                {"key": "other"},
                {"key": None},
                {"access_token": ""},
                {"access_token": 7},
                {"scopes": "a"},
                {"expires_at": "soon"},
                {"expires_at": None},
                {"expires_at": float("nan")},
                {"expires_at": float("inf")},
                {"expires_at": 10**400},
            )
        ),
    ],
)
def test_a_torn_or_foreign_file_counts_as_absent(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "token.json"
    path.write_bytes(content)
    assert FileTokenStore(path, "k").load() is None


def test_a_disk_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = FileTokenStore(tmp_path / "file" / "token.json", "k")
    store.save(TOKEN)
    assert store.load() is None
    store.clear()


def test_a_token_is_not_shown() -> None:
    assert TOKEN.value not in repr(TOKEN)
