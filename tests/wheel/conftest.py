"""The wheel, built and installed without a network.

The fresh environment holds nothing but the wheel. Its dependencies come from the environment
that runs the tests, whose packages a ``.pth`` file makes importable. That environment's own
``.pth`` files do not count there, so an editable install of the checkout stays out of sight.
"""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.shell import ROOT

SOURCES = ("tui", "styles", "tests", "screenshots")
FILES = ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the checkout; return its path."""
    copy = tmp_path_factory.mktemp("copy")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, copy / name, ignore=ignore)
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", str(copy))
    done = subprocess.run(build, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = (copy / "dist").iterdir()
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment; return the environment's ``bin`` folder."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--isolated", "--python", str(python), "install")
    done = subprocess.run(
        [*pip, "--no-deps", "--no-index", "--no-cache-dir", str(wheel)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # After the installation: pip must not find the checkout's own and call it done.
    (packages,) = folder.glob("lib/python3*/site-packages")
    (packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return folder / "bin"
