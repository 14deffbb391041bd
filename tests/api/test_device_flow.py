"""Signing a person in by the device flow, against the sandbox, with a clock that a test turns."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.asking import Person
from tui.api import http
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError, SignInFailed, SignInNeeded, Unauthorised
from tui.api.sign_in.asking import DeviceCode
from tui.api.sign_in.device import DeviceFlow
from tui.api.sign_in.grants import Grants
from tui.api.sign_in.sending import whole_sender
from tui.api.token_answer import GrantedToken
from tui.api.token_store import MemoryTokenStore
from tui.api.transport import build_client
from tui.sandbox.app import create_app
from tui.sandbox.seed.clients import TUI_CLIENT
from tui.sandbox.settings import SandboxSettings

BASE = "http://sandbox.localhost"
SECRET = "sandbox-secret-1"
CONFIG = ApiConfig(BASE, TUI_CLIENT, SECRET, person=True)
Decide = Callable[[httpx.AsyncClient, DeviceCode], Any]


@dataclass
class Scene:
    """A sandbox, and a device that signs in to it; each wait ends when ``answers`` say so."""

    folder: Path
    decide: Decide | None = None
    answers: list[http.Response] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    person: Person = field(default_factory=Person)
    now: float = 1_000.0

    def __post_init__(self) -> None:
        app = create_app(SandboxSettings(self.folder, device_interval=1))
        self.sandbox = app.state.sandbox
        self.door = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        self.sandbox.clock = lambda: 1_800_000_000 + self.now

    async def wait(self, cancelled: asyncio.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += seconds
        if self.decide is not None and len(self.waits) == 2:
            async with httpx.AsyncClient(transport=self.door, base_url=BASE) as browser:
                await self.decide(browser, self.person.shown[0])
        assert len(self.waits) < 3_000
        return cancelled.is_set()

    async def handle(self, request: http.Request) -> http.Response:
        if self.answers and b"device_code" in request.content:
            return self.answers.pop(0)
        return await self.door.handle_async_request(request)

    async def sign_in(self, config: ApiConfig = CONFIG) -> GrantedToken:
        client = build_client(config, None, http.MockTransport(self.handle))
        grants = Grants(config, lambda: 1_800_000_000 + self.now)
        async with client:
            send = whole_sender(client, config)
            return await DeviceFlow(
                grants, send, self.person, self.wait, lambda: self.now
            ).sign_in()

    async def refusal(self, config: ApiConfig = CONFIG) -> ApiError:
        with pytest.raises(ApiError) as caught:
            await self.sign_in(config)
        shown = f"{caught.value!r} {caught.value.sentence} {caught.value.server_words}"
        secrets = [SECRET, *(code.device_code for code in self.person.shown)]
        assert not [secret for secret in secrets if secret in shown]
        return caught.value


def says(decision: str, **more: str) -> Decide:
    async def decide(browser: httpx.AsyncClient, code: DeviceCode) -> None:
        form = {"user_code": code.user_code, "decision": decision, **more}
        answer = await browser.post("/jans-auth/device-code", data=form)
        assert answer.status_code == 200

    return decide


async def test_a_person_approves(tmp_path: Path) -> None:
    scene = Scene(tmp_path, says("approve"))
    token = await scene.sign_in()
    assert "https://jans.io/oauth/config/openid/clients.write" in token.scopes
    assert token.refresh_token
    code = scene.person.shown[0]
    assert code.user_code in code.verification_uri_complete
    assert code.device_code not in repr(code)
    assert scene.waits == [1.0, 1.0]
    assert scene.person.ended == 1


async def test_a_person_denies(tmp_path: Path) -> None:
    scene = Scene(tmp_path, says("deny"))
    error = await scene.refusal()
    assert "was denied" in error.sentence
    assert scene.person.ended == 1


async def test_nobody_comes(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    error = await scene.refusal()
    assert "has expired. Start again" in error.sentence
    assert 1_790 < sum(scene.waits) < 1_810


async def test_the_person_gives_up(tmp_path: Path) -> None:
    person = Person(act=lambda _code, cancelled: cancelled.set())
    scene = Scene(tmp_path, person=person)
    assert "was given up" in (await scene.refusal()).sentence
    assert person.ended == 1


async def test_slower_when_told_so_and_when_the_network_fails(tmp_path: Path) -> None:
    slow = http.Response(400, json={"error": "slow_down"})
    pending = http.Response(400, json={"error": "authorization_pending"})
    busy = http.Response(503)
    scene = Scene(tmp_path, says("approve"), [slow, pending, slow, busy])
    await scene.sign_in()
    assert scene.waits == [1.0, 6.0, 6.0, 11.0, 22.0]


async def test_the_answer_with_the_token_gets_lost(tmp_path: Path) -> None:
    gone = http.Response(504)
    used = http.Response(400, json={"error": "invalid_grant"})
    pending = http.Response(400, json={"error": "authorization_pending"})
    error = await Scene(tmp_path, None, [pending, gone, used]).refusal()
    assert isinstance(error, SignInFailed)
    assert "504" in error.sentence
    assert "was used up by that. Start again for a new one." in error.sentence
    error = await Scene(tmp_path, None, [gone, pending, used]).refusal()
    assert error.sentence.endswith("is good no longer. Start again for a new one.")
    assert error.status == 400


@pytest.mark.parametrize(("role", "has"), [("api-viewer", "has api-viewer"), ("none", "has none")])
async def test_the_role_is_missing(tmp_path: Path, role: str, has: str) -> None:
    error = await Scene(tmp_path, says("approve", role=role)).refusal()
    assert "lacks the role api-admin" in error.sentence
    assert has in error.sentence


async def test_a_wrong_secret(tmp_path: Path) -> None:
    error = await Scene(tmp_path).refusal(replace(CONFIG, client_secret="wrong-secret"))
    assert isinstance(error, Unauthorised)
    assert "client ID and secret" in error.sentence


async def test_what_is_said_about_the_person_is_checked(tmp_path: Path) -> None:
    scene = Scene(tmp_path, says("approve"))
    door = scene.handle

    async def forged(request: http.Request) -> http.Response:
        answer = await door(request)
        if request.url.path.endswith("/userinfo"):
            head, body, signature = (await answer.aread()).decode().split(".")
            text = f"{head}.{body}.{signature[:-6]}AAAAAA"
            return http.Response(200, text=text)
        return answer

    scene.handle = forged  # type: ignore[method-assign]
    error = await scene.refusal()
    assert isinstance(error, SignInFailed)
    assert "its signature does not hold" in error.sentence


async def test_a_refresh_token_serves_until_it_is_refused(tmp_path: Path) -> None:
    scene = Scene(tmp_path, says("approve"))
    first = await scene.sign_in()
    config = CONFIG
    client = build_client(config, None, http.MockTransport(scene.handle))
    grants = Grants(config, lambda: 1_800_000_000 + scene.now)
    async with client:
        send = whole_sender(client, config)
        second = await grants.token(send, first.refresh_token)
        assert second.value != first.value
        with pytest.raises(SignInNeeded, match="Sign in"):
            await grants.token(send, "no-such-refresh-token")


async def test_nobody_to_ask() -> None:
    def never(request: http.Request) -> http.Response:
        pytest.fail(f"{request.url} was asked")

    async with ConfigApi(
        CONFIG, transport=http.MockTransport(never), token_store=MemoryTokenStore()
    ) as api:
        with pytest.raises(SignInNeeded, match="Nobody is signed in"):
            await api.clients.page(limit=1)
