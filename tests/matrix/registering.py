"""What people do with a provider at which they register clients."""

from __future__ import annotations

from tests.matrix.journeys import Journey, Stage
from tui.models.json import JsonObject


def _wanted(stage: Stage) -> JsonObject:
    return {
        "client_name": stage.name,
        "redirect_uris": ["https://rp.example/cb"],
        "grant_types": ["authorization_code"],
        "response_types": ["code"],
    }


async def _nothing(stage: Stage) -> None:
    assert stage.registrations.list() == []


async def _register(stage: Stage) -> None:
    await stage.registrations.register(_wanted(stage))


async def _registered(stage: Stage) -> None:
    """There may be more than one: those whose answers were lost nobody can manage."""
    kept, *_ = stage.registrations.list()
    assert kept.is_manageable
    assert kept.client_id in [one["inum"] for one in await stage.on_server()]
    assert (await stage.registrations.read(kept.client_id)).registration.name == stage.name


async def _read(stage: Stage) -> None:
    kept, *_ = stage.registrations.list()
    await stage.registrations.read(kept.client_id)


async def _change(stage: Stage) -> None:
    kept, *_ = stage.registrations.list()
    wanted: JsonObject = {**kept.metadata, "contacts": ["ops@rp.example"]}
    outcome = await stage.registrations.update(kept.client_id, wanted)
    stage.is_in_doubt = not outcome.report.as_asked


async def _changed(stage: Stage) -> None:
    await _registered(stage)
    only, *_ = await stage.on_server()
    assert only["contacts"] == ["ops@rp.example"]


REGISTERING: dict[str, Journey] = {
    "register": Journey(_nothing, _register, _registered),
    "read a registration": Journey(_register, _read, _registered, costly=True),
    "change a registration": Journey(_register, _change, _changed, costly=True),
}
