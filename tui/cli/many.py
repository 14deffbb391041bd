"""Doing the same to many entries, some of them at the same time."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import tell_api_error, tell_failure
from tui.cli.terminal import is_terminal

T = TypeVar("T")
R = TypeVar("R")


async def each(
    args: Namespace,
    items: Sequence[T],
    work: Callable[[T], Awaitable[tuple[R, ExitCode]]],
    name_of: Callable[[T], str],
) -> tuple[list[R], ExitCode]:
    """Do ``work`` to each item; failures are told, and do not stop the others.

    Args:
        args: with ``parallel`` and ``output``.
        items: what to work on.
        work: gives a result and its exit code; it may raise ApiError or CommandError.
        name_of: how a message calls an item.

    Returns:
        The results, in the order of ``items``, and the worst exit code.
    """
    from tui.api.errors import ApiError

    results: dict[int, R] = {}
    codes = [ExitCode.DONE]
    several = len(items) > 1
    gate = asyncio.Semaphore(args.parallel)

    async def one(at: int, item: T) -> None:
        async with gate:
            subject = name_of(item) if several else ""
            try:
                results[at], code = await work(item)
            except ApiError as error:
                code = tell_api_error(args, error, subject)
            except CommandError as error:
                code = error.code
                tell_failure(args, f"{subject}: {error}" if subject else str(error), code)
            codes.append(code)
            if several:
                _progress(len(codes) - 1, len(items))

    await asyncio.gather(*(one(at, item) for at, item in enumerate(items)))
    return [results[at] for at in sorted(results)], max(codes)


def _progress(done: int, total: int) -> None:
    if sys.stderr is not None and is_terminal(sys.stderr):
        end = "\r\x1b[K" if done == total else ""
        sys.stderr.write(f"\r{done:,} of {total:,}{end}")
        sys.stderr.flush()
