"""``--curl`` of what registers clients."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.messages import warn
from tui.cli.output import say
from tui.cli.providers import named_provider, registrations, shown_provider
from tui.models.json import JsonObject

if TYPE_CHECKING:
    from tui.registrations.registration import Registration


def show_registering_curl(
    args: Namespace,
    method: str,
    wanted: JsonObject | None,
    one: Registration | None = None,
    *,
    with_token: bool = True,
) -> int:
    """Print the command, its token as a variable.

    Args:
        args: with the options of the server.
        method: POST to register, else what is done with a registration.
        wanted: the metadata; None for none.
        one: the registration; None when it is made.
        with_token: whether a token goes with it.
    """
    from tui.api.curl import curl
    from tui.api.registration.address import place_of
    from tui.api.request import JWT, ApiRequest
    from tui.models.registration.picture import registration_body, update_body

    provider = one.provider if one else named_provider(args)
    config = shown_provider(args, provider)
    uri = one.uri if one else asyncio.run(_endpoint(args, provider))
    place, target = place_of(uri, config)
    body = wanted
    if wanted is not None:
        body = (
            update_body(one.picture, wanted, one.client_id, one.secret)
            if one
            else registration_body(wanted)
        )
    request = ApiRequest(method, target, json=body, authenticated=with_token)
    if getattr(args, "sign_with", None):
        request = replace(request, json=None, text="the JWT", media_type=JWT)
        warn(args, "SIGNED_REQUEST stands for the JWT of this request, which is good for minutes.")
    name = "REGISTRATION_ACCESS_TOKEN" if one else "INITIAL_ACCESS_TOKEN"
    say(curl(request, place, token_variable=name))
    return 0


async def _endpoint(args: Namespace, provider: str) -> str:
    async with await registrations(args, provider) as service:
        return await service.endpoint()
