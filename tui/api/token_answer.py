"""What a token endpoint answers (RFC 6749 sections 5.1 and 5.2)."""

import math
import re
from dataclasses import dataclass, field

from tui.api import errors, http
from tui.api.config import ApiConfig
from tui.api.response_failures import exchange_of, foreign, from_response
from tui.api.words import parsed, words_of
from tui.models.json import Json

DEFAULT_LIFE = 300.0
"""Seconds that a token is taken to live when the server does not say; the Jans default."""

_SENDABLE = r"[!-~]+"
"""Visible ASCII, as a header takes it; RFC 6750 section 2.1 allows less."""

_LONGEST_LIFE = 365 * 86_400.0

_SIGNED = ("client_secret_jwt", "private_key_jwt")

_CHECK_SECRET = "Check the client ID and secret in the profile"
_CHECK = {
    "private_key_jwt": "Check the client ID and the key in the profile",
    "tls_client_auth": "Check the client ID and the certificate in the profile",
    "self_signed_tls_client_auth": "Check the client ID and the certificate in the profile",
}

_PROOFS = {
    "client_secret_basic": "does not accept this client ID and secret. Check both in the profile, "
    "and that the client authenticates by client_secret_basic",
    "client_secret_post": "does not accept this client ID and secret. Check both in the profile, "
    "and that the client authenticates by client_secret_post",
    "client_secret_jwt": "does not accept what was signed with this client's secret. Check the ID "
    "and the secret, signing_alg, and that the client authenticates by client_secret_jwt",
    "private_key_jwt": "does not accept what was signed with this key. Check the client ID, that "
    "the client's jwks or jwks_uri has the public key, and signing_alg",
    "tls_client_auth": "does not accept this certificate for the client. Check the client ID, and "
    "that its tlsClientAuthSubjectDn is the certificate's subject",
    "self_signed_tls_client_auth": "does not accept this certificate for the client. Check the "
    "client ID, and that the client's jwks has the certificate (x5c)",
}
"""What an ``invalid_client`` is about, by the method."""

_REFUSALS = {
    "unauthorized_client": "does not let this client get tokens by client credentials. Add the "
    "grant client_credentials to it",
    "unsupported_grant_type": "offers no client credentials grant. Enable it on the server",
    "invalid_scope": "refuses the scopes asked for. Check the scopes of the client",
    "access_denied": "denies this client a token. Check the client's settings and scripts",
    "disabled_client": "has disabled this client. Enable it, or use another one",
}


@dataclass(frozen=True, slots=True)
class GrantedToken:
    """An access token with its life in seconds from the answer on, and what renews it."""

    value: str = field(repr=False)
    scopes: tuple[str, ...]
    life: float
    refresh_token: str = field(default="", repr=False)


def read_token(
    response: http.Response, config: ApiConfig, now: float | None = None
) -> GrantedToken:
    """The token in ``response``.

    ``expires_in`` may be missing or odd, then ``DEFAULT_LIFE`` holds; ``token_type`` is not
    looked at; without ``scope`` what was asked for was granted (RFC 6749 section 5.1).

    Args:
        response: of the token endpoint.
        config: the client that asked.
        now: this machine's time, seconds since the epoch; None: not to be compared.

    Raises:
        Unauthorised: the client was refused.
        NotConfigApi: the answer holds no token that can be sent.
        ApiError: by status, as for any other call.
    """
    body = parsed(response.content)
    members = body if isinstance(body, dict) else {}
    if not response.is_success:
        raise _refusal(response, members.get("error"), config, now)
    value = members.get("access_token")
    if not isinstance(value, str) or not re.fullmatch(_SENDABLE, value):
        raise foreign(response, "no usable access token", secrets=config.secrets)
    scope = members.get("scope")
    scopes = tuple(scope.split()) if isinstance(scope, str) else config.scopes
    refresh = members.get("refresh_token")
    usable = isinstance(refresh, str) and re.fullmatch(_SENDABLE, refresh)
    return GrantedToken(
        value, scopes, _life(members.get("expires_in")), str(refresh) if usable else ""
    )


def _life(expires_in: Json) -> float:
    if isinstance(expires_in, bool) or not isinstance(expires_in, int | float | str):
        return DEFAULT_LIFE
    try:
        seconds = float(expires_in)
    except (ValueError, OverflowError):
        return DEFAULT_LIFE
    return min(seconds, _LONGEST_LIFE) if math.isfinite(seconds) and seconds >= 0 else DEFAULT_LIFE


def _refusal(
    response: http.Response, error: Json, config: ApiConfig, now: float | None
) -> errors.ApiError:
    code = error if isinstance(error, str) else ""
    known = _PROOFS.get(config.method) if code == "invalid_client" else _REFUSALS.get(code)
    if known is None and response.status_code not in {400, 401, 403}:
        return from_response(response, secrets=config.secrets)
    words = words_of(response, config.secrets)
    host = response.request.url.host
    reason = known or f"gives this client no token. {_CHECK.get(config.method, _CHECK_SECRET)}"
    sentence = f"{host} {reason}."
    if now is not None and config.method in _SIGNED and code in ("invalid_client", ""):
        from tui.api.sign_in.clock import clock_complaint

        sentence = " ".join(filter(None, (sentence, clock_complaint(response, now))))
    return errors.Unauthorised(sentence, exchange_of(response, words))
