"""Requests to the OAuth endpoints, on which the client shows who it is."""

import base64
import time
from collections.abc import Callable, Mapping
from urllib.parse import quote_plus, urlencode

from tui.api import http
from tui.api.config import ApiConfig

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
"""The type of a client assertion (RFC 7523 section 2.2)."""


OAUTH = "jans_tui.oauth"
"""Extension of a request: it goes to an OAuth endpoint, and changes no configuration."""


def is_oauth(request: http.Request, config: ApiConfig) -> bool:
    """Whether ``request`` goes to an OAuth endpoint: made here, or by its path."""
    return OAUTH in request.extensions or request.url.path in config.oauth_paths


def basic_credentials(client_id: str, client_secret: str) -> str:
    """The ``Authorization`` of client_secret_basic, both parts form-encoded first.

    RFC 6749 section 2.3.1.
    """
    pair = ":".join(quote_plus(part, errors="replace") for part in (client_id, client_secret))
    return "Basic " + base64.b64encode(pair.encode()).decode()


def oauth_request(
    config: ApiConfig,
    url: str,
    form: Mapping[str, str],
    *,
    bearer: str = "",
    wall: Callable[[], float] = time.time,
) -> http.Request:
    """A POST to an OAuth endpoint.

    Args:
        config: the client, and how it authenticates.
        url: of the endpoint.
        form: what is asked.
        bearer: a token to be shown instead of the client's credentials.
        wall: seconds since the epoch.

    Raises:
        SecretMissing: the client's key cannot be used.
    """
    fields = dict(form)
    headers = {
        "User-Agent": config.user_agent,
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    elif config.method == "client_secret_basic":
        headers["Authorization"] = basic_credentials(config.client_id, config.client_secret)
    else:
        fields["client_id"] = config.client_id
        if config.method == "client_secret_post":
            fields["client_secret"] = config.client_secret
        elif config.method in ("client_secret_jwt", "private_key_jwt"):
            from tui.api.sign_in.assertion import client_assertion

            # Jans takes the token endpoint for all of them, as RFC 7523 section 3 has it.
            fields["client_assertion_type"] = ASSERTION
            fields["client_assertion"] = client_assertion(config, config.token_endpoint, wall)
    return http.Request(
        "POST",
        url,
        headers=headers,
        content=urlencode(fields, errors="replace").encode(),
        extensions={OAUTH: True},
    )
