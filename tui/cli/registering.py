"""``register`` and ``registration …``: clients of any provider, their tokens kept here."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tui.cli.asking import confirm
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json, standard_input
from tui.cli.messages import warn
from tui.cli.metadata_words import changed
from tui.cli.providers import named_provider, registrations
from tui.cli.registering_curl import show_registering_curl
from tui.cli.render import show_entry, show_json, show_rows
from tui.cli.signing_options import check_signing, signer
from tui.models.json import JsonObject
from tui.models.plain import plain
from tui.models.secrets import mask

if TYPE_CHECKING:
    from tui.registrations.outcome import Outcome
    from tui.registrations.registration import Registration
    from tui.registrations.service import Registrations

T = TypeVar("T")

COLUMNS = ("client_id", "client_name", "issuer")


def run_register(args: Namespace) -> int:
    """Register a client, keep its token, and print it with its secret, once."""
    wanted = _metadata(args, {})
    if args.software_statement:
        from tui.cli.statement_use import statement_to_use

        wanted["software_statement"] = statement_to_use(args)
    check_signing(args, wanted)
    initial = token_text(args.initial_token) if args.initial_token else ""
    if args.curl:
        return show_registering_curl(args, "POST", wanted, with_token=bool(initial))

    async def token() -> str:
        return initial

    async def registered(service: Registrations) -> Outcome:
        sign = await signer(args, wanted, service)
        source = token if initial else None
        return await service.register(wanted, initial_token=source, sign=sign)

    outcome = _done(args, named_provider(args), registered)
    _show(args, outcome, with_secret=True)
    return _code(outcome)


def run_list(args: Namespace) -> int:
    """Print what is kept here; nobody is asked."""
    rows: list[JsonObject] = [
        {
            "client_id": one.client_id,
            "client_name": one.name,
            "issuer": one.provider,
            "registration_client_uri": one.uri,
            "registered": one.registered.isoformat(timespec="seconds"),
        }
        for one in _kept(args)
    ]
    show_rows(args, rows, COLUMNS)
    return ExitCode.DONE


def run_read(args: Namespace) -> int:
    """Print a registration as the provider has it now."""
    one = _chosen(args)
    if args.curl:
        return show_registering_curl(args, "GET", None, one)
    outcome = _done(args, one.provider, lambda service: service.read(one.client_id))
    _show(args, outcome, with_secret=args.with_secrets)
    return ExitCode.DONE


def run_update(args: Namespace) -> int:
    """Change a registration, and print it."""
    if "=" in args.words[0]:
        raise CommandError("say which client first, then KEY=VALUE.", ExitCode.USAGE)
    one = _chosen(args)
    start = {} if args.from_json else one.metadata
    wanted = _metadata(args, start, args.words[1:])
    if args.curl:
        return show_registering_curl(args, "PUT", wanted, one)
    outcome = _done(args, one.provider, lambda service: service.update(one.client_id, wanted))
    _show(args, outcome, with_secret=outcome.report.secret_changed or args.with_secrets)
    return _code(outcome)


def run_delete(args: Namespace) -> int:
    """Delete a client at its provider, and forget it."""
    one = _chosen(args)
    if args.curl:
        return show_registering_curl(args, "DELETE", None, one)
    _ask(args, f"Delete {_label(one)} at {plain(one.provider)}?", "delete")
    _done(args, one.provider, lambda service: service.delete(one.client_id))
    return ExitCode.DONE


def run_forget(args: Namespace) -> int:
    """Keep a client no longer; at its provider it stays."""
    from tui.registrations.vault import Vault

    if args.curl:
        raise CommandError("nothing is sent to forget a client: leave out --curl.", ExitCode.USAGE)
    one = _chosen(args)
    _ask(
        args,
        f"Forget {_label(one)}? It stays at {plain(one.provider)}, and its token is lost.",
        "forget",
    )
    with kept_safe(args):
        Vault().remove(one)
    return ExitCode.DONE


def run_import(args: Namespace) -> int:
    """Take over a client that was registered elsewhere."""
    from tui.registrations.registration import Registration

    (uri,) = args.words
    provider = named_provider(args) or _origin(uri)
    if args.curl:
        return show_registering_curl(args, "GET", None, Registration(provider, "", uri, ""))
    token = token_text(args.token or "-")
    outcome = _done(args, provider, lambda service: service.import_(uri, token))
    _show(args, outcome, with_secret=args.with_secrets)
    return ExitCode.DONE


def run_export(args: Namespace) -> int:
    """Print all that it takes to go on with a client elsewhere, its token too."""
    show_json(args, _chosen(args).handed_over(), args.output or "json")
    return ExitCode.DONE


def token_text(source: str) -> str:
    """A token: itself, ``-`` for standard input, or the content of the file of that name.

    Raises:
        CommandError: standard input cannot be read.
        OSError: the file cannot be read.
    """
    from pathlib import Path

    if source == "-":
        return standard_input().strip()
    try:
        return Path(source).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return source
    except OSError as error:
        if error.filename is not None and len(source) < 200:
            raise
        return source


def _metadata(args: Namespace, start: JsonObject, texts: list[str] | None = None) -> JsonObject:
    words = args.words if texts is None else texts
    odd = [word for word in words if "=" not in word]
    if odd:
        raise CommandError(f"{odd[0]!r} is not KEY=VALUE.", ExitCode.USAGE)
    source = read_json(args.from_json) if args.from_json else {}
    if not isinstance(source, dict):
        raise CommandError("a registration is a JSON object.", ExitCode.USAGE)
    return changed(start | source, words)


def _kept(args: Namespace) -> list[Registration]:
    from tui.registrations.vault import Vault

    with kept_safe(args):
        vault = Vault()
        found = vault.all(named_provider(args))
        if vault.warning:
            warn(args, vault.warning)
        return found


def _chosen(args: Namespace) -> Registration:
    """The registration that the arguments name, by its id or the only one of its name.

    Raises:
        CommandError: there is none, or there are several.
    """
    from tui.registrations.vault import Vault

    name = str(args.words[0])
    kept = _kept(args)
    found = [one for one in kept if one.client_id == name] or [
        one for one in kept if one.name == name
    ]
    if not found:
        raise CommandError(
            f"no registration of “{plain(name)}” is kept here; jans-tui registration list shows "
            "those that are.",
            ExitCode.NOT_FOUND,
        )
    if len(found) > 1:
        raise CommandError(
            f"there are {len(found)} of “{plain(name)}”: say which by client_id, or --issuer.",
            ExitCode.CONFLICT,
        )
    with kept_safe(args):
        return Vault().load(found[0].provider, found[0].client_id) or found[0]


def _done(args: Namespace, provider: str, work: Callable[[Registrations], Awaitable[T]]) -> T:
    async def answer() -> T:
        async with await registrations(args, provider) as service:
            return await work(service)

    with kept_safe(args):
        return asyncio.run(answer())


@contextmanager
def kept_safe(args: Namespace) -> Iterator[None]:
    """Print what could not be kept: nobody can give its token again."""
    from tui.registrations.vault import VaultError

    try:
        yield
    except VaultError as error:
        if error.registration is not None:
            show_json(args, error.registration.handed_over(), args.output or "json")
        raise CommandError(error.sentence, ExitCode.REFUSED) from None


def _show(args: Namespace, outcome: Outcome, *, with_secret: bool) -> None:
    one = outcome.registration
    whole = dict(one.metadata)
    if getattr(args, "with_secrets", False):
        whole = one.handed_over()
    show_entry(args, whole if with_secret else mask(whole))
    for sentence in outcome.sentences:
        warn(args, sentence)


def _code(outcome: Outcome) -> ExitCode:
    return ExitCode.DONE if outcome.report.as_asked else ExitCode.PARTLY_DONE


def _ask(args: Namespace, question: str, deed: str) -> None:
    if not args.yes:
        confirm(question, f"there is no terminal to ask in; add --yes to {deed} without asking.")


def _label(one: Registration) -> str:
    return plain(f"{one.name} ({one.client_id})" if one.name else one.client_id, 120)


def _origin(uri: str) -> str:
    """The provider of an address, where nobody said: its host."""
    scheme, sign, rest = uri.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if sign else ""
