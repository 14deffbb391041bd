"""``--info``: operations in words."""

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.operations.operation import Operation
from tui.cli.operations.table import groups
from tui.suggestion import suggestion


def info_text(tag: str) -> str:
    """The operations of the group ``tag``, described; with "" all groups and ids.

    Raises:
        CommandError: there is no such group.
    """
    known = groups()
    if not tag:
        return "\n\n".join(
            "\n".join([group, *(f"  {one.name:<37} {one.summary}" for one in operations)])
            for group, operations in known.items()
        )
    by_folded = {name.casefold(): name for name in known}
    group = by_folded.get(tag.replace(" ", "").replace("-", "").casefold())
    if group is None:
        raise CommandError(
            f"there is no group {tag!r}{suggestion(tag, known)} jans-tui --info lists them.",
            ExitCode.USAGE,
        )
    return "\n\n".join(_described(operation) for operation in known[group])


def _described(operation: Operation) -> str:
    lines = [
        f"Operation ID: {operation.name}",
        f"  Description: {operation.summary}",
        f"  Request: {operation.method} {operation.path}",
    ]
    if operation.path_parameters:
        shown = ",".join(f"{name}:VALUE" for name in operation.path_parameters)
        lines.append(f"  Path parameters: --url-suffix {shown}")
    for what, parameters in (("Query parameters", operation.query), ("Headers", operation.headers)):
        if parameters:
            lines.append(f"  {what}, each optional: --endpoint-args NAME:VALUE,…")
            lines += [f"    {one.name}: {one.help}" for one in parameters]
    if operation.schema:
        lines.append(f"  Schema: {operation.schema} ({operation.media_type})")
    if operation.scopes:
        lines.append("  OAuth scopes, any of:")
        lines += [f"    {scope}" for scope in operation.scopes]
    elif operation.bearer:
        lines.append(f"  Token: {operation.bearer.lower().replace('_', ' ')}, as --access-token")
    else:
        lines.append("  OAuth scopes: none needed")
    if operation.old_names:
        lines.append(f"  Also called: {', '.join(operation.old_names)}")
    return "\n".join(lines)
