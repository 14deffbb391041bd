"""Doing the same to many entries, some of them at the same time."""

from __future__ import annotations

import asyncio
import signal
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import tell_api_error, tell_failure
from tui.cli.progress import Progress

T = TypeVar("T")
R = TypeVar("R")


async def each(
    args: Namespace,
    items: Sequence[T],
    work: Callable[[T], Awaitable[tuple[R, ExitCode]]],
    name_of: Callable[[T], str],
) -> tuple[list[R], ExitCode]:
    """Do ``work`` to each item; failures are told, and do not stop the others.

    Ctrl-C, or being told to end, lets what was begun come to its end and begins no more, so
    that what is returned is what was done. A second Ctrl-C does not wait.

    Args:
        args: with ``parallel`` and ``output``.
        items: what to work on.
        work: gives a result and its exit code; it may raise ApiError or CommandError.
        name_of: how a message calls an item.

    Returns:
        The results, in the order of ``items``, and the worst exit code; INTERRUPTED when not
        all were begun.
    """
    from tui.api.errors import ApiError

    results: dict[int, R] = {}
    codes = [ExitCode.DONE]
    several = len(items) > 1
    gate = asyncio.Semaphore(args.parallel)
    stopped = False
    progress = Progress(len(items)) if several else None

    async def one(at: int, item: T) -> None:
        async with gate:
            if stopped:
                return
            subject = name_of(item) if several else ""
            try:
                results[at], code = await work(item)
            except ApiError as error:
                code = tell_api_error(args, error, subject)
            except CommandError as error:
                code = error.code
                tell_failure(args, f"{subject}: {error}" if subject else str(error), code)
            codes.append(code)
            if progress is not None:
                progress.reached(len(codes) - 1)

    tasks = [asyncio.create_task(one(at, item)) for at, item in enumerate(items)]
    waiting = asyncio.current_task()
    assert waiting is not None
    try:
        with _ending(waiting):
            while not all(task.done() for task in tasks):
                try:
                    await asyncio.wait(tasks)
                except asyncio.CancelledError:
                    stopped = True
                    waiting.uncancel()
    finally:
        if progress is not None:
            progress.end()
    for task in tasks:
        task.result()
    done = len(codes) - 1
    if stopped and done < len(items):
        codes.append(ExitCode.INTERRUPTED)
        sentence = f"interrupted after {done:,} of {len(items):,}; the others were not begun."
        tell_failure(args, sentence, ExitCode.INTERRUPTED)
    return [results[at] for at in sorted(results)], max(codes)


@contextmanager
def _ending(task: asyncio.Task[object]) -> Iterator[None]:
    """Signals to end cancel ``task``, as Ctrl-C does; those that are ignored stay so."""
    loop = asyncio.get_running_loop()
    numbers = [
        number
        for number in (signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is signal.SIG_DFL
    ]
    for number in numbers:
        loop.add_signal_handler(number, task.cancel)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
