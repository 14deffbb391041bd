"""Ten minutes of editing with tokens that live five seconds: nothing is lost, nothing is asked."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.ui.device_stage import DeviceStage, signing_in
from tests.ui.turned import START
from tests.ui.whole import make_subject
from tui.api.config import CONFIG_API
from tui.api.config_api import ConfigApi
from tui.journal.entry import Entry
from tui.sandbox.seed.clients import TUI_CLIENT
from tui.screens.review import ReviewScreen

LIFE = 5
MINUTES = 10
PAUSE = 6 * LIFE
"""Seconds that the person looks at the screen."""


async def shorten(api: ConfigApi) -> None:
    """Have tokens of the clients that sign in live five seconds, and make one to edit."""
    async with api:
        await make_subject(api)
        for inum in (api.config.client_id, TUI_CLIENT):
            patch = {"op": "add", "path": "/accessTokenLifetime", "value": LIFE}
            await api.clients.patch(inum, [patch])


class Ageing(httpx.AsyncBaseTransport):
    """Lets time go by on the way of each call to the Config API.

    Of every other one so long that its token is good when it leaves and expired when it arrives.
    """

    def __init__(self, stage: DeviceStage) -> None:
        self.calls = 0
        self._clock = stage.clock
        self._inner = stage.transport.inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith(CONFIG_API) and not request.extensions.get("aged"):
            request.extensions["aged"] = True  # It is the same request that is sent again.
            self.calls += 1
            self._clock.now += 1 if self.calls % 2 else LIFE + 1
        return await self._inner.handle_async_request(request)


@pytest.mark.parametrize("person", [False, True])
async def test_nothing_is_lost_and_nothing_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, person: bool
) -> None:
    async with signing_in(tmp_path, monkeypatch, person=person, prepare=shorten) as stage:
        if person:
            await stage.decide(await stage.code(), "approve")
            await stage.ask_again()
        await stage.in_list()
        stage.transport.inner = Ageing(stage)
        asked = len(stage.clock.waits)
        versions, edits = ["As it was"], 0
        while stage.clock.now < START + MINUTES * 60:
            edits += 1
            versions.append(f"Version {edits}")
            await edit(stage, versions[-1])
            if edits % 3 == 0:
                await undo(stage)
                versions.pop()
            assert await description(stage) == versions[-1]
            await stage.press("r")
            await stage.in_list()
        assert edits >= 4
        assert len(entries(stage)) == edits + edits // 3
        tokens = stage.transport.count("POST", "/token")
        assert tokens > edits * 3, "the tokens did not get old"
        assert len(stage.clock.waits) == asked, "a person was asked to sign in again"


async def edit(stage: DeviceStage, text: str) -> None:
    """Open the client on top, and type; time goes by between the keys; save."""
    await stage.press("g", "enter")
    await stage.in_form()
    stage.clock.now += PAUSE
    await stage.type_into("description", text)
    stage.clock.now += PAUSE
    await stage.save()
    await stage.in_list()


async def undo(stage: DeviceStage) -> None:
    """Take the last edit back."""
    before = len(entries(stage))
    await stage.press("g", "u")
    await stage.at(ReviewScreen)
    stage.clock.now += PAUSE
    await stage.press("f2")
    await stage.in_list()
    await stage.until(lambda: len(entries(stage)) > before)


def entries(stage: DeviceStage) -> list[Entry]:
    return stage.app.session.history.journal.entries()


async def description(stage: DeviceStage) -> object:
    """Of the client on top, as the server has it now."""
    api = await stage.app.session.connect()
    (client,) = (await api.clients.page(pattern="AAA first")).entries
    return (await api.clients.get(client.inum)).raw["description"]
