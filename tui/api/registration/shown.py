"""Requests of registration as ``curl`` commands, without a secret in them."""

from dataclasses import replace

from tui.api.config import ApiConfig
from tui.api.curl import curl
from tui.api.registration.address import place_of
from tui.api.request import ApiRequest

INITIAL_TOKEN = "INITIAL_ACCESS_TOKEN"
REGISTRATION_TOKEN = "REGISTRATION_ACCESS_TOKEN"
"""Names of the shell variables that stand for the tokens."""


def registration_curl(
    url: str, request: ApiRequest, config: ApiConfig, *, token_variable: str = ""
) -> str:
    """The command that sends ``request`` to ``url``.

    Args:
        url: the registration endpoint, or a ``registration_client_uri``; used as given.
        request: from ``register_request``, ``update_request``, or ``READ`` and ``DELETE``.
        config: how to speak to the provider.
        token_variable: the shell variable with the token; "" to send none.

    Raises:
        Invalid: the request cannot go there.
    """
    place, target = place_of(url, config)
    whole = replace(request, path=target, authenticated=bool(token_variable))
    return curl(whole, place, token_variable=token_variable or INITIAL_TOKEN)
