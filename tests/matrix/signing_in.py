"""A person signs in on another device, and stays signed in."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.api.asking import Person
from tests.matrix.journeys import Journey, Stage, without_waiting
from tests.serving import BASE
from tui.api.config_api import ConfigApi
from tui.api.errors import SignInNeeded
from tui.api.sign_in.device import DeviceFlow
from tui.api.sign_in.sending import whole_sender
from tui.api.token_answer import GrantedToken
from tui.api.tokens import TokenAuth
from tui.sandbox.seed.clients import TUI_CLIENT

SECRET = "sandbox-secret-1"


class Visit:
    """A person at their device, whose hours pass in no time."""

    def __init__(self, stage: Stage) -> None:
        config = replace(stage.api.config, client_id=TUI_CLIENT, client_secret=SECRET, person=True)
        self.stage = stage
        self.api = ConfigApi(config, transport=stage.weather)
        self.person = Person()
        without_waiting(self.api._client)
        self.auth.grants.wall = self.auth._wall = self._now
        stage.more.append(self.api)

    @property
    def auth(self) -> TokenAuth:
        """What keeps the tokens."""
        auth = self.api._auth
        assert isinstance(auth, TokenAuth)
        return auth

    async def sign_in(self) -> None:
        """Sign in; the person approves as soon as there is something to approve."""
        auth = self.auth
        send = whole_sender(self.api._client, self.api.config)
        flow = DeviceFlow(auth.grants, send, self.person, self._wait, self._now)
        await auth.keep(await flow.sign_in())

    async def list(self) -> None:
        """What a person does who is signed in, or signs in for it when asked to."""
        try:
            page = await self.api.clients.page(pattern=self.stage.name)
        except SignInNeeded:
            await self.sign_in()
            page = await self.api.clients.page(pattern=self.stage.name)
        self.stage.documents = list(page.entries)

    def _now(self) -> float:
        return self.stage.server.sandbox.clock()

    async def _wait(self, cancelled: asyncio.Event, seconds: float) -> bool:
        sandbox = self.stage.server.sandbox
        sandbox.clock = partial(_later, sandbox.clock() - time.time() + seconds)
        code = self.person.shown[-1]
        form = {"user_code": code.user_code, "decision": "approve", "role": "api-admin"}
        await self.stage.server.raw.post(code.verification_uri, data=form)
        return cancelled.is_set()


def _later(seconds: float) -> float:
    return time.time() + seconds


_visits: dict[str, Visit] = {}

_refresh_tokens: dict[Path, str] = {}
"""Of a person of each server, who signed in once."""


def _visit(stage: Stage) -> Visit:
    return _visits.setdefault(stage.name, Visit(stage))


async def _one(stage: Stage) -> None:
    await stage.make()
    assert _visit(stage).api.config.base_url == BASE


async def _signed_in(stage: Stage) -> None:
    """They signed in before, and the token that they got is good no longer."""
    await _one(stage)
    visit = _visit(stage)
    if stage.folder not in _refresh_tokens:
        await visit.sign_in()
        held = visit.auth._held
        assert held is not None
        _refresh_tokens[stage.folder] = held.refresh_token
    await visit.auth.keep(GrantedToken("of-yesterday", (), 300.0, _refresh_tokens[stage.folder]))


async def _list(stage: Stage) -> None:
    await _visit(stage).list()


async def _listed(stage: Stage) -> None:
    assert [one.inum for one in stage.documents] == stage.mine


SIGNING_IN: dict[str, Journey] = {
    "sign in": Journey(_one, _list, _listed, costly=True),
    "stay signed in": Journey(_signed_in, _list, _listed, costly=True),
}
