"""Errors of the OAuth endpoints (RFC 6749 section 5.2)."""

import json

from starlette.responses import Response

from tui.sandbox.errors import JSON, Failure

NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}


class OAuthFailure(Failure):
    """``{"error", "error_description"}``, never cached."""

    def __init__(self, status: int, error: str, description: str, basic: bool = False) -> None:
        body = {"error": error, "error_description": description}
        super().__init__(status, json.dumps(body), JSON)
        self.basic = basic

    def response(self) -> Response:
        """The answer itself; it names the scheme that was tried."""
        answer = super().response()
        answer.headers.update(NO_STORE)
        if self.basic:
            answer.headers["WWW-Authenticate"] = 'Basic realm="jans-auth"'
        return answer


def invalid_request(description: str) -> OAuthFailure:
    """400: the request is malformed."""
    return OAuthFailure(400, "invalid_request", description)


def invalid_client(basic: bool) -> OAuthFailure:
    """401: who the client is could not be proved; ``basic`` says that it tried the header."""
    return OAuthFailure(401, "invalid_client", "Client authentication failed.", basic)
