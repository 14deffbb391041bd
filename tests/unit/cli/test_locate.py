from pathlib import Path

import pytest

from tests.shell import environment, jans_tui
from tui.cli.main import main


def test_locate_names_files_and_folders_and_makes_none(own_folders: Path) -> None:
    done = jans_tui("locate")
    home = own_folders / "jans-tui"
    assert (done.returncode, done.stderr) == (0, "")
    assert dict(line.split(maxsplit=1) for line in done.stdout.splitlines()) == {
        "config": str(home / "config"),
        "settings": str(home / "config" / "settings.toml"),
        "data": str(home / "data"),
        "state": str(home / "state"),
        "sandbox": str(home / "data" / "sandbox"),
    }
    assert not home.exists()


def test_locate_follows_the_platform_s_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("JANS_TUI_HOME")
    assert main(["locate"], lambda options: pytest.fail("the app opened")) == 0
    folders = [line.split(maxsplit=1)[1] for line in capsys.readouterr().out.splitlines()]
    assert all(folder.startswith(f"{Path.home()}/") for folder in folders)
    assert all("jans-tui" in folder for folder in folders)


def test_a_folder_with_a_name_that_is_not_text_is_printed_somehow() -> None:
    done = jans_tui("locate", env={"JANS_TUI_HOME": "/tmp/\udcff", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "config   /tmp/\\udcff/config"
    assert environment()["JANS_TUI_HOME"] not in done.stdout
