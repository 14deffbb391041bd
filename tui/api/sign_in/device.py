"""Signing a person in while they approve it elsewhere: the device flow (RFC 8628)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tui.api import http
from tui.api.errors import (
    ApiError,
    Exchange,
    SignInFailed,
    TimedOut,
    Unauthorised,
    Unreachable,
)
from tui.api.response_failures import exchange_of, foreign, from_response
from tui.api.sign_in.asking import Asking, DeviceCode
from tui.api.sign_in.grants import Grants
from tui.api.sign_in.person import token_of_person
from tui.api.sign_in.sending import Send
from tui.api.token_answer import GrantedToken, read_token
from tui.api.words import host_of, parsed, words_of
from tui.models.json import Json
from tui.models.plain import plain

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SCOPES = "openid profile email offline_access"
"""Of the person's token: to tell who they are, and to last."""

SLOWER = 5.0
"""Seconds by which ``slow_down`` lengthens the interval (RFC 8628 section 3.5)."""

DEFAULT_LIFE = 1800.0


async def wait_for(event: asyncio.Event, seconds: float) -> bool:
    """Wait until ``event`` is set, at most so long; whether it was."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class DeviceFlow:
    """One sign-in.

    Attributes:
        grants: the client and the server.
        send: raises ``ApiError`` where there is no answer.
        asking: shows the code to the person.
        wait: for the person to give up, some seconds long.
        monotonic: seconds of a clock that never goes back.
    """

    grants: Grants
    send: Send
    asking: Asking
    wait: Callable[[asyncio.Event, float], Awaitable[bool]] = wait_for
    monotonic: Callable[[], float] = time.monotonic

    async def sign_in(self) -> GrantedToken:
        """The token that the person's role gives, with the refresh token of their sign-in.

        Raises:
            SignInFailed: denied, given up, expired, or without the role for it.
            ApiError: the server could not be asked.
        """
        code = await self._code()
        cancelled = asyncio.Event()
        try:
            self.asking.device_code(code, cancelled)
            personal = await self._approved(code, cancelled)
            return await token_of_person(self.grants, self.send, personal)
        finally:
            self.asking.done()

    async def _code(self) -> DeviceCode:
        """Section 3.1."""
        url = (await self.grants.endpoints(self.send)).device_authorization_endpoint
        form = {"client_id": self.grants.config.client_id, "scope": SCOPES}
        response = await self.send(self.grants.request(url, form))
        if not response.is_success:
            if _error(response) == "unauthorized_client":
                raise Unauthorised(
                    f"{response.request.url.host} does not let this client sign people in on a "
                    f"device. Add the grant {GRANT} to it, or name another client.",
                    self._exchange(response),
                )
            if _error(response) in ("invalid_client", "disabled_client"):
                read_token(response, self.grants.config, self.grants.wall())
            raise from_response(response, secrets=self.grants.config.secrets)
        answer = parsed(response.content)
        body = answer if isinstance(answer, dict) else {}
        match body:
            case {
                "device_code": str(device_code),
                "user_code": str(user_code),
                "verification_uri": str(uri),
            } if device_code and user_code and _is_web(uri):
                complete = body.get("verification_uri_complete")
                return DeviceCode(
                    plain(user_code, 40),
                    plain(uri, 300),
                    plain(complete, 500) if isinstance(complete, str) and _is_web(complete) else "",
                    _seconds(body.get("expires_in"), DEFAULT_LIFE),
                    device_code,
                    _seconds(body.get("interval"), SLOWER),
                )
        raise foreign(response, "no device code", secrets=self.grants.config.secrets)

    async def _approved(self, code: DeviceCode, cancelled: asyncio.Event) -> GrantedToken:
        """Sections 3.4 and 3.5: ask until the person has decided."""
        url = (await self.grants.endpoints(self.send)).token_endpoint
        form = {
            "grant_type": GRANT,
            "device_code": code.device_code,
            "client_id": self.grants.config.client_id,
        }
        host = host_of(http.Request("POST", url))
        until = self.monotonic() + code.expires_in
        interval = code.interval
        lost: ApiError | None = None
        while True:
            if await self.wait(cancelled, interval) or cancelled.is_set():
                raise SignInFailed(f"The sign-in at {host} was given up. Nothing was changed.")
            if self.monotonic() >= until:
                raise _late(host)
            try:
                response = await self.send(self.grants.request(url, form))
            except (TimedOut, Unreachable) as problem:
                # Section 3.5: the network may come back; it is asked less often meanwhile.
                interval, lost = min(interval * 2, 60.0), problem
                continue
            match _error(response):
                case "authorization_pending":
                    lost = None
                    continue
                case "slow_down":
                    interval += SLOWER
                    continue
                case "access_denied":
                    raise SignInFailed(
                        f"The sign-in at {host} was denied. Nothing was changed.",
                        self._exchange(response),
                    )
                case "expired_token":
                    raise _late(host)
                case "invalid_grant":
                    raise _used_up(host, lost, self._exchange(response))
            if response.status_code in (429, 502, 503, 504):
                interval = min(interval * 2, 60.0)
                lost = from_response(response, secrets=self.grants.config.secrets)
                continue
            return read_token(response, self.grants.config, self.grants.wall())

    def _exchange(self, response: http.Response) -> Exchange:
        return exchange_of(response, words_of(response, self.grants.config.secrets))


def _late(host: str) -> ApiError:
    return SignInFailed(
        f"The code for signing in at {host} has expired. Start again for a new one."
    )


def _used_up(host: str, lost: ApiError | None, exchange: Exchange) -> ApiError:
    """A code is good for one token, also when the answer with it did not arrive."""
    if lost is None:
        sentence = f"The code for signing in at {host} is good no longer."
    else:
        sentence = f"{lost.sentence} The code for signing in was used up by that."
    return SignInFailed(f"{sentence} Start again for a new one.", exchange)


def _error(response: http.Response) -> str:
    if response.is_success:
        return ""
    body = parsed(response.content)
    error = body.get("error") if isinstance(body, dict) else None
    return error if isinstance(error, str) else ""


def _seconds(value: Json, usual: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 86_400:
        return usual
    return float(value)


def _is_web(uri: str) -> bool:
    return uri.startswith(("https://", "http://")) and uri.isprintable() and " " not in uri
