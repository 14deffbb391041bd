r"""``--patch-add k:v`` and its like as JSON Patch (RFC 6902)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.models.json import Json


def patch_of(patches: Sequence[tuple[str, str]], *, of_client: bool) -> list[Json]:
    r"""The operations, in the order given.

    A value has the type that its member has; of members that are not known it is a text. A
    key may lack its leading "/", and has ``\:`` for a colon.

    Args:
        patches: ``add``, ``replace`` or ``remove``, each with its ``k:v`` or ``k``.
        of_client: whether the members are those of a client.

    Raises:
        CommandError: a part is missing, or a value does not fit its member.
    """
    return [_operation(op, text, of_client) for op, text in patches]


def _operation(op: str, text: str, of_client: bool) -> Json:
    parts = re.split(r"(?<!\\):", text, maxsplit=1)
    key = parts[0].replace("\\:", ":")
    path = key if key.startswith("/") else f"/{key}"
    if path == "/":
        raise CommandError(f"--patch-{op} needs the name of a member.", ExitCode.USAGE)
    if op == "remove":
        return {"op": op, "path": path if len(parts) == 1 else f"/{text.lstrip('/')}"}
    if len(parts) == 1:
        raise CommandError(f"--patch-{op} takes NAME:VALUE, not {text!r}.", ExitCode.USAGE)
    return {"op": op, "path": path, "value": _value(path, parts[1], of_client)}


def _value(path: str, text: str, of_client: bool) -> Json:
    if not of_client:
        return text
    from tui.cli.assignments import typed
    from tui.models.schema import client_members

    member = client_members().get(path.strip("/").replace("/", "."))
    return text if member is None else typed(member, text)
