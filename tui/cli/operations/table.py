"""All operations, by id and by group."""

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.operations import auth_server, clients, registration, scopes, server, ssa
from tui.cli.operations.operation import Operation
from tui.suggestion import suggestion

OPERATIONS: tuple[Operation, ...] = (
    *clients.OPERATIONS,
    *scopes.OPERATIONS,
    *server.OPERATIONS,
    *auth_server.OPERATIONS,
    *registration.OPERATIONS,
    *ssa.OPERATIONS,
)


def find(name: str) -> Operation:
    """The operation called ``name``, now or once.

    Raises:
        CommandError: there is none.
    """
    known = {old: operation for operation in OPERATIONS for old in operation.old_names}
    known |= {operation.name: operation for operation in OPERATIONS}
    if name not in known:
        raise CommandError(
            f"there is no operation {name!r}{suggestion(name, known)} jans-tui --info lists them.",
            ExitCode.USAGE,
        )
    return known[name]


def groups() -> dict[str, list[Operation]]:
    """The operations by their group, both in the order of the table."""
    found: dict[str, list[Operation]] = {}
    for operation in OPERATIONS:
        found.setdefault(operation.group, []).append(operation)
    return found
