"""What is shipped, and that it works away from the checkout.

One file, so that one of several test processes builds the wheel, once.
"""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.shell import ROOT
from tests.terminal import Terminal
from tui import __version__


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_module_and_every_style_is_shipped(names: set[str]) -> None:
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "tui").rglob("*.py")}
    styles = {f"tui/styles/{path.name}" for path in (ROOT / "styles").glob("*.tcss")}
    assert modules
    assert styles
    assert modules | styles <= names


def test_nothing_else_is_shipped(names: set[str]) -> None:
    folders = {name.split("/")[0] for name in names}
    assert folders == {"tui", f"jans_tui-{__version__}.dist-info"}
    assert not {name for name in names if "test" in name or "screenshot" in name}
    assert f"jans_tui-{__version__}.dist-info/licenses/LICENSE" in names


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_installed_package_is_the_wheel_s(installed: Path, tmp_path: Path) -> None:
    code = "import tui.cli.main as main; print(main.__file__)"
    place = run(installed / "python", "-c", code, cwd=tmp_path).strip()
    assert Path(place).is_relative_to(installed.parent)


def test_the_commands_run_from_another_folder(installed: Path, tmp_path: Path) -> None:
    program = installed / "jans-tui"
    assert run(program, "--version", cwd=tmp_path) == f"jans-tui {__version__}\n"
    assert run(program, "--help", cwd=tmp_path).startswith("usage: jans-tui ")
    assert run(program, "locate", cwd=tmp_path).startswith("config ")


def test_it_opens_on_the_sandbox_and_quits(installed: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    program = str(installed / "jans-tui")
    with Terminal([program], env=environment, cwd=tmp_path) as terminal:
        terminal.wait_for("Clients", timeout=60)
        terminal.wait_for("active", timeout=60)  # a row: the sandbox has its samples with it
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert "Traceback" not in terminal.text
    assert not list(tmp_path.iterdir())
