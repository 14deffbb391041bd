"""Registering with a signed request: ``--sign-with`` and ``--signing-alg``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.models.json import JsonObject

if TYPE_CHECKING:
    from tui.registrations.outcome import Signer
    from tui.registrations.service import Registrations


def add_signing_options(parser: ArgumentParser) -> None:
    """Add them."""
    parser.add_argument(
        "--sign-with",
        metavar="FILE",
        help="send it as a JWT (application/jwt) signed with this private key: PEM or JWK",
    )
    parser.add_argument(
        "--signing-alg", metavar="ALG", help="the algorithm, if not the usual one of the key"
    )


def check_signing(args: Namespace, wanted: JsonObject) -> None:
    """Do nothing if the request can be signed, or need not be.

    Raises:
        CommandError: the options do not fit together, or nobody is named who signs.
    """
    if args.signing_alg and not args.sign_with:
        raise CommandError("--signing-alg needs --sign-with.", ExitCode.USAGE)
    if args.sign_with:
        _issuer(wanted)


async def signer(args: Namespace, wanted: JsonObject, service: Registrations) -> Signer | None:
    """What signs the request; None where it is sent as JSON.

    Args:
        args: with the options.
        wanted: the metadata.
        service: the provider, whose issuer the request is for.

    Raises:
        CommandError: the key's password cannot be asked for, or nobody is named who signs.
        ApiError: the provider cannot be asked who it is.
        OSError: the key cannot be read.
    """
    if not args.sign_with:
        return None
    import time

    from tui.api.registration.signing import signed_request
    from tui.cli.json_input import file_text

    key = file_text(args.sign_with)
    password = await _password(args, key)
    said = (await service.metadata()).get("issuer")
    audience = said if isinstance(said, str) else service.provider.address

    def sign(body: JsonObject) -> str:
        return signed_request(
            body,
            key,
            password=password,
            alg=args.signing_alg or "",
            issuer=_issuer(wanted),
            audience=audience,
            now=int(time.time()),
        )

    return sign


def _issuer(wanted: JsonObject) -> str:
    """Who makes the request: the software, as it says itself or as its statement has it."""
    from tui.models.registration.software_statement import NotAStatementError, decode

    own, statement = wanted.get("software_id"), wanted.get("software_statement")
    if isinstance(own, str) and own:
        return own
    try:
        named = decode(statement).software_id if isinstance(statement, str) else ""
    except NotAStatementError:
        named = ""
    if not named:
        raise CommandError(
            "a signed request says which software it is from: add software_id=….", ExitCode.USAGE
        )
    return named


async def _password(args: Namespace, key: str) -> str:
    from tui.api.sign_in.asking import Question
    from tui.api.sign_in.keys import is_encrypted
    from tui.cli.asking import terminal_asking

    if not is_encrypted(key):
        return ""
    asking = terminal_asking()
    if asking is None:
        raise CommandError(
            f"the key in {args.sign_with} has a password, and there is no terminal to ask for it.",
            ExitCode.USAGE,
        )
    return await asking.secret(Question("password", f"The password of {args.sign_with}")) or ""
