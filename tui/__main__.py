"""The start of ``jans-tui``: it imports what this run needs, and no more."""

import sys

TYPE_CHECKING = False  # typing's own costs more than the rest of this module
if TYPE_CHECKING:
    from tui.launch import LaunchOptions


def main() -> int:
    """Run ``sys.argv``; return the exit code. Ctrl-C and a closed pipe end it quietly."""
    code = 0
    try:
        code = _dispatch(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        from tui.cli.exit_codes import ExitCode

        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        from tui.cli.exit_codes import ExitCode
        from tui.cli.output import discard_output

        discard_output()
        return ExitCode.BROKEN_PIPE
    except OSError as error:
        from tui.cli.exit_codes import ExitCode
        from tui.cli.output import complain, discard_output

        discard_output()
        if code == 0:
            complain(f"standard output: {error.strerror or error}.")
            code = ExitCode.REFUSED
    return code


def _dispatch(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        # Scripts ask this often; argparse alone would triple the time.
        from tui import __version__
        from tui.cli.output import say

        say(f"jans-tui {__version__}")
        return 0
    from tui.cli.main import main as run

    return run(arguments, _open_app)


def _open_app(options: "LaunchOptions") -> int:
    import gc

    # Nothing that the start makes is garbage; looking for some delays the first frame. The
    # app collects again once it has settled.
    gc.disable()
    from tui.app import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
