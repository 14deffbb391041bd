"""One-liners on a machine in trouble: they do what can be done, and their exit codes are honest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.in_process import Shell
from tests.state.files import FILES
from tests.state.troubles import TROUBLES
from tui.cli.exit_codes import ExitCode

LIST = ("--operation-id", "get-oauth-openid-clients")


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("name", "trouble", "code", "says"),
    [
        ("settings", "torn at 80 %", ExitCode.DONE, "is not valid TOML"),
        ("settings", "a folder", ExitCode.DONE, "is no settings file"),
        ("settings", "a FIFO", ExitCode.DONE, "is no settings file"),
        ("settings", "a newer version", ExitCode.DONE, "There is no key panes"),
        ("sandbox database", "torn at 30 %", ExitCode.DONE, "It was set aside as"),
        ("sandbox database", "a folder", ExitCode.DONE, "It was set aside as"),
        ("sandbox database", "a FIFO", ExitCode.DONE, "It was set aside as"),
        ("sandbox database", "a newer version", ExitCode.REFUSED, "jans-tui sandbox reset"),
        ("sandbox database", "not to be read", ExitCode.REFUSED, "can't be used"),
        ("sandbox credentials", "a page", ExitCode.DONE, "It was set aside as"),
        ("sandbox credentials", "a closed folder", ExitCode.REFUSED, "Permission denied"),
        ("sandbox key", "torn at 50 %", ExitCode.DONE, "It was set aside as"),
        ("sandbox token", "a FIFO", ExitCode.DONE, "It was set aside as"),
        ("sandbox token", "no home", ExitCode.REFUSED, "JANS_TUI_HOME"),
    ],
)
def test_a_list(
    name: str, trouble: str, code: ExitCode, says: str, own_folders: Path, shell: Shell
) -> None:
    file, happening = FILES[name], TROUBLES[trouble]
    file.begin()
    happening.happen(file, own_folders)
    with happening.during(file.path()):
        done = shell(*LIST)
        assert (done.code, says in done.err) == (code, True), done.err
        assert all(line.startswith("jans-tui: ") for line in done.err.splitlines())
        if code is ExitCode.DONE:
            assert done.json["entriesCount"] > 0
    lasts = trouble == "a newer version" and name != "settings"
    assert shell(*LIST).code == (code if lasts else ExitCode.DONE)


def test_a_profile_on_a_full_disk(own_folders: Path, shell: Shell) -> None:
    file, trouble = FILES["settings"], TROUBLES["a full disk"]
    file.begin()
    before = file.path().read_text()
    with trouble.during(file.path()):
        done = shell("profiles", "add", "new", "url=a.example", "client_id=x")
    assert done.code == ExitCode.REFUSED
    assert "cannot be written" in done.err
    assert file.path().read_text() == before
