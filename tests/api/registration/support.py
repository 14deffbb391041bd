"""Registration against answers that a test makes up."""

from collections.abc import Callable
from typing import Any

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.registration.api import RegistrationApi

ISSUER = "https://op.example"

Handler = Callable[[http.Request], http.Response]


def registration_api(handler: Handler, **settings: Any) -> RegistrationApi:
    """The API on ``handler``, which never really waits."""
    return RegistrationApi(
        ApiConfig(ISSUER, "", "", **settings), transport=http.MockTransport(handler)
    )


def pages(answers: dict[str, Any]) -> Handler:
    """Answer JSON by URL; whatever is not there is not found."""

    def handler(request: http.Request) -> http.Response:
        body = answers.get(str(request.url))
        return http.Response(404) if body is None else http.Response(200, json=body)

    return handler
