"""Reading the form that an OAuth endpoint takes."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from tui.sandbox.bodies import FORM, expect, read
from tui.sandbox.oauth_errors import invalid_request

Form = dict[str, str]
"""Parameters by name."""


async def form(request: Request) -> Form:
    """The form that the request carries; empty values count as absent (RFC 6749 section 3.1).

    Raises:
        Failure: 413, 415. OAuthFailure: a parameter is there twice.
    """
    data = await read(request)
    if data:
        expect(request, FORM)
    try:
        pairs = parse_qsl(data.decode("ascii"), errors="strict", max_num_fields=100)
    except ValueError:
        raise invalid_request("The form cannot be read.") from None
    found = dict(pairs)
    if len(found) != len(pairs):
        raise invalid_request("A parameter is there more than once.")
    return found


def needed(fields: Form, name: str) -> str:
    """The parameter ``name``.

    Raises:
        OAuthFailure: it is missing.
    """
    if name not in fields:
        raise invalid_request(f"The parameter {name} is missing.")
    return fields[name]
