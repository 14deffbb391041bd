"""A walk over the keyboard of the whole program, and what has to hold at each step of it."""

from __future__ import annotations

import asyncio
import random
import unicodedata
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import jsonpatch
import pytest
from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.worker import Worker

from tests.data.hostile_texts import HOSTILE
from tests.keys.pressing import RESIZE
from tests.keys.storm import Storm
from tests.serving import BASE, GENERATIONS, START, Server, serving
from tests.ui.hostile_data import assert_plain
from tests.ui.support import NORMAL, SMALL, WIDE, text_of
from tui.api.activity import OnActivity
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError
from tui.app import JansTui
from tui.models.json import JsonObject, copied
from tui.models.secrets import mask
from tui.registrations.connection import ProviderConnection
from tui.registrations.profiles import provider_at
from tui.sandbox.tables import CLIENTS
from tui.screens import leave
from tui.screens.client import ClientScreen
from tui.screens.leave import Leave
from tui.session import Session

PATIENCE = 30.0
"""Seconds after which a key counts as never answered."""

SIZES = (NORMAL, SMALL, WIDE, (1, 1), (20, 5), NORMAL)

UNTOLD = (
    *("displayName", "baseDn", "authenticationMethod", "allAuthenticationMethods"),
    *("lastAccessTime", "lastLogonTime", "clientSecret", "registrationAccessToken"),
)
"""What changes without being saved, or is noted nowhere."""


@dataclass
class Ground:
    """A server with clients of all kinds, and a way to it that is not safe.

    Attributes:
        server: the server, also by ways that nothing disturbs.
        storm: between it and the program.
        before: its clients at the start, by their ids.
        secrets: what may be on no screen.
    """

    server: Server
    storm: Storm
    before: dict[str, JsonObject]
    secrets: set[str]
    session: Session = field(init=False)

    def new_session(self) -> Session:
        """A connection as at the start of the program."""

        def build(on_activity: OnActivity) -> ConfigApi:
            api = ConfigApi(self.server.api.config, transport=self.storm, on_activity=on_activity)

            async def no_wait(seconds: float) -> None:
                await asyncio.sleep(0)

            api._client._transport._sleep = no_wait  # type: ignore[attr-defined]
            return api

        def provider(session: Session) -> ProviderConnection:
            return provider_at(
                ApiConfig(BASE, "", ""), self.storm, "The sandbox", session.asking, session.tell
            )

        self.session = Session("sandbox", "sandbox", build, provider=provider)
        return self.session

    async def clients(self) -> dict[str, JsonObject]:
        """The clients as the server has them now."""
        found = [one async for one in self.server.other.clients.iterate()]
        return {one.inum: copied(one.raw) for one in found}

    async def learn_secrets(self) -> None:
        """Secrets are made all the time."""
        cipher = self.server.sandbox.cipher

        def stored(store: Any) -> list[str]:
            rows = store.connection.execute(f"SELECT secret FROM {CLIENTS.name}_bodies")
            return [text for (text,) in rows if text]

        for text in await self.server.sandbox.run(stored):
            self.secrets.add(text)
            with suppress(ValueError):
                self.secrets.add(cipher.decrypt(text))


@asynccontextmanager
async def ground(seed: int, folder: Path, chance: float) -> AsyncIterator[Ground]:
    """Make the server of this seed."""
    rng = random.Random(seed)
    async with serving(folder, secrets=GENERATIONS[seed % 3]) as server:
        for number in range(6):
            text = rng.choice(HOSTILE)[:2000]
            inum = f"{number}00000000-aaaa-{rng.randrange(10**6)}"
            members: JsonObject = {
                **START,
                "inum": inum,
                "dn": f"inum={inum},ou=clients,o=jans",
                "clientName": text,
                "description": rng.choice(HOSTILE)[:2000],
                "contacts": [rng.choice(HOSTILE)[:500]],
                "disabled": rng.random() < 0.3,
                "tokenEndpointAuthMethod": rng.choice(["none", "client_secret_post", "tls_x"]),
            }
            await server.keep(members, f"secret-of-number-{number}-{seed}")
        storm = Storm(server.transport.inner, rng, chance)
        made = Ground(server, storm, {}, set())
        made.before = await made.clients()
        await made.learn_secrets()
        yield made


class Walk:
    """Presses keys, and looks at everything after each.

    Attributes:
        pressed: the keys so far.
    """

    def __init__(self, on: Ground, patch: pytest.MonkeyPatch) -> None:
        self.ground = on
        self.pressed: list[str] = []
        self.problems: list[str] = []
        self._workers: list[Worker[Any]] = []
        self._discarded: list[ClientScreen] = []
        self._forms: list[tuple[ClientScreen, bool, int]] = []
        self._sizes = 0
        self._watch(patch)

    def _watch(self, patch: pytest.MonkeyPatch) -> None:
        """Note the workers that fail in silence, and what people throw away when they are asked."""
        begin = Worker._start

        def start(worker: Worker[Any], *args: Any, **more: Any) -> None:
            self._workers.append(worker)
            begin(worker, *args, **more)

        patch.setattr(Worker, "_start", start)
        ask = leave.ask_how_to_leave

        async def asked(app: App[Any], changed: int, *, can_keep: bool) -> Leave:
            how = await ask(app, changed, can_keep=can_keep)
            if how is Leave.DISCARD:
                self._discarded += [
                    one for one in app.screen_stack if isinstance(one, ClientScreen)
                ]
            return how

        patch.setattr(leave, "ask_how_to_leave", asked)
        # Seconds for which a key waits for the one before: many here wait for a person.
        patch.setattr("tui.screens.key_order.LONGEST", 0.1)

    async def over(self, keys: Iterable[str], size: tuple[int, int]) -> None:
        """Press all of the keys; the program is started as often as it is left."""
        waiting = iter(keys)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_failed)
        more = True
        while more:
            app = JansTui(self.ground.new_session())
            async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
                await self._settle(pilot)
                more = await self._press_all(app, pilot, waiting)
                await self._rest(app, pilot)
        await self.compare()

    async def _press_all(self, app: JansTui, pilot: Pilot[int], keys: Iterable[str]) -> bool:
        """Press keys until the program is left; whether there are more."""
        for key in keys:
            self.pressed.append(key)
            if key == RESIZE:
                self._sizes += 1
                await pilot.resize_terminal(*SIZES[self._sizes % len(SIZES)])
            else:
                self._send(app, key)
            await self._settle(pilot)
            await self._look(app)
            if app._exit:
                return True
        return False

    def _send(self, app: JansTui, key: str) -> None:
        """As a terminal does it."""
        if len(key) == 1 and not key.isalnum():
            key = _character_to_key(key)
        try:
            name = _get_unicode_name_from_key(REPLACED_KEYS.get(key, key))
            character: str | None = unicodedata.lookup(name)
        except KeyError:
            character = key if len(key) == 1 else None
        event = events.Key(key, character)
        event.set_sender(app)
        assert app._driver is not None
        app._driver.send_message(event)

    async def _settle(self, pilot: Pilot[int]) -> None:
        app = cast(JansTui, pilot.app)
        order = app._keys
        async with asyncio.timeout(PATIENCE):
            await pilot._wait_for_screen(PATIENCE)
            while not app._exit and (  # noqa: ASYNC110 (nobody is told when a key is done)
                order._waiting or order._following is not None
            ):
                await asyncio.sleep(0.001)

    async def _rest(self, app: JansTui, pilot: Pilot[int]) -> None:
        """Let come to its end what is under way."""
        chance, self.ground.storm.chance = self.ground.storm.chance, 0.0
        async with asyncio.timeout(PATIENCE):
            while not app._exit and (  # noqa: ASYNC110 (workers tell nobody outside)
                any(_is_at_work(worker) for worker in app.workers)
                or not app.screen._mounted_event.is_set()
            ):
                await asyncio.sleep(0.01)
            await pilot._wait_for_screen(PATIENCE)
        self.ground.storm.chance = chance

    async def _look(self, app: JansTui) -> None:
        """What has to hold at each moment."""
        assert app._exception is None, app._exception
        for worker in [one for one in self._workers if one.is_finished]:
            self._workers.remove(worker)
            if not isinstance(worker.error, ApiError | asyncio.CancelledError | None):
                raise AssertionError(f"a worker failed in silence: {worker}") from worker.error
        assert not self.problems, self.problems
        if not app._exit:
            shown = text_of(app)
            if app.size.width >= SMALL[0]:
                assert_plain(app)
            flat = "".join(shown.split())
            found = [one for one in self.ground.secrets if one in shown or one in flat]
            assert not found, f"a secret is on the screen: {found}\n{shown}"
        await self._look_at_forms(app)

    async def _look_at_forms(self, app: JansTui) -> None:
        """A form with changes goes away only when they are saved, kept, or thrown away."""
        now = [one for one in app.screen_stack if isinstance(one, ClientScreen)]
        for form, was_dirty, writes in self._forms:
            if form in now or not was_dirty or form in self._discarded:
                continue
            saved = self.ground.storm.writes > writes or form.draft.is_dirty is False
            if not saved:
                left = form.draft.touched
                assert await self._is_kept(form), f"changes went away without a question: {left}"
        done = self.ground.storm.writes
        known = {form: writes for form, _, writes in self._forms}
        self._forms = [(one, one.draft.is_dirty, known.get(one, done)) for one in now]

    async def _is_kept(self, form: ClientScreen) -> bool:
        keeper = form.keeper
        if keeper is None:
            return False
        async with asyncio.timeout(PATIENCE):
            while keeper._store.load(keeper._inum) is None:
                if keeper._over:
                    return False
                await asyncio.sleep(0.01)
        return True

    def _loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.problems.append(str(context.get("exception") or context["message"]))

    async def compare(self) -> None:
        """What the server has is what the history says, but for writes whose answers got lost."""
        told = dict(self.ground.before)
        entries = self.ground.session.history.journal.entries(newest_first=False)
        for entry in entries:
            if entry.effect == "create":
                assert entry.client is not None
                told[entry.inum] = entry.client
            elif entry.effect == "delete":
                told.pop(entry.inum, None)
            else:
                told[entry.inum] = _patched(told.get(entry.inum), entry.result)
        storm, now = self.ground.storm, await self.ground.clients()
        strangers = now.keys() - told.keys() - storm.lost
        assert len(strangers) <= storm.lost_creates, f"nobody told of {strangers}"
        gone = told.keys() - now.keys() - storm.lost
        assert not gone, f"nobody told of the end of {gone}"
        for inum in now.keys() & told.keys() - storm.lost:
            there, said = _plain(now[inum]), _plain(told[inum])
            other = [name for name in there | said if there.get(name) != said.get(name)]
            assert not other, [(name, there.get(name), said.get(name)) for name in other]


def _is_at_work(worker: Worker[Any]) -> bool:
    """Whether it works, and does not just wait for a person."""
    return not worker.is_finished and worker.group in {"load", "page", "lookups"}


def _patched(client: Any, operations: list[JsonObject]) -> JsonObject:
    made = jsonpatch.apply_patch(mask(client or {}), operations)
    assert isinstance(made, dict)
    return made


def _plain(client: JsonObject) -> JsonObject:
    return {name: value for name, value in mask(client).items() if name not in UNTOLD and value}
