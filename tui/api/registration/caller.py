"""Sends one request of registration, and takes whatever providers answer."""

from dataclasses import dataclass, field, replace

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.errors import Invalid, NotProvider
from tui.api.registration.address import place_of
from tui.api.registration.failures import Role, foreign_answer, refusal
from tui.api.request import ApiRequest
from tui.api.sending import answer_to, outgoing
from tui.api.words import parsed
from tui.models.json import JsonObject

ANY_JSON = ("application/json", "+json", "text/json")


@dataclass(frozen=True, slots=True)
class Answer:
    """A success: ``body`` is None when it was empty, which confirms nothing."""

    status: int
    body: JsonObject | None = field(repr=False)


class Caller:
    """The way of every call of registration to one provider."""

    def __init__(self, client: http.AsyncClient, config: ApiConfig) -> None:
        self._client = client
        self._config = config

    async def metadata(self, url: str) -> JsonObject:
        """A provider's metadata.

        Raises:
            ApiError: there is none.
        """
        answer = await self.send(url, ApiRequest("GET", "", authenticated=False), Role.DISCOVERY)
        if answer.body is None:
            raise NotProvider(f"{url} answered with nothing, not with provider metadata.")
        return answer.body

    async def send(self, url: str, request: ApiRequest, role: Role, token: str = "") -> Answer:
        """Send ``request`` to ``url``, which is used as given.

        Args:
            url: where to; the request's own path and query are not used.
            request: the rest.
            role: what the request is for, for the sentences of errors.
            token: goes with it as a bearer token (RFC 6750 section 2.1); "" for none.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        config, target = place_of(url, self._config)
        headers = dict(request.headers or {})
        if token:
            headers["Authorization"] = f"Bearer {_sendable(token)}"
        whole = replace(request, path=target, query=None, headers=headers)
        made = outgoing(self._client, config.base_url, whole)
        response = await answer_to(self._client, config, made, authenticated=False)
        if not response.is_success:
            raise refusal(response, role, with_token=bool(token))
        return Answer(response.status_code, _body(response, role))


def _body(response: http.Response, role: Role) -> JsonObject | None:
    """The object in an answer; by its type *and* its content, never by the status."""
    if not response.content.strip():
        return None
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = parsed(response.content)
    if not kind.endswith(ANY_JSON) or not isinstance(body, dict):
        raise foreign_answer(response, role)
    return body


def _sendable(token: str) -> str:
    if not token.isascii() or not token.isprintable() or " " in token:
        raise Invalid("The token holds characters that no token has. Nothing was sent.")
    return token
