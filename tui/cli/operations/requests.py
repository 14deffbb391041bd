"""From the flags of a one-liner to the request that it means."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Collection

from tui.api.errors import Invalid
from tui.api.request import JSON, JSON_PATCH, ApiRequest, segment
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import read_json, with_files
from tui.cli.operations.operation import Operation
from tui.cli.pairs import pairs
from tui.models.json import Json
from tui.suggestion import suggestion

_FLAGS = ("true", "false")


def request_of(operation: Operation, args: Namespace) -> ApiRequest:
    """The request for ``operation``, with what the flags say.

    Raises:
        CommandError: a parameter or the body is missing, unknown or of the wrong kind.
        OSError: a file cannot be read.
    """
    given = _parameters(operation, args.endpoint_args or "")
    headers = {one.name: given.pop(one.name) for one in operation.headers if one.name in given}
    return ApiRequest(
        operation.method,
        _path(operation, args.url_suffix or ""),
        given or None,
        _body(operation, args),
        operation.media_type,
        authenticated=bool(operation.scopes),
        headers=headers or None,
    )


def _path(operation: Operation, text: str) -> str:
    given = pairs(text, "--url-suffix")
    _refuse_unknown(operation, given, operation.path_parameters, "path")
    path = operation.path
    for name in operation.path_parameters:
        if name not in given:
            raise CommandError(f"{operation.name} needs --url-suffix {name}:VALUE.", ExitCode.USAGE)
        try:
            path = path.replace(f"{{{name}}}", segment(name, given[name]))
        except Invalid as error:
            raise CommandError(error.sentence, ExitCode.USAGE) from None
    return path


def _parameters(operation: Operation, text: str) -> dict[str, str]:
    """Those of the query, and the headers."""
    given = pairs(text, "--endpoint-args")
    known = {parameter.name: parameter for parameter in operation.query + operation.headers}
    _refuse_unknown(operation, given, known, "query")
    for name, value in given.items():
        kind = known[name].kind
        if kind == "number" and not re.fullmatch(r"-?\d{1,9}", value, re.ASCII):
            raise CommandError(f"{name} takes a whole number, not {value!r}.", ExitCode.USAGE)
        if kind == "flag" and value not in _FLAGS:
            raise CommandError(f"{name} takes true or false, not {value!r}.", ExitCode.USAGE)
    for header in operation.headers:
        value = given.get(header.name, "")
        # What is no latin letter would come out as something else (RFC 9110 section 5.5).
        if not (value.isascii() and value.isprintable()):
            raise CommandError(f"{header.name} takes printable ASCII only.", ExitCode.USAGE)
    return given


def _refuse_unknown(
    operation: Operation,
    given: dict[str, str],
    known: Collection[str],
    where: str,
) -> None:
    for name in given:
        if name not in known:
            raise CommandError(
                f"{operation.name} has no {where} parameter {name!r}{suggestion(name, known)}",
                ExitCode.USAGE,
            )


def _body(operation: Operation, args: Namespace) -> Json:
    patches, data = args.patches, args.data
    if not operation.schema:
        if patches or data is not None:
            raise CommandError(f"{operation.name} takes no --data.", ExitCode.USAGE)
        return None
    if patches:
        if operation.media_type != JSON_PATCH or data is not None:
            raise CommandError(
                "--patch-add, --patch-replace and --patch-remove are for an operation that "
                "patches, and instead of --data.",
                ExitCode.USAGE,
            )
        from tui.cli.operations.patches import patch_of

        return patch_of(patches, of_client="openid/clients" in operation.path)
    if data is None:
        hint = " or --patch-add" if operation.media_type == JSON_PATCH else ""
        raise CommandError(
            f"{operation.name} needs --data{hint}; jans-tui --schema-sample "
            f"{operation.schema} prints an example.",
            ExitCode.USAGE,
        )
    body = _claims(data) if data.endswith("jwt") else with_files(read_json(data))
    wanted: type = dict if operation.media_type == JSON else list
    if not isinstance(body, wanted):
        what = "a JSON object" if wanted is dict else "a list of JSON Patch operations"
        raise CommandError(f"{operation.name} takes {what}.", ExitCode.USAGE)
    return body


def _claims(name: str) -> Json:
    """What the JWT in a file says, its signature unchecked."""
    from tui.cli.decoding import decoded, jwt_text

    return decoded(jwt_text(name)).claims
