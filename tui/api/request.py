"""A request as a value: it can be sent, or shown as a command."""

import json as json_text
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from tui.api.errors import Invalid
from tui.models.json import Json

JSON = "application/json"

JWT = "application/jwt"
"""A signed registration request, or a software statement on its own."""

JSON_PATCH = "application/json-patch+json"
"""The only media type that the Config API takes in a PATCH (RFC 6902 section 6)."""

READS = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """One call.

    Attributes:
        method: HTTP method in capitals.
        path: from the server's address on, already percent-encoded, with its leading "/".
        query: names and values as they are meant, not encoded.
        json: the body; None for none.
        media_type: of the body.
        authenticated: whether the access token goes with it.
        text: a body that is no JSON, such as a signed request; "" for none.
        headers: further headers.
    """

    method: str
    path: str
    query: Mapping[str, str] | None = None
    json: Json = None
    media_type: str = JSON
    authenticated: bool = True
    text: str = ""
    headers: Mapping[str, str] | None = None

    @property
    def content(self) -> str | None:
        """The body as it goes on the wire; None for none.

        Raises:
            Invalid: it cannot be written as JSON.
        """
        return self.text or (None if self.json is None else body_text(self.json))

    @property
    def target(self) -> str:
        """Path and query as they go on the wire."""
        if not self.query:
            return self.path
        # A text may hold half a surrogate pair, which UTF-8 cannot carry.
        return f"{self.path}?{urlencode(self.query, quote_via=quote, errors='replace')}"


def segment(name: str, value: str) -> str:
    """One path segment: ``value`` percent-encoded, "/" and "?" included.

    Raises:
        Invalid: nothing, "." and ".." name another resource, however they are written
            (RFC 3986 section 5.2.4).
    """
    if value in {"", ".", ".."}:
        raise Invalid(
            f"An entry whose {name} is “{value}” cannot be addressed in a URL. "
            "Nothing was sent. It can only be changed in the server's database.",
            members=(name,),
        )
    return quote(value, safe="", errors="replace")


def body_text(body: Json) -> str:
    """``body`` as compact JSON without any character that a terminal would not print.

    Raises:
        Invalid: a number is not finite, or the nesting has no end.
    """
    try:
        text = _dump(body, ascii_only=False)
        if text.isprintable():
            return text
        return _dump(body, ascii_only=True).replace("\x7f", "\\u007f")
    except (ValueError, RecursionError):
        raise Invalid("The entry holds a value that JSON cannot carry. Nothing was sent.") from None


def _dump(body: Json, *, ascii_only: bool) -> str:
    return json_text.dumps(body, ensure_ascii=ascii_only, allow_nan=False, separators=(",", ":"))
