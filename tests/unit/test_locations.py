"""Where files are, of users with odd homes; and folders that only their owner may enter."""

import os
import stat
from pathlib import Path

import pytest

from tests.cli.in_process import Shell
from tui import locations
from tui.api.errors import SecretMissing
from tui.atomic import private_folder, write_private
from tui.connecting.jans_cli import jans_cli_profile
from tui.connecting.opening import Surroundings, public_config
from tui.settings.profile import Profile, Tls


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user whom the system does not know, as in some containers."""
    for name in ("HOME", "JANS_TUI_HOME"):
        monkeypatch.delenv(name)

    def unknown(_uid: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


@pytest.mark.usefixtures("no_home")
def test_without_a_home_there_is_a_sentence_and_no_folder(shell: Shell, tmp_path: Path) -> None:
    for command in (("locate",), ("profiles", "list"), ("clients", "list")):
        done = shell(*command)
        assert done.code == 1
        assert done.err == (
            "jans-tui: ~: this user has no home folder; set HOME or JANS_TUI_HOME.\n"
        ), done
    assert jans_cli_profile() is None
    assert not any(tmp_path.iterdir())


def test_the_home_of_somebody_unknown(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = "~nobody-of-that-name/x"
    with pytest.raises(OSError, match="no such home folder"):
        locations.at_home(nobody)
    for command in (
        ("--cacert", nobody, "clients", "list"),
        ("profiles", "add", "x", "url=https://a.example", "client_id=x", f"ca_file={nobody}"),
        ("clients", "import", nobody),
        ("sandbox", "fill", "1", "--data", nobody),
    ):
        done = shell(*command)
        assert done.code in (1, 2)
        assert "there is no such home folder" in done.err, done
    monkeypatch.setenv("JANS_TUI_HOME", nobody)
    assert "there is no such home folder" in shell("locate").err


async def test_a_certificate_in_the_home_of_somebody_unknown() -> None:
    profile = Profile("x", "https://a.example", tls=Tls(ca_file="~nobody-of-that-name/x"))
    with pytest.raises(SecretMissing, match="there is no such home folder"):
        await public_config(profile, Surroundings())


def test_every_folder_that_is_made_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_private(tmp_path / "a" / "b" / "c" / "file", b"x")
    finally:
        os.umask(before)
    for folder in ("a", "a/b", "a/b/c"):
        assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700, folder


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    assert private_folder(shared / "own") == shared / "own"
    assert private_folder(shared / "own") == shared / "own"
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    (shared / "file").write_text("")
    with pytest.raises(FileExistsError):
        private_folder(shared / "file")
