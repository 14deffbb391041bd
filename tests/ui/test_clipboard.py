"""The ways to the clipboard, without one."""

import base64
from collections.abc import Mapping

import pyperclip
import pytest

from tui.clipboard import CHOICE, LARGEST, SYSTEM, TERMINAL, Clipboard, ClipboardError

SSH = {"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}


class Places:
    """Where texts arrive: the terminal, or the system's clipboard, which may be broken."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.terminal: list[str] = []
        self.system: list[str] = []
        self.broken = False
        monkeypatch.setattr(pyperclip, "copy", self._to_system)

    def _to_system(self, text: str) -> None:
        if self.broken:
            raise pyperclip.PyperclipException("no mechanism")
        self.system.append(text)

    async def copy(self, text: str, environ: Mapping[str, str]) -> str:
        return await Clipboard(write=self.terminal.append, environ=environ).copy(text)


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Places:
    return Places(monkeypatch)


def sequence(text: str) -> str:
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"


async def test_here_it_is_the_system_clipboard(places: Places) -> None:
    assert await places.copy("text", {}) == SYSTEM
    assert (places.system, places.terminal) == (["text"], [])


@pytest.mark.parametrize("environ", [SSH, {"SSH_TTY": "/dev/pts/0"}])
async def test_over_ssh_it_is_the_terminal(places: Places, environ: dict[str, str]) -> None:
    assert await places.copy("é\n語", environ) == TERMINAL
    assert (places.system, places.terminal) == ([], [sequence("é\n語")])


async def test_without_a_system_clipboard_it_is_the_terminal(places: Places) -> None:
    places.broken = True
    assert await places.copy("text", {}) == TERMINAL
    assert places.terminal == [sequence("text")]


async def test_the_choice_is_the_persons(places: Places) -> None:
    assert await places.copy("text", {CHOICE: "osc52"}) == TERMINAL
    assert await places.copy("text", {CHOICE: "native", **SSH}) == SYSTEM
    places.broken = True
    with pytest.raises(ClipboardError, match=f"{CHOICE}=osc52"):
        await places.copy("text", {CHOICE: "native"})
    with pytest.raises(ClipboardError, match="auto, native or osc52"):
        await places.copy("text", {CHOICE: "fax"})


async def test_tmux_is_asked_to_pass_it_on(places: Places) -> None:
    await places.copy("text", {**SSH, "TMUX": "/tmp/tmux,1,0"})
    [written] = places.terminal
    assert written.startswith("\x1bPtmux;")
    assert written.endswith("\x1b\\")
    inner = written.removeprefix("\x1bPtmux;").removesuffix("\x1b\\")
    assert inner.replace("\x1b\x1b", "\x1b") == sequence("text")


async def test_screen_is_given_it_in_pieces(places: Places) -> None:
    text = "text" * 1000
    await places.copy(text, {**SSH, "STY": "1.pts-0"})
    [written] = places.terminal
    pieces = [piece.removeprefix("\x1bP") for piece in written.split("\x1b\\")]
    assert all(len(piece) <= 768 for piece in pieces)
    assert "".join(pieces) == sequence(text)


async def test_what_no_terminal_would_take_is_refused(places: Places) -> None:
    longest = LARGEST * 3 // 4
    assert await places.copy("x" * longest, SSH) == TERMINAL
    with pytest.raises(ClipboardError, match="too many to copy by the terminal"):
        await places.copy("x" * (longest + 3), SSH)
    assert await places.copy("x" * 1_000_000, {}) == SYSTEM


async def test_lone_surrogates_do_not_stop_it(places: Places) -> None:
    assert await places.copy("a\ud800b", SSH) == TERMINAL
