"""The options that say which server to work on, the same ones as the Jans CLI has."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import existing_file
from tui.cli.asking import can_ask
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import warn

if TYPE_CHECKING:
    from tui.launch import LaunchOptions
    from tui.settings.profile import Profile
    from tui.settings.settings import Settings
    from tui.settings.tables import Value

DEBUG_VARIABLE = "jans_client_debug"
KIND_VARIABLE = "JANS_TUI_KIND"


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

    add("--profile", metavar="NAME", help="work on the server of this profile", rare=False)
    add("--host", metavar="HOST", help="work on this server, not on the sandbox", rare=False)
    add("--client-id", metavar="ID", help="the OAuth client to sign in with", rare=False)
    add("--client-secret", metavar="S", help="its secret; the variable jca_client_secret is safer")
    parser.add_argument("--client_secret", dest="client_secret", default=SUPPRESS, help=SUPPRESS)
    add("--access-token", metavar="T", help="use this token, the one in the file T, or read it: -")
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


def chosen_profile(
    args: Namespace, *, shown: bool = False, provider: str | None = None
) -> Profile | None:
    """The server that options, variables and the settings name; None for the sandbox.

    Args:
        args: with the options of ``add_server_options``.
        shown: it is for a command to be shown, which does without the secret.
        provider: it is for registering, which needs nobody to sign in: with the provider of
            this address, or where it is "" with the server that is named anyhow.

    Raises:
        CommandError: what they say does not fit together.
    """
    from tui.connecting.choosing import Flags, choose
    from tui.settings.settings import SettingsError

    settings = settings_of(args)
    values, environ = _values(args), dict(os.environ)
    if provider is not None:
        environ[KIND_VARIABLE] = "registration"
    if provider:
        values["url"] = provider
    try:
        profile = choose(Flags(args.profile or "", values), environ, settings)
    except SettingsError as problem:
        raise CommandError(str(problem), ExitCode.USAGE) from None
    if profile is not None and not shown and provider is None and not can_ask():
        _refuse_without_secret(profile)
    return profile


def without_server(args: Namespace) -> Namespace:
    """A copy of ``args`` that says nothing of a server."""
    texts = ("profile", "host", "client_id", "client_secret", "access_token", "cacert")
    none = dict.fromkeys((*texts, "mtls_cert", "mtls_key", "key_password"))
    return Namespace(**{**vars(args), **none, "noverify": False})


def settings_of(args: Namespace) -> Settings:
    """The settings, read once in a run; what is wrong in them is told once."""
    from tui.settings.file import SettingsFile

    known: Settings | None = getattr(args, "settings", None)
    if known is None:
        args.settings = known = SettingsFile().read()
        for problem in known.problems:
            if not problem.profile:
                warn(args, problem.sentence)
    return known


def launch_options(args: Namespace) -> LaunchOptions:
    """The options for the full-screen program.

    Raises:
        CommandError: as ``chosen_profile``.
    """
    from tui.connecting.choosing import PROFILE_VARIABLE
    from tui.launch import LaunchOptions

    profile, settings = chosen_profile(args), settings_of(args)
    is_named = bool(args.profile or os.environ.get(PROFILE_VARIABLE) or settings.default)
    asks = profile is None and not is_named and bool(settings.profiles)
    return LaunchOptions(profile, settings, asks)


def _values(args: Namespace) -> dict[str, Value]:
    """What the options say, by the keys of a profile.

    Raises:
        CommandError: half of what belongs together.
    """
    values: dict[str, Value] = {}
    texts = {"url": args.host, "client_id": args.client_id}
    texts |= {"ca_file": args.cacert, "certificate": args.mtls_cert, "key": args.mtls_key}
    for key, value in texts.items():
        if value:
            # Relative paths of the settings start elsewhere than those of a shell.
            values[key] = str(value.absolute()) if isinstance(value, Path) else value
    if args.client_secret:
        values["client_secret"] = f"plain:{args.client_secret}"
    if args.key_password:
        values["key_password"] = f"plain:{args.key_password}"
    if args.access_token:
        # What comes from standard input can be read only once.
        args.access_token = token = _token(args.access_token)
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise CommandError(
                "The access token holds characters that no token has.", ExitCode.USAGE
            )
        values |= {"token": f"plain:{token}", "sign_in": "token"}
    if args.noverify:
        values["insecure"] = True
    if bool(args.mtls_cert) != bool(args.mtls_key):
        raise CommandError(
            "a certificate and its key belong together: give -CC and -CK.", ExitCode.USAGE
        )
    return values


def _refuse_without_secret(profile: Profile) -> None:
    """Say early what would have to be asked, where there is nobody to ask."""
    from tui.connecting.opening import WITH_SECRET

    if profile.sign_in.method in WITH_SECRET and not profile.sign_in.client_secret:
        raise CommandError(
            f"signing in to {profile.name} needs --client-id and --client-secret, "
            "or the variables jca_client_id and jca_client_secret.",
            ExitCode.USAGE,
        )


def _token(text: str) -> str:
    """The token itself, what is in the file of that name, or for "-" on standard input.

    Raises:
        CommandError: the file cannot be read.
    """
    if text == "-":
        return sys.stdin.readline().strip()
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
