"""The Config API's error answers."""

import json
from pathlib import Path

from starlette.responses import HTMLResponse, Response

from tui.private_files import reason

JSON = "application/json"


class Failure(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Ends a request with this answer."""

    def __init__(self, status: int, body: str, media_type: str, bearer: bool = False) -> None:
        super().__init__(body)
        self.status = status
        self.body = body
        self.media_type = media_type
        self.bearer = bearer

    def response(self) -> Response:
        """The answer itself."""
        headers = {"WWW-Authenticate": "Bearer"} if self.bearer else None
        return Response(self.body, self.status, headers, self.media_type)


def api_error(status: int, code: str, message: str, description: str = "") -> Failure:
    """An ``ApiError`` body; an empty ``description`` is left out."""
    body = {"code": code, "message": message}
    if description:
        body["description"] = description
    return Failure(status, json.dumps(body), JSON)


def bad_request(message: str) -> Failure:
    """400 with an ``ApiError``."""
    return api_error(400, "400", message)


def missing(member: str) -> Failure:
    """400: a member that must be there is not."""
    return api_error(
        400,
        "OCA001",
        "A required attribute is missing.",
        f"The attribute {member} is required for this operation",
    )


def not_found(message: str) -> Failure:
    """404 with an ``ApiError``."""
    return api_error(404, "404", message)


def internal() -> Failure:
    """500 as for every unhandled exception: it says nothing about the cause."""
    return api_error(
        500,
        "500",
        "Internal Server error",
        "Internal error occurs, for more details please check log files.",
    )


def unusable(folder: Path, error: Exception) -> Failure:
    """500 that says why, as no server would: whoever practises here has to mend it."""
    why = reason(error) if isinstance(error, OSError) else str(error)
    return api_error(500, "500", f"The sandbox in {folder} can't be used: {why.rstrip('.')}.")


def unreadable(message: str) -> Failure:
    """400 in plain text: the request cannot be read as what the operation takes."""
    return Failure(400, message, "text/plain")


def unauthorized(message: str) -> Failure:
    """401: plain text under a JSON content type, as Jans's authorization filter sends it."""
    return Failure(401, message, JSON, bearer=True)


def no_such_page() -> Response:
    """404 for a path that nothing answers."""
    return HTMLResponse("<html><body><h2>HTTP ERROR 404 Not Found</h2></body></html>", 404)
