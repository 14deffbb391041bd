"""The flags of the one-liners: an operation of the API in one command, as the Jans CLI has it."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode

_DEEDS = (
    "operation_id",
    "info",
    "schema",
    "schema_sample",
    "output_access_token",
    "revoke_session",
)
_DETAILS = ("url_suffix", "endpoint_args", "data", "patches")


def is_operation(args: Namespace) -> bool:
    """Whether the arguments ask for something that needs no full-screen program."""
    return bool(args.no_tui) or any(
        getattr(args, name) not in (None, False) for name in (*_DEEDS, *_DETAILS)
    )


def refuse_operation(args: Namespace) -> None:
    """Refuse to run a command when a one-liner was asked for, too.

    Raises:
        CommandError: it was.
    """
    for name in _DEEDS:
        if getattr(args, name) not in (None, False):
            flag = {"revoke_session": "-revoke-session"}.get(name, f"--{name.replace('_', '-')}")
            raise CommandError(
                f"{flag} and a command exclude each other; run one after the other.",
                ExitCode.USAGE,
            )


def add_operation_options(parser: ArgumentParser, *, full: bool) -> None:
    """Add the flags.

    Args:
        parser: gets them.
        full: whether the help shows them all, not only the ones to begin with.
    """
    flag = parser.add_argument

    def rare(text: str) -> str:
        return text if full else SUPPRESS

    flag(
        "--no-tui",
        action="store_true",
        help="list the flags of one-liners, and all other commands",
    )
    flag("--operation-id", metavar="OP", help=rare("what to run; --info lists what there is"))
    flag("--url-suffix", metavar="K:V", help=rare("path parameters: inum:1800.x"))
    flag(
        "--endpoint-args",
        metavar="K:V,K:V",
        help=rare(r"query parameters: limit:5,pattern:test; \, is a comma in a value"),
    )
    flag(
        "--data",
        metavar="F",
        help=rare("the body: a JSON file, JSON text, or - for standard input"),
    )
    for way in ("add", "replace"):
        flag(
            f"--patch-{way}",
            dest="patches",
            action="append",
            type=_patch(way),
            metavar="K:V",
            help=rare(f"a JSON Patch that {way}s a member; \\: is a colon in K"),
        )
    flag(
        "--patch-remove",
        dest="patches",
        action="append",
        type=_patch("remove"),
        metavar="K",
        help=rare("a JSON Patch that removes a member"),
    )
    flag("--curl", action="store_true", help=rare("print it as curl commands; run nothing"))
    flag(
        "--info",
        nargs="?",
        const="",
        metavar="TAG",
        help=rare("describe the operations of a group; without TAG list all"),
    )
    flag("--schema", metavar="NAME", help=rare("list the members of a schema, such as Client"))
    flag("--schema-sample", metavar="NAME", help=rare("print an example of a schema"))
    flag("--output-access-token", action="store_true", help=rare("print an access token"))
    flag("-revoke-session", action="store_true", help=rare("revoke and forget the kept token"))
    # Flags of the Jans CLI that change nothing here, so that its scripts run.
    flag("-use-test-client", "-auth", "--noGorn", action="store_true", help=SUPPRESS)
    flag("--op-mode", "--plugins", "--log-dir", "--tmp-dir", help=SUPPRESS)


def _patch(op: str) -> Callable[[str], tuple[str, str]]:
    return lambda text: (op, text)
