"""A new software statement from what stands on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.cli.assignments import typed
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import parsed_json
from tui.cli.words import assignment_word, duration, moment
from tui.models.json import Json, JsonObject
from tui.models.schema import members_of
from tui.models.ssa import NewSsa, organization

_TIMES: dict[str, Callable[[str, str], int]] = {"expiration": moment, "lifetime": duration}


def statement_body(source: JsonObject, names: Sequence[str], texts: Sequence[str]) -> JsonObject:
    """The request's body.

    Args:
        source: what a file says.
        names: the organization, if it stands there.
        texts: ``KEY=VALUE``; what the server's own settings define goes in, too.

    Raises:
        CommandError: the organization is missing, or something does not fit.
    """
    if len(names) > 1:
        raise CommandError(f"there is one organization, not {' '.join(names)!r}.", ExitCode.USAGE)
    body: JsonObject = dict(source)
    for text in texts:
        key, sign, value = assignment_word(text)
        if sign in ("+=", "-="):
            raise CommandError(f"{key} is new: {sign} does not fit, = does.", ExitCode.USAGE)
        body[key] = (
            parsed_json(value, f"the value of {key}") if sign == ":=" else _typed(key, value)
        )
    if names:
        body["org_id"] = organization(names[0])
    if body.get("org_id") in (None, ""):
        raise CommandError(
            "say for which organization: its id, which servers call org_id.", ExitCode.USAGE
        )
    return {name: value for name, value in body.items() if value is not None}


def _typed(key: str, value: str) -> Json:
    if not value:
        return None
    if key in _TIMES:
        return _TIMES[key](value, key)
    if key == "org_id":
        return organization(value)
    member = members_of(NewSsa).get(key)
    return value if member is None else typed(member, value)
