"""What is loaded when: start-up time lives on it, and so does the core without Textual."""

import json
from pathlib import Path

import pytest

from tests.shell import ROOT, run_python

CORE = [
    name
    for name in (
        "models",
        "api",
        "checks",
        "cli",
        "forms",
        "saving",
        "drafts",
        "journal",
        "text_editor",
        "session",
        "settings",
        "connecting",
        "sandbox",
        "locations",
        "atomic",
        "commands",
    )
    if (ROOT / "tui" / name).is_dir() or (ROOT / "tui" / f"{name}.py").is_file()
]

RUN = """
import sys
sys.argv = ["jans-tui", *{arguments!r}]
from tui.__main__ import main
code = main()
import json
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""

FIRST_FRAME = """
import json, sys
import tui.cli.main

def open_app(options):
    import tui.app
    return 0

tui.cli.main.has_terminal = lambda: True
code = tui.cli.main.main([], open_app)
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""

IMPORT_ALL = """
import importlib, json, pkgutil, sys
top = importlib.import_module("tui.{name}")
names = [top.__name__]
for module in pkgutil.walk_packages(getattr(top, "__path__", []), top.__name__ + "."):
    importlib.import_module(module.name)
    names.append(module.name)
sys.stderr.write(json.dumps([len(names), sorted(sys.modules)]))
"""


COVERAGE = "COVERAGE_PROCESS_CONFIG"
"""Has a process count the lines that it runs, for which modules are loaded, too."""


def loaded(code: str) -> tuple[int, set[str]]:
    """Run ``code``; return the number and the modules that it reports on standard error."""
    done = run_python("-c", code, unset=[COVERAGE])
    assert done.returncode == 0, done.stderr
    number, modules = json.loads(done.stderr)
    return number, set(modules)


def loaded_by_command(*arguments: str) -> set[str]:
    code, modules = loaded(RUN.format(arguments=arguments))
    assert code == 0
    return modules


def test_the_probe_sees_textual() -> None:
    code = "import json, sys, textual; sys.stderr.write(json.dumps([0, sorted(sys.modules)]))"
    assert "textual" in loaded(code)[1]


def test_version_loads_next_to_nothing() -> None:
    bare = loaded("import json, sys; sys.stderr.write(json.dumps([0, sorted(sys.modules)]))")[1]
    assert loaded_by_command("--version") - bare == {
        "tui",
        "tui.__main__",
        "tui.cli",
        "tui.cli.output",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["locate"],
        ["sandbox", "--help"],
        ["clients", "set", "--help"],
        ["--info"],
        ["completion", "bash"],
    ],
)
def test_small_commands_load_no_big_library(arguments: list[str]) -> None:
    big = {"textual", "httpx", "pydantic", "starlette", "uvicorn", "joserfc", "cryptography"}
    assert not loaded_by_command(*arguments) & big


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-tui", "--operation-id=get-oauth-openid-clients"],
        ["--host", "op.example", "--client-id", "x", "--operation-id", "get-acrs", "--curl"],
        ["clients", "list"],
    ],
)
def test_reading_loads_neither_textual_nor_pydantic(arguments: list[str]) -> None:
    assert not loaded_by_command(*arguments) & {"textual", "pydantic", "rich", "uvicorn"}


def test_the_first_frame_loads_what_is_on_it() -> None:
    code, modules = loaded(FIRST_FRAME)
    assert code == 0
    assert "tui.screens.clients" in modules
    assert not modules & {
        *("httpx", "urllib.request", "starlette", "sqlite3", "cryptography", "joserfc"),
        *("pydantic", "configparser", "tomllib", "tomlkit"),
        *("tui.sandbox", "tui.forms.lookups", "tui.forms.options", "tui.forms.table"),
        *("tui.screens.client", "tui.screens.opening", "tui.screens.menu", "tui.widgets.menu"),
        *("tui.cli.operations", "tui.cli.commands.clients", "tui.cli.commands.serve"),
    }


def test_filling_the_sandbox_loads_neither_textual_nor_httpx(tmp_path: Path) -> None:
    modules = loaded_by_command("sandbox", "fill", "1", "--data", str(tmp_path))
    assert not modules & {"textual", "httpx", "uvicorn"}


@pytest.mark.parametrize("name", CORE)
def test_the_core_loads_no_textual(name: str) -> None:
    count, modules = loaded(IMPORT_ALL.format(name=name))
    assert count >= 1
    assert "textual" not in modules


def test_the_sandbox_loads_nothing_of_the_program_but_models() -> None:
    _, modules = loaded(IMPORT_ALL.format(name="sandbox"))
    own = {".".join(name.split(".")[:2]) for name in modules if name.startswith("tui")}
    files = {"tui.locations", "tui.atomic", "tui.locking", "tui.private_files"}
    assert own <= {"tui", "tui.sandbox", "tui.models", *files}
    assert "httpx" not in modules
