"""The options that say which server to work on, the same ones as the Jans CLI has."""

import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from dataclasses import dataclass, field
from pathlib import Path

from tui.cli.arguments import existing_file
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.launch import LaunchOptions

HOST_VARIABLE = "jans_host"
ID_VARIABLE = "jca_client_id"
SECRET_VARIABLE = "jca_client_secret"
DEBUG_VARIABLE = "jans_client_debug"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Which server, and who signs in to it; no host means the sandbox."""

    host: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)


def add_server_options(parser: ArgumentParser, *, inner: bool = False, full: bool = True) -> None:
    """Add the options that every command and operation of a server has.

    Args:
        parser: gets them.
        inner: it is a command's: the options may stand there too, and are not in its help.
        full: whether the help shows those that few people need.
    """

    def add(*flags: str, rare: bool = True, help: str, **how: object) -> None:  # noqa: A002
        default = SUPPRESS if inner else False if how.get("action") == "store_true" else None
        shown = SUPPRESS if inner or (rare and not full) else help
        parser.add_argument(*flags, default=default, help=shown, **how)  # type: ignore[arg-type]

    add("--host", metavar="HOST", help="work on this server, not on the sandbox", rare=False)
    add("--client-id", metavar="ID", help="the OAuth client to sign in with", rare=False)
    add(
        "--client-secret",
        metavar="S",
        help="its secret; or set the variable jca_client_secret",
        rare=False,
    )
    parser.add_argument("--client_secret", dest="client_secret", default=SUPPRESS, help=SUPPRESS)
    add("--access-token", metavar="T", help="use this token, or the one in the file T")
    add(
        "--cacert",
        type=existing_file,
        metavar="FILE",
        help="PEM file of the only certificate authorities to trust",
    )
    add("-noverify", action="store_true", help="trust whatever certificate the server shows")
    add(
        "-CC",
        "--config-api-mtls-client-cert",
        dest="mtls_cert",
        type=existing_file,
        metavar="FILE",
        help="show this certificate to the server (PEM)",
    )
    add(
        "-CK",
        "--config-api-mtls-client-key",
        dest="mtls_key",
        type=existing_file,
        metavar="FILE",
        help="its private key (PEM)",
    )
    add("--key-password", metavar="P", help="the key's password")
    add("-debug", action="store_true", help="tell on standard error what goes over the wire")
    add("--debug-log-file", type=Path, metavar="FILE", help="tell it in this file instead")
    add("-no-color", dest="no_color", action="store_true", help="no colours")


def credentials(args: Namespace, *, shown: bool = False) -> Credentials:
    """Read the options, and what they leave out from the variables of the Jans CLI.

    The variables ``jca_client_id`` and ``jca_client_secret`` belong to the server in
    ``jans_host``: they are not sent to another one that ``--host`` names.

    Args:
        args: with the options of ``add_server_options``.
        shown: it is for a command to be shown, which does without the secret.

    Raises:
        CommandError: options for a server without one, or a server without credentials.
    """
    known_host = os.environ.get(HOST_VARIABLE, "")
    host = args.host or known_host
    token = _token(args.access_token) if args.access_token else ""
    if not host:
        if args.client_id or args.client_secret or args.cacert:
            raise CommandError(
                "--client-id, --client-secret and --cacert are for a server: add --host.",
                ExitCode.USAGE,
            )
        return Credentials(access_token=token)
    own = known_host in ("", host)
    client_id = args.client_id or (os.environ.get(ID_VARIABLE, "") if own else "")
    secret = args.client_secret or (os.environ.get(SECRET_VARIABLE, "") if own else "")
    if not token and not (client_id and (secret or shown)):
        raise CommandError(
            f"signing in to {host} needs --client-id and --client-secret, "
            f"or the variables {ID_VARIABLE} and {SECRET_VARIABLE}.",
            ExitCode.USAGE,
        )
    return Credentials(host, client_id, secret, token)


def launch_options(args: Namespace) -> LaunchOptions:
    """The options for the full-screen program.

    Raises:
        CommandError: as ``credentials``, or an option is for commands only.
    """
    if args.access_token or args.noverify or args.mtls_cert or args.mtls_key:
        raise CommandError(
            "--access-token, -noverify, -CC and -CK are for commands and --operation-id, "
            "not for the full-screen program.",
            ExitCode.USAGE,
        )
    found = credentials(args)
    return LaunchOptions(
        host=found.host,
        client_id=found.client_id,
        client_secret=found.client_secret,
        cacert=args.cacert,
    )


def _token(text: str) -> str:
    """The token itself, or what is in the file of that name.

    Raises:
        CommandError: the file cannot be read.
    """
    try:
        is_file = Path(text).is_file()
    except (OSError, ValueError):  # Too long for a name, as tokens are.
        is_file = False
    if not is_file:
        return text
    try:
        return Path(text).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        raise CommandError(f"the access token in {text} cannot be read.", ExitCode.USAGE) from None
