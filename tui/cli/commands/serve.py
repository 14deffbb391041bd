"""``jans-tui serve``."""

from argparse import ArgumentParser, Namespace

from tui.cli.arguments import existing_file, port, seconds
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.long_help import rare_options
from tui.cli.output import complain
from tui.cli.sandbox_options import add_data_option, data_folder, sandbox_at
from tui.cli.serve_registration import add_registration_options, registration_settings

NAME = "serve"
HELP = "run the sandbox as a server, for curl and others"

_SETTINGS = (
    *("client_id", "client_secret", "secrets", "client_ca"),
    *("device_code_lifetime", "device_interval", "rotate_refresh_tokens"),
)
"""The settings of a sandbox that have an option of the same name."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the address, TLS, and what the sandbox is set up with."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", type=port, default=0, help="the port to listen on (default: a free one)"
    )
    parser.add_argument(
        "--name",
        action="append",
        metavar="NAME",
        help="answer to this name, too, not only to this machine's (may be repeated)",
    )
    parser.add_argument(
        "--tls", action="store_true", help="speak HTTPS, with a certificate made for the occasion"
    )
    add_data_option(parser)
    parser.add_argument("--client-id", metavar="ID", help="the id that programs log in with")
    parser.add_argument("--client-secret", metavar="SECRET", help="its secret")
    parser.add_argument(
        "--secrets",
        choices=("A", "B", "C"),
        help="treat the secrets of clients as one of three generations of servers does",
    )
    sign_in, registration = rare_options(
        parser,
        ("signing in", ""),
        ("dynamic registration", "Without these it behaves as on a new Jans server."),
    )
    sign_in.add_argument(
        "--client-ca",
        type=existing_file,
        metavar="FILE",
        help="with --tls, accept client certificates of these authorities (PEM),"
        " not of one made for the occasion",
    )
    sign_in.add_argument(
        "--device-code-lifetime",
        type=seconds,
        metavar="SECONDS",
        help="how long the code of a device is good (default: 1800)",
    )
    sign_in.add_argument(
        "--device-interval",
        type=seconds,
        metavar="SECONDS",
        help="how long a device has to wait between questions (default: 5)",
    )
    sign_in.add_argument(
        "--keep-refresh-tokens",
        dest="rotate_refresh_tokens",
        action="store_const",
        const=False,
        help="let a refresh token serve again and again",
    )
    add_registration_options(registration)


def run(args: Namespace) -> int:
    """Serve until Ctrl-C.

    Raises:
        CommandError: the sandbox is damaged, or --client-ca is given without --tls.
    """
    if args.client_ca and not args.tls:
        sentence = "--client-ca needs --tls: without it nobody shows a certificate."
        raise CommandError(sentence, ExitCode.USAGE)
    from tui.sandbox.serve import serve
    from tui.sandbox.settings import SandboxSettings

    folder = data_folder(args.data)
    chosen = {name: getattr(args, name) for name in _SETTINGS if getattr(args, name) is not None}
    settings = SandboxSettings(
        data_folder=folder, registration=registration_settings(args), warn=complain, **chosen
    )
    with sandbox_at(folder):
        return serve(settings, args.host, args.port, args.tls, args.name or ())
