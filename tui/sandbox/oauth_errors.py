"""Errors of the OAuth endpoints (RFC 6749 section 5.2)."""

import json

from starlette.responses import Response

from tui.sandbox.errors import JSON, Failure

NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}


class OAuthFailure(Failure):
    """``{"error", "error_description"}``, never cached."""

    def __init__(self, status: int, error: str, description: str, challenge: str = "") -> None:
        body = {"error": error, "error_description": description}
        super().__init__(status, json.dumps(body), JSON)
        self.challenge = challenge

    def response(self) -> Response:
        """The answer itself; it names the scheme that was tried."""
        answer = super().response()
        answer.headers.update(NO_STORE)
        if self.challenge:
            answer.headers["WWW-Authenticate"] = self.challenge
        return answer


def invalid_request(description: str) -> OAuthFailure:
    """400: the request is malformed."""
    return OAuthFailure(400, "invalid_request", description)


def invalid_grant(description: str) -> OAuthFailure:
    """400: the code or refresh token does not serve."""
    return OAuthFailure(400, "invalid_grant", description)


def invalid_client(
    description: str = "Client authentication failed.", basic: bool = False
) -> OAuthFailure:
    """401: who the client is could not be proved; ``basic`` says that it tried the header."""
    challenge = 'Basic realm="jans-auth"' if basic else ""
    return OAuthFailure(401, "invalid_client", description, challenge)


def invalid_token(description: str) -> OAuthFailure:
    """401: the access token of a Bearer header does not serve (RFC 6750 section 3.1)."""
    return OAuthFailure(401, "invalid_token", description, 'Bearer error="invalid_token"')
