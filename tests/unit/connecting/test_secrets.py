"""Secrets by reference: each is had late, or a sentence says why not."""

import os
import sys
import types
from pathlib import Path

import pytest

from tests.api.asking import Person
from tui.api.errors import SecretMissing
from tui.connecting import commands
from tui.connecting.secrets import Vault


def vault(folder: Path, warnings: list[str] | None = None, person: Person | None = None) -> Vault:
    heard = [] if warnings is None else warnings
    return Vault("staging", folder, person, heard.append)


async def had(folder: Path, reference: str) -> str:
    return await vault(folder).secret(reference, "client secret")


async def refusal(folder: Path, reference: str) -> str:
    with pytest.raises(SecretMissing) as caught:
        await had(folder, reference)
    return caught.value.sentence


async def test_each_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAGING", "hush")
    (tmp_path / "secret").write_text("hush\n")
    (tmp_path / "secret").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    for reference in (
        "env:STAGING",
        "file:secret",
        f"file:{tmp_path}/secret",
        "file:~/secret",
        "cmd:printf '%s\\n' hush",
        "shell:cat ~/secret | cat",
        "plain:hush",
    ):
        assert await had(tmp_path, reference) == "hush", reference


async def test_a_command_is_run_without_a_shell(tmp_path: Path) -> None:
    assert await had(tmp_path, "cmd:printf %s $HOME;id") == "$HOME;id"


async def test_prompt_asks(tmp_path: Path) -> None:
    person = Person(answers=["hush"])
    assert await vault(tmp_path, person=person).secret("prompt", "client secret") == "hush"
    assert [asked.sentence for asked in person.questions] == ["The client secret of staging"]
    with pytest.raises(SecretMissing, match="no signing in"):
        await vault(tmp_path, person=Person(answers=[None])).secret("prompt", "client secret")


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("env:NOT_THERE", "variable NOT_THERE, which is not set"),
        ("file:none", "none: No such file or directory."),
        ("file:.", "Is a directory."),
        ("file:empty", "that is empty."),
        ("file:binary", "that is no text."),
        ("cmd:no-such-command-here x", "cannot be run: No such file or directory."),
        ("cmd:sh -c 'echo locked >&2; exit 3'", "sh ended with 3. It says: “locked”"),
        ("cmd:true", "true printed an empty line."),
        ("cmd:echo 'x", "a quote is not closed."),
        ("prompt", "nobody to ask"),
        ("hush", "must say where the secret is"),
    ],
)
async def test_what_cannot_be_had_is_a_sentence(tmp_path: Path, reference: str, says: str) -> None:
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    sentence = await refusal(tmp_path, reference)
    assert sentence.startswith("The client secret of staging ")
    assert says in sentence
    assert "hush" not in sentence


async def test_a_command_that_does_not_end_is_ended(
    tmp_path: Path,
) -> None:
    pid = tmp_path / "pid"
    with pytest.raises(commands.CommandFailed, match="took more than"):
        commands.output_of(f"echo $$ > {pid}; exec sleep 60", shell=True, patience=0.3)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


async def test_a_file_that_others_can_read_is_warned_of(tmp_path: Path) -> None:
    warnings: list[str] = []
    (tmp_path / "secret").write_text("hush")
    (tmp_path / "secret").chmod(0o644)
    assert await vault(tmp_path, warnings).secret("file:secret", "client secret") == "hush"
    assert "chmod 600" in warnings[0]
    assert "hush" not in warnings[0]


class _KeyringError(Exception):
    pass


class _NoKeyringError(_KeyringError):
    pass


def keyring_that(monkeypatch: pytest.MonkeyPatch, answer: str | Exception | None) -> list[object]:
    """Have the package ``keyring`` answer so; return what it is asked."""
    asked: list[object] = []

    def get_password(service: str, name: str) -> str | None:
        asked.append((service, name))
        if isinstance(answer, Exception):
            raise answer
        return answer

    module, errors = types.ModuleType("keyring"), types.ModuleType("keyring.errors")
    vars(module).update(get_password=get_password, errors=errors)
    vars(errors).update(KeyringError=_KeyringError, NoKeyringError=_NoKeyringError)
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return asked


async def test_the_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = keyring_that(monkeypatch, "hush")
    assert await had(tmp_path, "keyring:jans/tui/1800.me") == "hush"
    assert asked == [("jans/tui", "1800.me")]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, "is not in the keyring at jans/me."),
        (_NoKeyringError(), "this machine has none"),
        (_KeyringError("locked."), "from the keyring at jans/me: locked."),
    ],
)
async def test_a_keyring_without_the_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Exception | None, says: str
) -> None:
    keyring_that(monkeypatch, answer)
    assert says in await refusal(tmp_path, "keyring:jans/me")


async def test_no_package_for_the_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert "install jans-tui[keyring]" in await refusal(tmp_path, "keyring:jans/me")
