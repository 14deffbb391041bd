"""From the arguments to an exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import tell_api_error, tell_failure
from tui.cli.operation_options import is_operation, refuse_operation
from tui.cli.output import complain, escape_the_unwritable, flush_output
from tui.cli.parser import build_parser
from tui.cli.server_options import launch_options
from tui.cli.terminal import has_terminal

if TYPE_CHECKING:
    from tui.launch import LaunchOptions


def main(arguments: Sequence[str], open_app: Callable[[LaunchOptions], int]) -> int:
    """Run the command that ``arguments`` ask for, or the full-screen program without one.

    Args:
        arguments: the command line after the program's name.
        open_app: runs the full-screen program and returns its exit code.

    Returns:
        The exit code, see ``ExitCode``. Failures are told on standard error.

    Raises:
        KeyboardInterrupt: the person pressed Ctrl-C.
        BrokenPipeError: the reader of standard output went away.
    """
    escape_the_unwritable()
    try:
        args = build_parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has printed the help, or what is wrong
        return stop.code if isinstance(stop.code, int) else ExitCode.USAGE
    try:
        code = _run(args, open_app)
        flush_output()
        return code
    except BrokenPipeError:
        raise
    except CommandError as error:
        tell_failure(args, str(error), error.code)
        return error.code
    except OSError as error:
        tell_failure(args, _sentence(error), ExitCode.REFUSED)
        return ExitCode.REFUSED
    except Exception as error:
        from tui.api.errors import ApiError

        if isinstance(error, ApiError):
            return tell_api_error(args, error)
        from tui.crash import report

        complain(report(error))
        return ExitCode.REFUSED


def _run(args: Namespace, open_app: Callable[[LaunchOptions], int]) -> int:
    if args.command is not None:
        refuse_operation(args)
        code: int = args.command.run(args)
        return code
    if is_operation(args):
        from tui.cli.operations.run import run

        return run(args)
    if not has_terminal():
        raise CommandError(
            "the full-screen program needs a terminal for its input and output; "
            "see jans-tui --help for the commands that do not.",
            ExitCode.USAGE,
        )
    return open_app(launch_options(args))


def _sentence(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {reason}." if error.filename else f"{reason}."
