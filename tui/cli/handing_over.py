"""``registration import``, ``export`` and ``forget``: clients that change hands."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import standard_input
from tui.cli.providers import named_provider
from tui.cli.registering_curl import show_registering_curl
from tui.cli.registration_work import ask, chosen, done, kept_safe, label, show_outcome
from tui.cli.render import show_json
from tui.cli.token_input import token_text
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.registrations.handing_over import HandedOver


def run_import(args: Namespace) -> int:
    """Take over a client that was registered elsewhere."""
    from tui.registrations.registration import Registration

    (source,) = args.words
    uri, known, issuer = _handed_over(source)
    provider = named_provider(args) or issuer or _origin(uri)
    if args.curl:
        return show_registering_curl(args, "GET", None, Registration(provider, "", uri, ""))
    token = known if known and not args.token else token_text(args, args.token or "-")
    outcome = done(args, provider, lambda service: service.import_(uri, token))
    show_outcome(args, outcome, with_secret=args.with_secrets)
    return ExitCode.DONE


def run_export(args: Namespace) -> int:
    """Print all that it takes to go on with a client elsewhere, its token too."""
    show_json(args, chosen(args).handed_over(), args.output or "json")
    return ExitCode.DONE


def run_forget(args: Namespace) -> int:
    """Keep a client no longer; at its provider it stays."""
    from tui.registrations.vault import Vault

    if args.curl:
        raise CommandError("nothing is sent to forget a client: leave out --curl.", ExitCode.USAGE)
    one = chosen(args)
    ask(
        args,
        f"Forget {label(one)}? It stays at {plain(one.provider)}, and its token is lost.",
        "forget",
    )
    with kept_safe(args):
        Vault().remove(one)
    return ExitCode.DONE


def _handed_over(source: str) -> HandedOver:
    """What ``registration export`` printed; an address stands for itself.

    Raises:
        CommandError: it is neither.
    """
    from tui.registrations.handing_over import HandedOver, is_handed_over, read_handed_over

    text = standard_input().strip() if source == "-" else source
    if not is_handed_over(text):
        return HandedOver(text, "", "")
    try:
        return read_handed_over(text)
    except ValueError as problem:
        raise CommandError(str(problem), ExitCode.USAGE) from None


def _origin(uri: str) -> str:
    """The provider of an address, where nobody said: its host."""
    scheme, sign, rest = uri.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if sign else ""
