"""The program as a process in a pseudo-terminal, on a sandbox with one client on top."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from tests.shell import JANS_TUI, environment
from tests.terminal import Terminal
from tests.ui.whole import make_subject
from tui.api.config_api import ConfigApi
from tui.models.json import JsonObject
from tui.session import sandbox_session

T = TypeVar("T")

ENTER, ESCAPE, F2 = "\r", "\x1b", "\x1bOQ"
NAME = "AAA first"


def subject() -> str:
    """Make the client; return its id."""
    return with_sandbox(make_subject)


def on_server(inum: str) -> JsonObject:
    """The client as the sandbox has it."""

    async def read(api: ConfigApi) -> JsonObject:
        return (await api.clients.get(inum)).raw

    return with_sandbox(read)


def with_sandbox(work: Callable[[ConfigApi], Awaitable[T]]) -> T:
    """Run ``work`` on the sandbox from this process."""

    async def run() -> T:
        session = sandbox_session()
        try:
            return await work(await session.connect())
        finally:
            await session.close()

    return asyncio.run(run())


def program(
    env: Mapping[str, str] | None = None, wrapped_in: Sequence[str] = ()
) -> AbstractContextManager[Terminal]:
    """The program, started; it ends with the block.

    Args:
        env: more for its environment.
        wrapped_in: a command that is given the program's as its arguments.
    """
    return Terminal([*wrapped_in, *JANS_TUI], {**environment(), **(env or {})})
