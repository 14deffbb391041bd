"""What is told on standard error: for a person, or as JSON where ``--output json`` is given."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.exit_codes import ExitCode
from tui.cli.output import complain, tell

if TYPE_CHECKING:
    from tui.api.errors import ApiError


def warn(args: Namespace, sentence: str) -> None:
    """Tell what does not stop the work."""
    if _as_json(args):
        _tell_json({"warning": sentence})
    else:
        complain(sentence)


def tell_failure(args: Namespace, sentence: str, code: ExitCode) -> None:
    """Tell what stopped the work, or a part of it."""
    if _as_json(args):
        _tell_json({"error": {"message": sentence, "exitCode": int(code)}})
    else:
        complain(sentence)


def tell_api_error(args: Namespace, error: ApiError, subject: str = "") -> ExitCode:
    """Tell what went wrong between here and the server; return the exit code for it.

    Args:
        args: with ``output``.
        error: its sentence is told with the server's own words.
        subject: what the failed part was about.
    """
    code = exit_code_of(error)
    if _as_json(args):
        facts: dict[str, object] = {
            "kind": type(error).__name__,
            "message": error.sentence,
            "exitCode": int(code),
        }
        more = {
            "subject": subject,
            "method": error.method,
            "url": error.url,
            "status": error.status,
            "serverWords": error.server_words,
            "members": getattr(error, "members", ()),
            "requestId": error.request_id,
            "mayHaveHappened": error.may_have_happened or None,
        }
        _tell_json({"error": facts | {name: value for name, value in more.items() if value}})
        return code
    words = f" The server says: “{error.server_words}”" if error.server_words else ""
    complain(f"{subject}: {error.sentence}{words}" if subject else f"{error.sentence}{words}")
    return code


def exit_code_of(error: ApiError) -> ExitCode:
    """What the exit status is for a kind of error."""
    from tui.api import errors

    by_kind: dict[type[ApiError], ExitCode] = {
        errors.Unreachable: ExitCode.UNREACHABLE,
        errors.TlsProblem: ExitCode.UNREACHABLE,
        errors.TimedOut: ExitCode.UNREACHABLE,
        errors.Unauthorised: ExitCode.NOT_AUTHORISED,
        errors.SignInNeeded: ExitCode.NOT_AUTHORISED,
        errors.SignInFailed: ExitCode.NOT_AUTHORISED,
        errors.SecretMissing: ExitCode.NOT_AUTHORISED,
        errors.InsufficientScope: ExitCode.NOT_AUTHORISED,
        errors.TokenRefused: ExitCode.NOT_AUTHORISED,
        errors.NotFound: ExitCode.NOT_FOUND,
        errors.Conflict: ExitCode.CONFLICT,
    }
    return by_kind.get(type(error), ExitCode.REFUSED)


def _as_json(args: Namespace) -> bool:
    return getattr(args, "output", None) == "json"


def _tell_json(value: object) -> None:
    tell(json.dumps(value))
