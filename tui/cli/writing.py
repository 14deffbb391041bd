"""What commands that change clients have in common."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.changes_text import changes_json
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import warn
from tui.cli.names import label
from tui.cli.output import flush_output
from tui.cli.render import chosen_format, show_entry, show_json, show_rows
from tui.models.json import Json, JsonObject
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.models.changes import Change
    from tui.saving.outcome import Saved
    from tui.saving.writer import ClientWriter

RESULT_COLUMNS = ("inum", "clientName", "result", "changed")


def client_writer(args: Namespace, api: ConfigApi) -> ClientWriter:
    """The way to change clients that notes each change in the history."""
    from tui.cli.server_options import chosen_profile
    from tui.saving.writer import ClientWriter
    from tui.session import Session

    profile = chosen_profile(args, shown=True)
    if profile is None:
        session = Session("sandbox", "sandbox", lambda _: api)
    else:
        session = Session(profile.name, "server", lambda _: api, profile=profile)
    return ClientWriter(api, session.lookups, session.history)


def tell_saved(args: Namespace, saved: Saved) -> ExitCode:
    """Tell what a person should know of a save; return its exit code."""
    from tui.saving.outcome import SecretState

    name = label(saved.document)
    for note in saved.notes:
        warn(args, f"{name}: {note}")
    for change in saved.altered:
        path = plain(".".join(change.path))
        warn(args, f"{name}: the server did not take {path} as it was sent.")
    if saved.secret_state is SecretState.REFUSED:
        warn(args, f"{name}: the server does not accept the new client secret.")
    failed = saved.altered or saved.secret_state is SecretState.REFUSED
    return ExitCode.PARTLY_DONE if failed else ExitCode.DONE


def result(client: JsonObject, what: str, changes: Sequence[Change] = ()) -> JsonObject:
    """What became of one client, for the output."""
    changed: list[Json] = [".".join(change.path) for change in changes]
    return {
        "inum": client.get("inum"),
        "clientName": client.get("clientName"),
        "result": what,
        "changed": changed,
    }


def planned(client: JsonObject, changes: Sequence[Change]) -> JsonObject:
    """What would become of one client."""
    what = "would change" if changes else "unchanged"
    return {**result(client, what, changes), "changes": changes_json(changes)}


def show_results(args: Namespace, results: Sequence[JsonObject], *, single: bool) -> None:
    """Print what became of each client, or of the single one that was asked for."""
    if single and results and chosen_format(args) in ("json", "yaml"):
        show_json(args, results[0], chosen_format(args))
    elif results or not single:
        show_rows(args, results, RESULT_COLUMNS)


def show_created(args: Namespace, clients: Sequence[JsonObject], *, single: bool) -> None:
    """Print new clients with their secrets, which cannot be seen again."""
    try:
        if single and clients and chosen_format(args) in ("json", "yaml"):
            show_entry(args, clients[0])
        elif clients or not single:
            show_rows(args, clients, ("inum", "clientName", "clientSecret"))
        flush_output()
    except BrokenPipeError:
        raise
    except OSError as error:
        inums = ", ".join(plain(client.get("inum") or "?") for client in clients)
        raise CommandError(
            f"created, but the secrets could not be printed ({error.filename}: {error.strerror}): "
            f"give them new ones. It is about {inums}.",
            ExitCode.PARTLY_DONE,
        ) from None


def created_entry(saved: Saved) -> JsonObject:
    """The new client as the server has it, with the secret that works."""
    entry = {name: item for name, item in saved.document.raw.items() if name != "clientSecret"}
    return {**entry, "clientSecret": saved.secret} if saved.secret else entry
