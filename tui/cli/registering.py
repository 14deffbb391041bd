"""``register`` and ``registration …``: clients of any provider, their tokens kept here."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json
from tui.cli.metadata_words import changed
from tui.cli.output import tell
from tui.cli.providers import named_provider
from tui.cli.registering_curl import show_registering_curl
from tui.cli.registration_work import ask, chosen, done, kept, label, show_outcome
from tui.cli.render import chosen_format, show_rows
from tui.cli.signing_options import check_signing, signer
from tui.cli.token_input import token_text
from tui.models.json import JsonObject
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.registrations.outcome import Outcome
    from tui.registrations.registration import Registration
    from tui.registrations.service import Registrations

COLUMNS = ("client_id", "client_name", "issuer")


def run_register(args: Namespace) -> int:
    """Register a client, keep its token, and print it with its secret, once."""
    wanted = _metadata({}, _source(args), args.words)
    if args.software_statement:
        from tui.cli.statement_use import statement_to_use

        wanted["software_statement"] = statement_to_use(args)
    check_signing(args, wanted)
    initial = token_text(args, args.initial_token) if args.initial_token else ""
    if args.curl:
        return show_registering_curl(args, "POST", wanted, with_token=bool(initial))

    async def token() -> str:
        return initial

    async def registered(service: Registrations) -> Outcome:
        sign = await signer(args, wanted, service)
        source = token if initial else None
        return await service.register(wanted, initial_token=source, sign=sign)

    outcome = done(args, named_provider(args), registered)
    show_outcome(args, outcome, with_secret=True)
    _tell_how_to_go_on(args, outcome.registration)
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
        for one in kept(args)
    ]
    show_rows(args, rows, COLUMNS)
    return ExitCode.DONE


def run_read(args: Namespace) -> int:
    """Print a registration as the provider has it now."""
    one = chosen(args)
    if args.curl:
        return show_registering_curl(args, "GET", None, one)
    outcome = done(args, one.provider, lambda service: service.read(one.client_id))
    show_outcome(args, outcome, with_secret=args.with_secrets)
    return ExitCode.DONE


def run_update(args: Namespace) -> int:
    """Change a registration as it is at its provider now, and print it."""
    if "=" in args.words[0]:
        raise CommandError("say which client first, then KEY=VALUE.", ExitCode.USAGE)
    one = chosen(args)
    source = _source(args)

    def wanted(now: JsonObject) -> JsonObject:
        return _metadata({} if args.from_json else now, source, args.words[1:])

    known = wanted(one.metadata)
    if args.curl:
        return show_registering_curl(args, "PUT", known, one)

    async def updated(service: Registrations) -> Outcome:
        read = None if args.from_json else await _as_it_is(service, one.client_id)
        now = wanted(read.registration.metadata) if read is not None else known
        outcome = await service.update(one.client_id, now)
        new_secret = outcome.report.secret_changed or (
            read is not None and read.report.secret_changed
        )
        return replace(outcome, report=replace(outcome.report, secret_changed=new_secret))

    outcome = done(args, one.provider, updated)
    show_outcome(args, outcome, with_secret=outcome.report.secret_changed or args.with_secrets)
    return _code(outcome)


def run_delete(args: Namespace) -> int:
    """Delete a client at its provider, and forget it."""
    one = chosen(args)
    if args.curl:
        return show_registering_curl(args, "DELETE", None, one)
    ask(args, f"Delete {label(one)} at {plain(one.provider)}?", "delete")
    done(args, one.provider, lambda service: service.delete(one.client_id))
    return ExitCode.DONE


def _metadata(start: JsonObject, source: JsonObject, words: list[str]) -> JsonObject:
    odd = [word for word in words if "=" not in word]
    if odd:
        raise CommandError(f"{odd[0]!r} is not KEY=VALUE.", ExitCode.USAGE)
    return changed(start | source, words)


def _source(args: Namespace) -> JsonObject:
    source = read_json(args.from_json) if args.from_json else {}
    if not isinstance(source, dict):
        raise CommandError("a registration is a JSON object.", ExitCode.USAGE)
    return source


async def _as_it_is(service: Registrations, client_id: str) -> Outcome | None:
    """A registration with what others have changed; None where it cannot be read."""
    from tui.api.errors import NotFound, NotSupported, TokenRefused

    try:
        return await service.read(client_id)
    except (NotFound, NotSupported, TokenRefused):
        # Not every provider lets it be read, and the update has its own sentence for the rest.
        return None


def _tell_how_to_go_on(args: Namespace, one: Registration) -> None:
    """On a terminal: that nothing has to be noted, and what changes the client."""
    if chosen_format(args) == "table" and one.is_manageable:
        tell(
            "Its access token is kept here. To change it:\n"
            f"jans-tui registration update {plain(one.client_id)} KEY=VALUE"
        )


def _code(outcome: Outcome) -> ExitCode:
    return ExitCode.DONE if outcome.report.as_asked else ExitCode.PARTLY_DONE
