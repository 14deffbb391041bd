"""The layers in ``pyproject.toml`` hold. Also a step of ``make test``; here for a quick run."""

import subprocess
import sys

from tests.shell import ROOT


def test_every_import_goes_down_the_layers() -> None:
    code = "import importlinter.cli as cli; raise SystemExit(cli.lint_imports(no_logo=True))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
