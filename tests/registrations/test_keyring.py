"""Secrets of registrations in the keyring of the operating system."""

import sys
from collections.abc import Iterator

import pytest
from keyring.errors import KeyringLocked

from tests.registrations.keyrings import Backend, playing
from tui.registrations.keyring_secrets import SERVICE, Keyring, KeyringError


@pytest.fixture
def backend() -> Iterator[Backend]:
    with playing() as backend:
        yield backend


def test_secrets_come_back(backend: Backend) -> None:
    assert Keyring().load("one") == {}
    Keyring().save("one", {"token": "t", "secret": "s"})
    assert list(backend.kept) == [(SERVICE, "one")]
    assert Keyring().load("one") == {"token": "t", "secret": "s"}
    Keyring().remove("one")
    Keyring().remove("one")
    assert Keyring().load("one") == {}


@pytest.mark.parametrize("problem", [KeyringLocked("it is locked"), RuntimeError("it is locked")])
def test_whatever_a_backend_raises_is_a_sentence(backend: Backend, problem: Exception) -> None:
    backend.problem = problem
    for call in (
        lambda: Keyring().load("one"),
        lambda: Keyring().save("one", {}),
        lambda: Keyring().remove("one"),
    ):
        with pytest.raises(KeyringError, match=r"^it is locked$"):
            call()


@pytest.mark.parametrize("text", ["{", "[]", '{"token": 5}'])
def test_foreign_content_is_no_secret(backend: Backend, text: str) -> None:
    backend.kept[SERVICE, "one"] = text
    if text == "{":
        with pytest.raises(KeyringError):
            Keyring().load("one")
    else:
        assert Keyring().load("one") == {}


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeyringError, match=r"pip install 'jans-tui\[keyring\]'"):
        Keyring().load("one")
