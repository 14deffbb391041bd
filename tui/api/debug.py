"""What goes over the wire, line by line, without secrets."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.secret_members import replace_secrets
from tui.api.sign_in.authentication import is_oauth
from tui.api.words import parsed, plain, redacted, secrets_of

LONGEST = 4_000
"""Characters of a body that are told."""

_HIDDEN_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})


def debug_hooks(
    config: ApiConfig, write: Callable[[str], None]
) -> dict[str, list[Callable[[Any], Awaitable[None]]]]:
    """Event hooks for an httpx client that tell ``write`` about each try.

    Requests start with ``>``, answers with ``<``. Credentials, tokens and the bodies of the
    OAuth endpoints are left out, secrets in other bodies are hidden.
    """

    async def on_request(request: http.Request) -> None:
        write(f"> {request.method} {request.url}")
        _headers(write, ">", request.headers)
        _body(write, ">", config, request, request.content)

    async def on_response(response: http.Response) -> None:
        await response.aread()
        write(f"< {response.status_code} {plain(response.reason_phrase)}")
        _headers(write, "<", response.headers)
        _body(write, "<", config, response.request, response.content)

    return {"request": [on_request], "response": [on_response]}


def _headers(write: Callable[[str], None], sign: str, headers: Any) -> None:
    for name, value in headers.items():
        shown = "[hidden]" if name.lower() in _HIDDEN_HEADERS else plain(value)
        write(f"{sign} {plain(name)}: {shown}")


def _body(
    write: Callable[[str], None], sign: str, config: ApiConfig, request: http.Request, body: bytes
) -> None:
    if not body:
        return
    if is_oauth(request, config):
        write(f"{sign} ({len(body)} bytes, not shown)")
        return
    value = parsed(body)
    if value is None:
        text = redacted(
            body.decode(errors="replace"), {*config.secrets, *secrets_of(request)} - {""}
        )
    else:
        text = json.dumps(replace_secrets(value, lambda _name, _value: "[hidden]"))
    write(f"{sign} {plain(text, LONGEST)}")
