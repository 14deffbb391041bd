"""What people do with a server, each the whole way from the first request to the last."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from httpx import AsyncClient

from tests.matrix.weather import Weather
from tests.serving import BASE, START, Server
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.entry import DELETE
from tui.journal.history import History
from tui.journal.journal import Journal
from tui.models.document import ClientDocument
from tui.models.json import JsonObject, copied
from tui.registrations.opening import open_registrations
from tui.registrations.service import Registrations
from tui.saving.plan import make_plan
from tui.saving.undo import undo_plan
from tui.saving.writer import ClientWriter
from tui.screens import bulk
from tui.session import Session

NEW_SECRET = "a-secret-typed-just-now"


class Closable(Protocol):
    """A connection."""

    async def aclose(self) -> None:
        """Close it."""


def without_waiting(client: AsyncClient) -> None:
    """Let nothing be waited for before a call is tried again."""

    async def no_wait(seconds: float) -> None:
        assert 0 <= seconds <= 20

    client._transport._sleep = no_wait  # type: ignore[attr-defined]


@dataclass
class Stage:
    """One traveller: a connection through the weather, and what they work on.

    Attributes:
        server: the server, by ways that the weather does not touch.
        weather: between this traveller and the server.
        api: goes through the weather.
        draft: what was typed.
        mine: ids of the clients that are worked on.
        more: other connections of this traveller.
        is_in_doubt: whether it was said that not all came out as asked.
    """

    server: Server
    weather: Weather
    api: ConfigApi
    folder: Path
    draft: Draft = field(default_factory=lambda: Draft(None, {}))
    mine: list[str] = field(default_factory=list)
    documents: list[ClientDocument] = field(default_factory=list)
    more: list[Closable] = field(default_factory=list)
    is_in_doubt: bool = False

    def __post_init__(self) -> None:
        self.session = Session("the server", "server", lambda _: self.api)
        self.journal = Journal(self.folder / uuid.uuid4().hex)
        self.writer = ClientWriter(self.api, Lookups(), History(self.journal, "the server"))
        self.name = f"Traveller {uuid.uuid4().hex}"

    async def make(self, count: int = 1) -> None:
        """Let there be clients of this traveller's; the first is the draft's."""
        for _ in range(count):
            wanted = {**START, "clientName": self.name}
            document = await self.server.other.clients.create(wanted)
            self.mine.append(document.inum)
            self.documents.append(await self.server.other.clients.get(document.inum))
        self.draft = Draft(self.documents[0].raw)

    async def leave(self) -> None:
        """Take the clients along, so that the next one finds the place as it was."""
        for client in await self.on_server():
            await self.server.other.clients.delete(str(client["inum"]))
        for one in (self.api, *self.more):
            await one.aclose()

    @cached_property
    def registrations(self) -> Registrations:
        """Registration with this server, through the weather."""
        made = open_registrations(
            ApiConfig(BASE, "", ""), transport=self.weather, folder=self.folder / uuid.uuid4().hex
        )
        without_waiting(made._api._client)
        self.more.append(made)
        return made

    async def on_server(self) -> list[JsonObject]:
        """The clients of this traveller's as the server has them."""
        return [copied(one.raw) for one in await self.server.all_named(self.name)]


Deed = Callable[[Stage], Awaitable[Any]]
Check = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Journey:
    """One thing that people do.

    Attributes:
        prepare: makes what it needs, in good weather and by another way.
        act: does it; what the person does again when it has failed.
        check: that it is done.
        costly: whether it takes long, so that only ``--soak`` plays all failures at all requests.
    """

    prepare: Deed
    act: Deed
    check: Check
    costly: bool = False


async def _nothing(stage: Stage) -> None:
    pass


async def _one(stage: Stage) -> None:
    await stage.make()


async def _list(stage: Stage) -> None:
    page = await stage.api.clients.page(limit=50)
    stage.documents = list(page.entries)


async def _search(stage: Stage) -> None:
    page = await stage.api.clients.page(pattern=stage.name)
    stage.documents = list(page.entries)


async def _all(stage: Stage) -> None:
    stage.documents = [one async for one in stage.api.clients.iterate(page_size=5)]


async def _listed(stage: Stage) -> None:
    assert set(stage.mine) <= {one.inum for one in stage.documents}


async def _open(stage: Stage) -> None:
    stage.documents = [await stage.api.clients.get(stage.mine[0])]


async def _look_up(stage: Stage) -> None:
    await stage.session.read_lookups(lambda: None)


async def _looked_up(stage: Stage) -> None:
    lookups = stage.session.lookups
    assert not lookups.failures
    assert lookups.scopes
    assert lookups.scripts
    assert lookups.claims
    assert lookups.metadata


async def _new(stage: Stage) -> None:
    stage.draft = Draft(None, {**START, "clientName": stage.name, "description": "typed"})


async def _create(stage: Stage) -> None:
    await stage.writer.create(stage.draft)


async def _created(stage: Stage) -> None:
    (only,) = await stage.on_server()
    assert (only["description"], only["redirectUris"]) == ("typed", START["redirectUris"])


async def _typed(stage: Stage) -> None:
    await stage.make()
    stage.draft.set("description", "typed")


async def _typed_secret(stage: Stage) -> None:
    await _typed(stage)
    stage.draft.set("clientSecret", NEW_SECRET)


async def _save(stage: Stage) -> None:
    plan = await make_plan(stage.api, stage.draft)
    await stage.writer.edit(plan, {conflict.path: "mine" for conflict in plan.conflicts})


async def _saved(stage: Stage) -> None:
    (only,) = await stage.on_server()
    assert only["description"] == "typed"


async def _saved_secret(stage: Stage) -> None:
    await _saved(stage)
    assert await stage.server.has_secret(stage.mine[0], NEW_SECRET)


async def _delete(stage: Stage) -> None:
    await stage.writer.delete(stage.documents[0])


async def _deleted(stage: Stage) -> None:
    assert await stage.on_server() == []


async def _edited_before(stage: Stage) -> None:
    await _typed(stage)
    await _save(stage)


async def _undo(stage: Stage) -> None:
    entry = stage.journal.entries(newest_first=False)[0]
    current = await stage.api.clients.get(entry.inum)
    await stage.writer.edit(undo_plan(entry, current.raw), {}, undoes=entry)


async def _undone(stage: Stage) -> None:
    (only,) = await stage.on_server()
    assert "description" not in only


async def _deleted_before(stage: Stage) -> None:
    await _typed(stage)
    await _save(stage)
    stage.documents[0] = await stage.api.clients.get(stage.mine[0])
    await _delete(stage)


async def _restore(stage: Stage) -> None:
    entry = next(one for one in stage.journal.entries() if one.kind == DELETE)
    await stage.writer.restore(entry)


async def _token_lost(stage: Stage) -> None:
    await stage.make()
    await stage.api.clients.page(limit=1)
    await stage.server.forget_tokens()


async def _several(stage: Stage) -> None:
    await stage.make(3)


def _to_all(deed: bulk.Deed) -> Deed:
    """Do it to each client, as the list does to those that are marked."""

    async def act(stage: Stage) -> None:
        failed: list[ApiError] = []
        for document in stage.documents:
            try:
                await deed.act(stage.writer, document)
            except ApiError as error:
                failed.append(error)
        if failed:
            raise failed[0]

    return act


async def _disabled(stage: Stage) -> None:
    assert [one["disabled"] for one in await stage.on_server()] == [True, True, True]


JOURNEYS: dict[str, Journey] = {
    "list": Journey(_one, _list, _listed),
    "search": Journey(_one, _search, _listed),
    "read all": Journey(_one, _all, _listed),
    "open": Journey(_one, _open, _listed),
    "look up": Journey(_nothing, _look_up, _looked_up),
    "create": Journey(_new, _create, _created),
    "save": Journey(_typed, _save, _saved),
    "save a secret": Journey(_typed_secret, _save, _saved_secret),
    "delete": Journey(_one, _delete, _deleted),
    "undo an edit": Journey(_edited_before, _undo, _undone),
    "undo a deletion": Journey(_deleted_before, _restore, _saved),
    "refresh": Journey(_token_lost, _list, _listed),
    "delete several": Journey(_several, _to_all(bulk.DELETE), _deleted),
    "disable several": Journey(_several, _to_all(bulk.DISABLE), _disabled),
}
