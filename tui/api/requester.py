"""Sends requests and hands back JSON, or raises one of this layer's errors."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.errors import SignInNeeded
from tui.api.request import JSON, ApiRequest
from tui.api.response_failures import foreign, from_response
from tui.api.sending import answer_to, outgoing
from tui.api.shapes import WrongShapeError
from tui.api.words import is_html, parsed
from tui.models.json import Json

T = TypeVar("T")


class Requester:
    """The way of every call to one server."""

    def __init__(
        self,
        client: http.AsyncClient,
        config: ApiConfig,
        sign_in: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Args: ``sign_in`` has a person sign in again, however long that takes."""
        self._client = client
        self._config = config
        self._sign_in = sign_in

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        json: Json = None,
        media_type: str = JSON,
    ) -> Json:
        """As ``send``, from the parts of an ``ApiRequest``."""
        return await self.send(ApiRequest(method, path, query, json, media_type))

    async def send(self, request: ApiRequest) -> Json:
        """The answer's JSON; None when it has no body.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await self.read(request, lambda answer: answer)

    async def done(self, request: ApiRequest) -> None:
        """Send what is answered without a body, and with 204 by servers that mean it.

        Raises:
            NotConfigApi: the answer is something else, so that nobody knows what was done.
            ApiError: of whatever kind went wrong.
        """
        response = await self._answer(request)
        if response.status_code == 200 or response.content.strip():
            what = "a page" if is_html(response) else "something else than that it was done"
            raise foreign(response, what, secrets=(self._config.client_secret,))

    async def read(self, request: ApiRequest, reader: Callable[[Json], T]) -> T:
        """The answer as ``reader`` takes it; it gets None when there is no body.

        Raises:
            NotConfigApi: the answer is no JSON, or ``reader`` raised ``WrongShapeError``.
            ApiError: of whatever kind went wrong.
        """
        response = await self._answer(request)
        answer = parsed(response.content)
        if answer is None and response.content.strip():
            what = "a page" if is_html(response) else "damaged data"
        else:
            try:
                return reader(answer)
            except WrongShapeError as problem:
                what = str(problem)
        raise foreign(response, what, secrets=self._config.secrets)

    async def _answer(self, request: ApiRequest) -> http.Response:
        """The answer with a status of success, read to its end."""
        try:
            response = await self._exchange(request)
        except SignInNeeded:
            if self._sign_in is None:
                raise
            # Nothing has been done yet: the request was not sent, or was refused.
            await self._sign_in()
            response = await self._exchange(request)
        if not response.is_success:
            raise from_response(response, secrets=self._config.secrets)
        return response

    async def _exchange(self, request: ApiRequest) -> http.Response:
        return await answer_to(
            self._client,
            self._config,
            outgoing(self._client, self._config.base_url, request),
            authenticated=request.authenticated,
        )
