"""The options that say which server to work on, the same ones as the Jans CLI has."""

import os
from argparse import ArgumentParser, Namespace

from tui.cli.arguments import existing_file
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.launch import LaunchOptions

HOST_VARIABLE = "jans_host"
ID_VARIABLE = "jca_client_id"
SECRET_VARIABLE = "jca_client_secret"


def add_server_options(parser: ArgumentParser) -> None:
    """Add ``--host``, ``--client-id``, ``--client-secret`` and ``--cacert``."""
    parser.add_argument("--host", metavar="HOST", help="work on this server, not on the sandbox")
    parser.add_argument("--client-id", metavar="ID", help="the OAuth client to sign in with")
    parser.add_argument(
        "--client-secret",
        metavar="S",
        help="its secret; or set the variable jca_client_secret",
    )
    parser.add_argument(
        "--cacert",
        type=existing_file,
        metavar="FILE",
        help="PEM file of the only certificate authorities to trust",
    )


def launch_options(args: Namespace) -> LaunchOptions:
    """Read the options, and what they leave out from the variables of the Jans CLI.

    The variables ``jca_client_id`` and ``jca_client_secret`` belong to the server in
    ``jans_host``: they are not sent to another one that ``--host`` names.

    Raises:
        CommandError: options for a server without one, or a server without credentials.
    """
    known_host = os.environ.get(HOST_VARIABLE, "")
    host = args.host or known_host
    if not host:
        if args.client_id or args.client_secret or args.cacert:
            raise CommandError(
                "--client-id, --client-secret and --cacert are for a server: add --host.",
                ExitCode.USAGE,
            )
        return LaunchOptions()
    own = known_host in ("", host)
    client_id = args.client_id or (os.environ.get(ID_VARIABLE, "") if own else "")
    secret = args.client_secret or (os.environ.get(SECRET_VARIABLE, "") if own else "")
    if not client_id or not secret:
        raise CommandError(
            f"signing in to {host} needs --client-id and --client-secret, "
            f"or the variables {ID_VARIABLE} and {SECRET_VARIABLE}.",
            ExitCode.USAGE,
        )
    return LaunchOptions(host=host, client_id=client_id, client_secret=secret, cacert=args.cacert)
