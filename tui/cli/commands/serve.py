"""``jans-tui serve``."""

from argparse import ArgumentParser, Namespace

from tui.cli.arguments import port
from tui.cli.sandbox_options import add_data_option, data_folder, sandbox_at

NAME = "serve"
HELP = "run the sandbox as a server, for curl and others"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the address, TLS, and what the sandbox is set up with."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", type=port, default=0, help="the port to listen on (default: a free one)"
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


def run(args: Namespace) -> int:
    """Serve until Ctrl-C.

    Raises:
        CommandError: the sandbox is damaged.
    """
    from tui.sandbox.serve import serve
    from tui.sandbox.settings import SandboxSettings

    folder = data_folder(args.data)
    chosen = {
        name: getattr(args, name)
        for name in ("client_id", "client_secret", "secrets")
        if getattr(args, name) is not None
    }
    settings = SandboxSettings(data_folder=folder, **chosen)
    with sandbox_at(folder):
        return serve(settings, args.host, args.port, args.tls)
