"""What every test gets: a clean environment, folders of its own, and no network."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.network import only_loopback

# A person's own settings that change what programs do or draw.
STRAY = (
    "JANS",
    "JCA_",
    "XDG_",
    "SSL_CERT_",
    "SSLKEYLOGFILE",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "TEXTUAL",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "VISUAL",
    "EDITOR",
    "PAGER",
    "SSH_",
    "TMUX",
    "STY",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "PYTHONIOENCODING",
    "PYTHONUNBUFFERED",
    "PYTHONUTF8",
    "PYTHONWARNINGS",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--soak``: the long runs, for ``make soak``."""
    parser.addoption("--soak", action="store_true", help="let tests that are random run long")


def pytest_configure(config: pytest.Config) -> None:
    """Clean the environment before anything is imported that reads it then (Textual does)."""
    for name in list(os.environ):
        if name.upper().startswith(STRAY) or name.lower().endswith("_proxy"):
            del os.environ[name]
    os.environ |= {
        "TEXTUAL_ANIMATIONS": "none",
        "TERM": "xterm-256color",
        "TZ": "UTC",
        # Outside of a test there is no place to write to; ``own_folders`` gives one.
        "JANS_TUI_HOME": f"{os.devnull}/nowhere",
    }
    time.tzset()
    # Ignored in a shell's background job or below nohup; programs that tests start would, too.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # The same examples in every run: a change fails for what it does, not by luck.
    settings.register_profile(
        "here", deadline=None, derandomize=True, database=None, max_examples=60
    )
    settings.register_profile(
        "soak", deadline=None, database=None, max_examples=2000, print_blob=True
    )
    settings.load_profile("soak" if config.getoption("--soak") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Property tests run long with ``--soak``, too."""
    for item in items:
        if getattr(getattr(item, "function", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.soak)


@pytest.fixture
def effort(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """Choose how much a test does: the first number, with ``--soak`` the second."""

    def choose(usual: int, soak: int) -> int:
        return soak if pytestconfig.getoption("--soak") else usual

    return choose


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own; return it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("JANS_TUI_HOME", str(home / "jans-tui"))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine only; anything else fails the test."""
    only_loopback(monkeypatch)
