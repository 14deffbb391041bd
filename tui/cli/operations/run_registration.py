"""Running the operations of registration: their tokens are not those of a sign-in."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.operations.operation import Operation
from tui.cli.output import say
from tui.cli.providers import registration_api, registrations, shown_provider
from tui.cli.registration_work import kept_safe
from tui.cli.render import show_json
from tui.cli.token_input import token_text
from tui.models.json import Json, JsonObject

if TYPE_CHECKING:
    from tui.api.request import ApiRequest
    from tui.registrations.registration import Registration


def run_registration(args: Namespace, operation: Operation, request: ApiRequest) -> int:
    """Do it, and print the answer whole, its secrets too.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    token = token_text(args, args.access_token) if args.access_token else ""
    own = Namespace(**{**vars(args), "access_token": None})
    if args.curl:
        from tui.api.curl import curl

        with_token = bool(token) or operation.name != "post-register"
        shown = replace(request, authenticated=with_token)
        say(curl(shown, shown_provider(own, ""), token_variable=operation.bearer))
        return ExitCode.DONE
    with kept_safe(own):
        answer = asyncio.run(_answer(own, request, token))
    if answer is not None:
        show_json(own, answer, args.output if args.output == "yaml" else "json")
    return ExitCode.DONE


async def _answer(args: Namespace, request: ApiRequest, token: str) -> Json:
    body: JsonObject = request.json if isinstance(request.json, dict) else {}

    async def initial() -> str:
        return token

    async with await registrations(args, "") as service:
        if request.method == "POST":
            made = await service.register(body, initial_token=initial if token else None)
            return _whole(made.registration)
        client_id = (request.query or {}).get("client_id", "")
        kept = service.vault.load(service.provider.address, client_id)
        if kept is not None and token in ("", kept.token):
            if request.method == "GET":
                return _whole((await service.read(client_id)).registration)
            if request.method == "PUT":
                return _whole((await service.update(client_id, body)).registration)
            await service.delete(client_id)
            return None
        uri = f"{service.provider.address}{request.target}"
    return await _by_token(args, request, uri, token, kept)


async def _by_token(
    args: Namespace, request: ApiRequest, uri: str, token: str, kept: Registration | None
) -> Json:
    """The answer to a token that is not kept here."""
    if not token:
        raise CommandError(
            "this registration is not kept here: add its token as --access-token.",
            ExitCode.NOT_FOUND if kept is None else ExitCode.USAGE,
        )
    async with await registration_api(args, "") as api:
        if request.method == "GET":
            return (await api.read(uri, token)).body
        if request.method == "PUT":
            body: JsonObject = request.json if isinstance(request.json, dict) else {}
            return (await api.update(uri, token, body)).body
        return (await api.delete(uri, token)).body


def _whole(registration: Registration) -> JsonObject:
    """As the provider answers: all of its members, and no more."""
    whole = registration.handed_over()
    return {name: value for name, value in whole.items() if name != "issuer"}
