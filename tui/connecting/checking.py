"""The test of a profile: step by step, so that the first thing that fails can be told."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from tui.access import SCOPE, lacking
from tui.api.errors import ApiError, TlsProblem
from tui.connecting.kept_tokens import forget_tokens
from tui.connecting.opening import Surroundings, api_config, api_for
from tui.settings.profile import Profile

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi

StepName = Literal["name", "port", "TLS", "token", "scopes", "API"]

STEPS: tuple[StepName, ...] = ("name", "port", "TLS", "token", "scopes", "API")
"""In their order; each needs those before it."""

PATIENCE = 10.0
"""Seconds for the first two steps."""


@dataclass(frozen=True, slots=True)
class Step:
    """How one step went.

    Attributes:
        name: of the step.
        state: ``failed`` ends the test; ``warned`` does not; ``skipped`` could not be looked at.
        sentence: what was found, or what is wrong and what to do.
    """

    name: StepName
    state: Literal["passed", "warned", "failed", "skipped"]
    sentence: str


async def check_profile(profile: Profile, around: Surroundings) -> AsyncIterator[Step]:
    """Test ``profile``, and yield each step as it is done; the first that fails is the last.

    Nothing is changed on the server. A person is asked only where signing in takes them.
    """
    from tui.api.http import URL
    from tui.api.proxies import proxy_for

    parts = urlsplit(profile.url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        proxy = proxy_for(URL(profile.url))
    except ApiError as error:
        yield Step("name", "failed", _words(error))
        return
    if proxy is None:
        for look in (_resolve, _connect):
            found = await look(host, port)
            yield found
            if found.state == "failed":
                return
    else:
        yield Step("name", "skipped", f"The proxy {proxy.place} looks it up.")
        yield Step("port", "skipped", f"The proxy {proxy.place} connects.")
    tls = await _tls(profile, around)
    yield tls
    if tls.state == "failed":
        return
    if profile.kind == "registration":
        async for step in _registration(profile, around):
            yield step
        return
    is_person = profile.sign_in.method == "device"
    if not is_person:
        # A token that is kept would hide for a while that no other is to be had.
        await asyncio.to_thread(forget_tokens, profile.name)
    try:
        config = await api_config(profile, around)
        api = await asyncio.to_thread(api_for, profile, config, around, kept=is_person)
    except ApiError as error:
        yield Step("token", "failed", _words(error))
        return
    async with api:
        async for step in _with_api(api):
            yield step


async def _registration(profile: Profile, around: Surroundings) -> AsyncIterator[Step]:
    """Whether the provider registers clients; none is registered to find out."""
    from tui.api.registration.api import RegistrationApi
    from tui.api.registration.metadata import registration_endpoint
    from tui.connecting.opening import public_config

    yield Step("token", "skipped", "Nobody signs in to register.")
    yield Step("scopes", "skipped", "Nobody signs in to register.")
    if profile.endpoint:
        yield Step("API", "skipped", f"Clients are registered at {profile.endpoint}, as you said.")
        return
    try:
        async with RegistrationApi(await public_config(profile, around)) as api:
            endpoint = registration_endpoint(await api.metadata(profile.url))
    except ApiError as error:
        yield Step("API", "failed", _words(error))
        return
    yield Step("API", "passed", f"Clients are registered at {endpoint}.")


async def _resolve(host: str, port: int) -> Step:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, TimeoutError):
        return Step(
            "name",
            "failed",
            f"The name {host} cannot be resolved. Check its spelling, the network and the VPN.",
        )
    addresses = ", ".join(dict.fromkeys(str(address[0]) for *_, address in found))
    return Step("name", "passed", f"{host} is {addresses}.")


async def _connect(host: str, port: int) -> Step:
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        return Step(
            "port",
            "failed",
            f"Port {port} of {host} does not answer. A firewall may be in the way.",
        )
    except OSError:
        return Step(
            "port",
            "failed",
            f"Nothing listens on port {port} of {host}. Check the port, and that the server runs.",
        )
    writer.close()
    return Step("port", "passed", f"Port {port} is open.")


async def _tls(profile: Profile, around: Surroundings) -> Step:
    """A question that needs no token tells whether the connection is safe."""
    from tui.api.config_api import ConfigApi
    from tui.connecting.opening import public_config

    if profile.url.startswith("http://"):
        return Step("TLS", "skipped", "This machine is spoken to without TLS.")
    try:
        config = await public_config(profile, around)
        async with ConfigApi(config, debug=around.debug) as api:
            await api.discovery()
    except TlsProblem as error:
        return Step("TLS", "failed", _words(error))
    except ApiError as error:
        if error.status is None:
            return Step("TLS", "failed", _words(error))
    if profile.tls.insecure:
        return Step("TLS", "warned", "The certificate is not verified: insecure is set.")
    return Step("TLS", "passed", "The certificate is trusted.")


async def _with_api(api: ConfigApi) -> AsyncIterator[Step]:
    try:
        await api.sign_in()
        granted = await api.granted()
    except ApiError as error:
        yield Step("token", "failed", _words(error))
        return
    if api.config.access_token:
        yield Step("token", "skipped", "It was handed over; whether it is good shows below.")
    else:
        yield Step("token", "passed", "The server gives a token.")
    yield _scopes(granted, read_only=api.config.read_only)
    try:
        page = await api.clients.page(limit=1)
    except ApiError as error:
        yield Step("API", "failed", _words(error))
        return
    many = page.total
    yield Step("API", "passed", f"The Config API answers: {many} clients.")


def _scopes(granted: tuple[str, ...] | None, *, read_only: bool) -> Step:
    if granted is None:
        return Step("scopes", "skipped", "Nobody said what this token is good for.")
    missing = lacking(granted, read_only=read_only)
    if not missing:
        what = "reading clients" if read_only else "managing clients"
        return Step("scopes", "passed", f"The token may do all that {what} takes.")
    words = ", ".join(f"{SCOPE}{one.scope} ({one.words})" for one in missing)
    return Step(
        "scopes",
        "warned",
        f"The token lacks {words}. Give the client these scopes, if it is to do that.",
    )


def _words(error: ApiError) -> str:
    said = f" The server says: “{error.server_words}”" if error.server_words else ""
    return f"{error.sentence}{said}"
