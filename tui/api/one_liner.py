"""A call to the server as a command for a POSIX shell: with curl, or with jans-tui itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING

from tui.api.curl import curl, json_word, token_curl
from tui.api.request import ApiRequest
from tui.api.resources.entries import Operation
from tui.models.json import JsonObject

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi

LONGEST = 100_000
"""Characters of a body that stands among the arguments; Linux takes 131,071 bytes of each."""

_CREATE = "post-oauth-openid-client"


@dataclass(frozen=True, slots=True)
class ClientCall:
    """One request, and what it is called.

    Attributes:
        operation: its operation id.
        request: what is sent.
        suffix: names and values that stand in the path.
        does: what it does, such as ``reads it``.
    """

    operation: str
    request: ApiRequest
    suffix: Mapping[str, str] | None = None
    does: str = "reads it"


def reading(api: ConfigApi, inum: str) -> ClientCall:
    """The call that reads a client."""
    request = api.clients.get_request(inum)
    return ClientCall("get-oauth-openid-clients-by-inum", request, {"inum": inum})


def creating(api: ConfigApi, client: JsonObject) -> ClientCall:
    """The call that creates a client."""
    request = api.clients.create_request(client)
    return ClientCall(_CREATE, request, does="creates it")


def changing(api: ConfigApi, inum: str, patch: Sequence[Operation]) -> ClientCall:
    """The call that changes a client."""
    request = api.clients.patch_request(inum, patch)
    return ClientCall("patch-oauth-openid-client-by-inum", request, {"inum": inum}, "changes it")


def as_curl(call: ClientCall, api: ConfigApi) -> str:
    """Commands: the first gets the token, the others send the request.

    Raises:
        Invalid: the body cannot be written as JSON.
    """
    if call.operation == _CREATE and isinstance(call.request.json, dict):
        from tui.api.creating_curl import creating_curl

        commands = [creating_curl(api, call.request.json)]
    else:
        commands = [curl(call.request, api.config)]
    if not api.config.access_token:
        commands.insert(0, token_curl(api.config))
    return "\n\n".join(commands)


def as_one_liner(call: ClientCall, server: str) -> str:
    """The command of jans-tui, in one line; secrets are variables and in no process list.

    Args:
        call: what to send.
        server: the options that say where to, quoted.

    Raises:
        Invalid: the body cannot be written as JSON.
    """
    parts = ["jans-tui", server, "--no-tui", f"--operation-id={call.operation}"]
    arguments = {**(call.request.query or {}), **(call.request.headers or {})}
    for flag, named in (("--url-suffix", call.suffix), ("--endpoint-args", arguments)):
        if named:
            pairs = ",".join(f"{name}:{_escaped(value)}" for name, value in named.items())
            parts.append(f"{flag}={quote(pairs)}")
    if call.request.json is None:
        return " ".join(parts)
    body = json_word(call.request.json)
    if '"${' in body or len(body) > LONGEST:
        return " ".join(["printf %s", body, "|", *parts, "--data=-"])
    return " ".join([*parts, f"--data={body}"])


def _escaped(value: str) -> str:
    """A value among ``NAME:VALUE`` pairs, which commas part."""
    return value.replace(",", "\\,")
