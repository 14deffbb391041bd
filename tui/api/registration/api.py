"""Registration with one provider, call by call. What is kept between calls is not its part."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tui.api import http
from tui.api.activity import OnActivity
from tui.api.closing import Closing
from tui.api.config import ApiConfig
from tui.api.errors import InvalidMetadata
from tui.api.registration.caller import Answer, Caller
from tui.api.registration.failures import Role, explained
from tui.api.registration.key_sets import refuse_private_keys
from tui.api.registration.metadata import find_metadata
from tui.api.registration.statement_check import StatementCheck, check_statement
from tui.api.request import JWT, ApiRequest
from tui.api.transport import build_client
from tui.models.json import JsonObject


class RegistrationApi(Closing):
    """The calls of RFC 7591 and RFC 7592; close it, or use it as a context manager.

    Args:
        config: how to speak to the provider; its client is not used, its tokens neither.
        transport: instead of the network, for example a server in the same process.
        on_activity: told, on the event loop, when a call is tried again.
        debug: told what goes over the wire, without secrets.
    """

    def __init__(
        self,
        config: ApiConfig,
        *,
        transport: http.AsyncBaseTransport | None = None,
        on_activity: OnActivity | None = None,
        debug: Callable[[str], None] | None = None,
    ) -> None:
        self.config = replace(config, client_id="", client_secret="", access_token="")
        self._client = build_client(
            self.config, None, transport, on_activity=on_activity, debug=debug
        )
        self._caller = Caller(self._client, self.config)

    async def metadata(self, issuer: str) -> JsonObject:
        """What the provider supports, as it came.

        Raises:
            ApiError: it cannot be found, or is another's.
        """
        return await find_metadata(self._caller, issuer)

    async def register(self, endpoint: str, request: ApiRequest, token: str = "") -> Answer:
        """Register a client (RFC 7591 section 3). 200 and 201 are alike.

        Args:
            endpoint: the registration endpoint.
            request: from ``register_request``.
            token: the initial access token; "" for none.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        refuse_private_keys(request.json)
        try:
            return await self._caller.send(endpoint, request, Role.REGISTER, token)
        except InvalidMetadata as error:
            raise explained(error, request.json) from None

    async def read(self, uri: str, token: str) -> Answer:
        """Read a registration (RFC 7592 section 2.1).

        Args:
            uri: the ``registration_client_uri``, used as given.
            token: the registration access token that belongs to it.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await self._caller.send(uri, READ, Role.READ, token)

    async def update(self, uri: str, token: str, body: JsonObject) -> Answer:
        """Replace a registration (RFC 7592 section 2.2), by PUT: there is no PATCH.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        refuse_private_keys(body)
        try:
            return await self._caller.send(uri, update_request(body), Role.UPDATE, token)
        except InvalidMetadata as error:
            raise explained(error, body) from None

    async def delete(self, uri: str, token: str) -> Answer:
        """Delete a registration (RFC 7592 section 2.3). 200 and 204 are alike.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await self._caller.send(uri, DELETE, Role.DELETE, token)

    async def check_statement(self, text: str, now: datetime) -> StatementCheck:
        """Decode a software statement, and check its signature with the keys of its issuer.

        Args:
            text: the JWT.
            now: with its zone, to measure its times against.

        Raises:
            NotAStatementError: it is no JWT.
        """
        return await check_statement(self._caller, text, now)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


READ = ApiRequest("GET", "")
DELETE = ApiRequest("DELETE", "")
"""Their address is the registration's own."""


def register_request(body: JsonObject, signed: str = "") -> ApiRequest:
    """The request that registers ``body``, or the JWT ``signed`` that holds it."""
    if signed:
        return ApiRequest("POST", "", text=signed, media_type=JWT)
    return ApiRequest("POST", "", json=body)


def update_request(body: JsonObject) -> ApiRequest:
    """The request that replaces a registration with ``body``."""
    return ApiRequest("PUT", "", json=body)
