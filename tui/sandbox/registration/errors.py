"""The error answers of ``/register`` (RFC 7591 section 3.2.2, RFC 7592, and Jans's own)."""

import json
import secrets

from starlette.responses import Response

from tui.sandbox.oauth_errors import OAuthFailure


class TokenRefused(OAuthFailure):
    """401 ``invalid_token`` (RFC 6750 section 3.1)."""

    def __init__(self, description: str) -> None:
        super().__init__(401, "invalid_token", description)

    def response(self) -> Response:
        """The answer itself, with the scheme that is wanted."""
        answer = super().response()
        answer.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return answer


def invalid_metadata(description: str) -> OAuthFailure:
    """400: a member has a value that the server does not take."""
    return OAuthFailure(400, "invalid_client_metadata", description)


def invalid_member(name: str) -> OAuthFailure:
    """400: as Jans says it of a member with a value that is not in its lists."""
    return invalid_metadata(f"Parameter {name} is not valid.")


def invalid_redirect_uri(description: str) -> OAuthFailure:
    """400: something is wrong with ``redirect_uris``."""
    return OAuthFailure(400, "invalid_redirect_uri", description)


def invalid_statement(description: str) -> OAuthFailure:
    """400: the software statement is not to be trusted."""
    return OAuthFailure(400, "invalid_software_statement", description)


def stale_evidence() -> OAuthFailure:
    """400: an attestation is needed, which is to hold the nonce."""
    failure = OAuthFailure(400, "stale_evidence", "evidence is missing: it has to hold the nonce.")
    failure.body = json.dumps(json.loads(failure.body) | {"nonce": secrets.token_urlsafe(16)})
    return failure


def denied(description: str) -> OAuthFailure:
    """403: the server does not do that for anybody, or not for this one."""
    return OAuthFailure(403, "access_denied", description)


def unexpected() -> OAuthFailure:
    """500, with the error that Jans has for it."""
    return OAuthFailure(500, "invalid_client_metadata", "Unknown error.")
