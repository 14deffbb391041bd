"""``registration import``, ``export`` and ``forget``: clients that change hands."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json
from tui.cli.providers import named_provider
from tui.cli.registering_curl import show_registering_curl
from tui.cli.registration_work import ask, chosen, done, kept_safe, label, show_outcome
from tui.cli.render import show_json
from tui.cli.token_input import token_text
from tui.models.json import JsonObject
from tui.models.plain import plain


def run_import(args: Namespace) -> int:
    """Take over a client that was registered elsewhere."""
    from tui.registrations.registration import Registration

    (source,) = args.words
    handed = _handed_over(source)
    uri = _text(handed, "registration_client_uri") or source
    provider = named_provider(args) or _text(handed, "issuer") or _origin(uri)
    if args.curl:
        return show_registering_curl(args, "GET", None, Registration(provider, "", uri, ""))
    known = "" if args.token else _text(handed, "registration_access_token")
    token = known or token_text(args, args.token or "-")
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


def _handed_over(source: str) -> JsonObject:
    """What ``registration export`` printed; {} where ``source`` is the address itself."""
    if "://" in source and not source.lstrip().startswith("{"):
        return {}
    handed = read_json(source)
    if not isinstance(handed, dict) or not _text(handed, "registration_client_uri"):
        raise CommandError(
            "this is no registration that was handed over: it has no registration_client_uri.",
            ExitCode.USAGE,
        )
    return handed


def _text(whole: JsonObject, name: str) -> str:
    value = whole.get(name)
    return value if isinstance(value, str) else ""


def _origin(uri: str) -> str:
    """The provider of an address, where nobody said: its host."""
    scheme, sign, rest = uri.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if sign else ""
