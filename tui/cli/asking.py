"""Questions to the person at the terminal."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.terminal import is_terminal

if TYPE_CHECKING:
    from tui.api.sign_in.asking import Asking, DeviceCode, Question


def can_ask() -> bool:
    """Whether there is a person to ask: standard input and error are terminals."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def confirm(question: str, refusal: str) -> None:
    """Ask, on standard error; anything but yes is no.

    Args:
        question: without its question mark's choices.
        refusal: a sentence for where there is nobody to ask.

    Raises:
        CommandError: the answer was no, or there is nobody.
    """
    if not can_ask():
        raise CommandError(refusal, ExitCode.USAGE)
    if _answer(f"{question} [y/N] ").lower() not in ("y", "yes"):
        raise CommandError("nothing was changed.", ExitCode.INTERRUPTED)


def confirm_by_name(question: str, name: str, refusal: str) -> None:
    """Ask for ``name`` to be typed, as ``confirm``."""
    if not can_ask():
        raise CommandError(refusal, ExitCode.USAGE)
    if _answer(f"{question} Type {name} to go on: ") != name:
        raise CommandError("nothing was changed.", ExitCode.INTERRUPTED)


def _answer(question: str) -> str:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def terminal_asking() -> Asking | None:
    """Who asks what signing in takes; None without a person at the terminal."""
    return TerminalAsking() if can_ask() else None


class TerminalAsking:
    """Asks on standard error, so that the output stays what was asked for.

    It blocks the event loop: there is nothing else to do before the answer.
    """

    async def secret(self, question: Question) -> str | None:
        """Ask without showing what is typed."""
        from getpass import getpass

        try:
            return getpass(f"{question.sentence}: ", stream=sys.stderr)
        except EOFError:
            return None

    def device_code(self, code: DeviceCode, cancelled: asyncio.Event) -> None:
        """Tell where to approve; Ctrl-C gives up."""
        del cancelled
        import segno

        url = code.verification_uri_complete or code.verification_uri
        segno.make(url, error="l", micro=False).terminal(out=sys.stderr, compact=True, border=2)
        sys.stderr.write(
            f"To sign in, open {code.verification_uri}\nand enter the code {code.user_code}. "
            f"It is good for {code.expires_in / 60:.0f} minutes; Ctrl-C gives up.\n"
        )
        sys.stderr.flush()

    def done(self) -> None:
        """Nothing is left to take away."""
