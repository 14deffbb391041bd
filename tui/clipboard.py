"""The way to the clipboard: the terminal's when remote, the system's when local.

OSC 52 is the escape sequence by which a terminal is given a text for its clipboard (xterm
control sequences, "Operating System Commands"). No terminal says whether it obeyed.
"""

from __future__ import annotations

import asyncio
import base64
import os
from collections.abc import Callable, Mapping

CHOICE = "JANS_TUI_CLIPBOARD"
"""Environment variable: ``auto``, ``native`` or ``osc52``."""

LARGEST = 100_000
"""Bytes of base64 that terminals still take in one sequence; beyond that they drop it."""

TERMINAL = "by the terminal (OSC 52)"
SYSTEM = "to the system clipboard"

TMUX_START, TMUX_END = "\x1bPtmux;", "\x1b\\"
SCREEN_START, SCREEN_END = "\x1bP", "\x1b\\"
SCREEN_CHUNK = 512
"""Characters that GNU screen takes in one pass-through sequence, with a margin."""


class ClipboardError(Exception):
    """It could not be copied; the text is a sentence for a person."""


class Clipboard:
    """Tries the ways in their order and says which one it went."""

    def __init__(
        self, *, write: Callable[[str], None], environ: Mapping[str, str] = os.environ
    ) -> None:
        """Set up the ways.

        Args:
            write: sends characters to the terminal as they are.
            environ: where we run; looked at when something is copied.
        """
        self._write = write
        self._environ = environ

    async def copy(self, text: str) -> str:
        """Copy ``text``; return the way it went, in words that follow "was copied".

        Raises:
            ClipboardError: there is no way, or the text is too long for it.
        """
        choice = self._environ.get(CHOICE, "auto")
        if choice not in ("auto", "native", "osc52"):
            raise ClipboardError(f"{CHOICE} is '{choice}': set it to auto, native or osc52.")
        if choice == "osc52" or (choice == "auto" and self._is_remote):
            return self._by_terminal(text)
        try:
            await asyncio.to_thread(_to_system, text)
        except Exception as problem:  # pyperclip lets through whatever its helpers raise.
            if choice == "native":
                raise ClipboardError(
                    "The system clipboard cannot be reached. On Linux it needs xclip, xsel or "
                    f"wl-copy; {CHOICE}=osc52 goes by the terminal instead."
                ) from problem
            return self._by_terminal(text)
        return SYSTEM

    @property
    def _is_remote(self) -> bool:
        return bool(self._environ.get("SSH_CONNECTION") or self._environ.get("SSH_TTY"))

    def _by_terminal(self, text: str) -> str:
        data = base64.b64encode(text.encode(errors="replace")).decode()
        if len(data) > LARGEST:
            raise ClipboardError(
                f"{len(text):,} characters are too many to copy by the terminal: it takes "
                f"about {LARGEST * 3 // 4:,} at most."
            )
        self._write(passed_through(f"\x1b]52;c;{data}\x07", self._environ))
        return TERMINAL


def passed_through(sequence: str, environ: Mapping[str, str]) -> str:
    """``sequence`` as a multiplexer must be given it, to hand it on to the outer terminal.

    tmux takes a DCS string in which each ESC is doubled (and must have ``allow-passthrough``
    on); GNU screen takes DCS strings of limited length, one after another.
    """
    if environ.get("TMUX"):
        return TMUX_START + sequence.replace("\x1b", "\x1b\x1b") + TMUX_END
    if environ.get("STY"):
        return "".join(
            SCREEN_START + sequence[start : start + SCREEN_CHUNK] + SCREEN_END
            for start in range(0, len(sequence), SCREEN_CHUNK)
        )
    return sequence


def _to_system(text: str) -> None:
    import pyperclip

    pyperclip.copy(text)
