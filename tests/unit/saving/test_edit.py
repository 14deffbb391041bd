"""Saving edits on servers that treat secrets differently, and over a bad network."""

from pathlib import Path
from typing import Any

import pytest

from tests.faults import Fault, answering, broken, timed_out
from tests.serving import CLIENTS, GENERATIONS, Generation, Server, serving
from tui.api.errors import ApiError, Invalid, NotFound, ServerFailed
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.changes import Change
from tui.models.json import ABSENT, Json, JsonObject
from tui.saving.edit import changed_members, save_edit
from tui.saving.outcome import Saved, SecretState
from tui.saving.plan import make_plan

OLD, NEW = "the-secret-it-had-before", "a new one: 8%+/ü"


async def saved(server: Server, draft: Draft, side: Any = "mine") -> Saved:
    """The way of a save: read again, merge, send."""
    plan = await make_plan(server.api, draft)
    choices = {conflict.path: side for conflict in plan.conflicts}
    return await save_edit(server.api, plan, choices, Lookups())


def writes(server: Server) -> list[str]:
    return [method for method, path in server.transport.sent if CLIENTS in path and method != "GET"]


async def test_one_patch_and_the_answer_is_what_was_read_back(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        draft.set("description", "A portal")
        done = await saved(server, draft)
        assert writes(server) == ["PATCH"]
        assert done.document.raw == await server.stored(draft.document.inum)
        assert done.document.raw == {**(draft.original or {}), "description": "A portal"}
        assert (done.altered, done.secret, done.notes) == ([], "", [])
        assert done.secret_state is SecretState.UNTOUCHED


async def test_what_the_server_has_already_is_not_sent(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        draft.set("description", "the same")
        await server.change(draft.document.inum, description="the same")
        done = await saved(server, draft)
        assert writes(server) == []
        assert done.document.text("description") == "the same"


async def test_both_edits_are_there_in_the_end(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        await server.change(draft.document.inum, contacts=["them@rp.example"])
        draft.set("description", "mine")
        done = await saved(server, draft)
        assert done.document.get("contacts") == ["them@rp.example"]
        assert done.document.get("description") == "mine"


@pytest.mark.parametrize("side", ["mine", "theirs"])
async def test_a_conflict_ends_as_chosen(tmp_path: Path, side: str) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        await server.change(draft.document.inum, description="theirs")
        draft.set("description", "mine")
        done = await saved(server, draft, side)
        assert done.document.get("description") == side
        assert (await server.stored(draft.document.inum))["description"] == side


async def test_a_new_name_wins_over_its_alias(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        draft.set("clientName", "Acme 2")
        done = await saved(server, draft)
        assert done.altered == []
        stored = await server.stored(draft.document.inum)
        assert stored["clientName"] == stored["displayName"] == "Acme 2"
        draft = Draft(stored)
        draft.clear("clientName")
        done = await saved(server, draft)
        assert done.altered == []
        stored = await server.stored(draft.document.inum)
        assert "clientName" not in stored
        assert "displayName" not in stored


async def test_what_the_server_alters_is_said(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        draft.set("attributes.parLifetime", 0)
        draft.set("applicationType", "spaceship")
        done = await saved(server, draft)
        assert sorted(done.altered, key=str) == [
            Change(("applicationType",), "spaceship", ABSENT),
            Change(("attributes", "parLifetime"), 0, 600),
        ]


async def test_a_client_that_is_gone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made()
        draft.set("description", "mine")
        plan = await make_plan(server.api, draft)
        await server.other.clients.delete(draft.document.inum)
        with pytest.raises(NotFound):
            await save_edit(server.api, plan, {}, Lookups())
        with pytest.raises(NotFound):
            await make_plan(server.api, draft)


async def test_a_refused_patch_changes_nothing(tmp_path: Path) -> None:
    refusal = answering(400, '{"message": "The attribute description is required"}')
    async with serving(tmp_path, [Fault("PATCH", CLIENTS, "before", refusal)]) as server:
        draft = await server.made()
        draft.set("description", "mine")
        with pytest.raises(Invalid) as refused:
            await saved(server, draft)
        assert refused.value.members == ("description",)
        assert await server.stored(draft.document.inum) == draft.original


# The network


@pytest.mark.parametrize("ending", [broken, timed_out, answering(504), answering(200, "<html>")])
async def test_a_lost_answer_is_looked_for(tmp_path: Path, ending: Any) -> None:
    async with serving(tmp_path, [Fault("PATCH", CLIENTS, "after", ending)]) as server:
        draft = await server.made()
        draft.set("description", "mine")
        done = await saved(server, draft)
        assert done.notes == ["The answer got lost on the way, but the changes were saved."]
        assert done.document.raw == await server.stored(draft.document.inum)
        assert done.document.get("description") == "mine"


async def test_a_lost_answer_to_something_that_the_server_altered(tmp_path: Path) -> None:
    async with serving(tmp_path, [Fault("PATCH", CLIENTS, "after")]) as server:
        draft = await server.made(attributes={"parLifetime": 100})
        draft.set("attributes.parLifetime", 0)
        done = await saved(server, draft)
        assert "the changes were saved" in done.notes[0]
        assert done.altered == [Change(("attributes", "parLifetime"), 0, 600)]


@pytest.mark.parametrize("ending", [broken, timed_out, answering(504), answering(500)])
async def test_an_edit_that_never_arrived_is_an_error(tmp_path: Path, ending: Any) -> None:
    async with serving(tmp_path, [Fault("PATCH", CLIENTS, "before", ending)]) as server:
        draft = await server.made()
        draft.set("description", "mine")
        with pytest.raises(ApiError):
            await saved(server, draft)
        assert await server.stored(draft.document.inum) == draft.original
        done = await saved(server, draft)
        assert done.notes == []
        assert done.document.get("description") == "mine"


async def test_an_edit_whose_fate_stays_unknown_says_so(tmp_path: Path) -> None:
    faults = [Fault("PATCH", CLIENTS, "after"), Fault("GET", CLIENTS, "before", nth=2, times=3)]
    async with serving(tmp_path, faults) as server:
        draft = await server.made()
        draft.set("description", "mine")
        with pytest.raises(ApiError) as lost:
            await saved(server, draft)
        assert lost.value.may_have_happened
        assert lost.value.method == "PATCH"


async def test_a_client_deleted_while_the_answer_got_lost(tmp_path: Path) -> None:
    async with serving(tmp_path, [Fault("PATCH", CLIENTS, "after")]) as server:
        draft = await server.made()
        draft.set("description", "mine")
        plan = await make_plan(server.api, draft)
        server.transport.faults = [Fault("PATCH", CLIENTS, "before")]
        await server.other.clients.delete(draft.document.inum)
        with pytest.raises(NotFound):
            await save_edit(server.api, plan, {}, Lookups())


async def test_an_answer_that_cannot_be_read_back_is_a_remark(tmp_path: Path) -> None:
    async with serving(tmp_path, [Fault("GET", CLIENTS, "before", nth=2, times=3)]) as server:
        draft = await server.made()
        draft.set("description", "mine")
        done = await saved(server, draft)
        [note] = done.notes
        assert note.startswith("The changes were saved, but not all could be checked: ")
        assert done.document.get("description") == "mine"
        assert done.altered == []


# Secrets


@pytest.mark.parametrize("generation", GENERATIONS)
async def test_an_edit_leaves_the_secret_alone(tmp_path: Path, generation: Generation) -> None:
    async with serving(tmp_path, secrets=generation) as server:
        draft = await server.made(OLD)
        draft.set("description", "mine")
        await saved(server, draft)
        assert await server.lets_in(draft.document.inum, OLD)


@pytest.mark.parametrize("shown", [{}, {"return_encrypted": False}, {"return_secret": False}])
@pytest.mark.parametrize("generation", GENERATIONS)
async def test_a_new_secret_works_and_the_old_one_does_not(
    tmp_path: Path, generation: Generation, shown: dict[str, Any]
) -> None:
    async with serving(tmp_path, secrets=generation, **shown) as server:
        draft = await server.made(OLD, attributes={"newer": [1], "requirePkce": True})
        draft.set("clientSecret", NEW)
        done = await saved(server, draft)
        inum = draft.document.inum
        assert (done.secret, done.secret_state) == (NEW, SecretState.VERIFIED)
        assert (done.altered, done.notes) == ([], [])
        assert await server.lets_in(inum, NEW)
        assert not await server.lets_in(inum, OLD)
        assert without_secret(await server.stored(inum)) == without_secret(draft.original or {})


def without_secret(client: JsonObject) -> JsonObject:
    return {name: value for name, value in client.items() if name != "clientSecret"}


@pytest.mark.parametrize("shown", [{}, {"return_encrypted": False}, {"return_secret": False}])
@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize(
    "members", [{"tokenEndpointAuthMethod": "client_secret_jwt"}, {"disabled": True}]
)
async def test_a_secret_that_cannot_be_tried_is_set_all_the_same(
    tmp_path: Path, generation: Generation, shown: dict[str, Any], members: dict[str, Json]
) -> None:
    async with serving(tmp_path, secrets=generation, **shown) as server:
        draft = await server.made(OLD, **members)
        draft.set("clientSecret", NEW)
        done = await saved(server, draft)
        assert done.secret_state is SecretState.SENT
        assert await server.has_secret(draft.document.inum, NEW)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_jwt"])
@pytest.mark.parametrize("generation", GENERATIONS)
async def test_a_secret_whose_patch_got_lost_is_set(
    tmp_path: Path, generation: Generation, method: str, when: Any
) -> None:
    async with serving(tmp_path, [Fault("PATCH", CLIENTS, when)], secrets=generation) as server:
        draft = await server.made(OLD, tokenEndpointAuthMethod=method)
        draft.set("clientSecret", NEW)
        done = await saved(server, draft)
        assert "got lost" in done.notes[0]
        assert await server.has_secret(draft.document.inum, NEW)


async def test_a_new_secret_for_a_client_that_authenticates_otherwise(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made("", tokenEndpointAuthMethod="none")
        draft.set("tokenEndpointAuthMethod", "client_secret_post")
        draft.set("clientSecret", NEW)
        done = await saved(server, draft)
        assert done.secret_state is SecretState.VERIFIED
        assert await server.lets_in(draft.document.inum, NEW, post=True)


async def test_a_secret_that_cannot_be_settled_is_a_remark(tmp_path: Path) -> None:
    forbidden = Fault("PUT", CLIENTS, "before", answering(403))
    async with serving(tmp_path, [forbidden], secrets="A") as server:
        draft = await server.made(OLD)
        draft.set("clientSecret", NEW)
        done = await saved(server, draft)
        assert "not all could be checked" in done.notes[0]
        assert done.secret_state is SecretState.REFUSED


async def test_a_patch_that_cannot_be_applied_any_more_is_an_error(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made(description="there")
        draft.clear("description")
        draft.set("clientName", "Acme 2")
        plan = await make_plan(server.api, draft)
        gone = [{"op": "remove", "path": "/description"}]
        await server.other.clients.patch(draft.document.inum, gone)
        with pytest.raises(ServerFailed):
            await save_edit(server.api, plan, {}, Lookups())
        assert "description" not in (await saved(server, draft)).document.raw


def test_only_what_was_sent_is_compared() -> None:
    wanted: JsonObject = {
        "clientName": "x",
        "description": "y",
        "attributes": {"a": 1, "b": 2},
        "odd/name~": 3,
    }
    changes = [
        Change(("description",), ABSENT, "y"),
        Change(("attributes", "b"), 1, 2),
        Change(("odd/name~",), {}, 3),
        Change(("gone",), 1, ABSENT),
        Change(("attributes", "gone"), 1, ABSENT),
    ]
    assert changed_members(wanted, changes) == {
        "description": "y",
        "attributes": {"b": 2},
        "odd/name~": 3,
    }


async def test_a_setting_that_the_server_fills_again_is_told(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made(attributes={"parLifetime": 90})
        draft.clear("attributes.parLifetime")
        done = await saved(server, draft)
        assert done.altered == [Change(("attributes", "parLifetime"), ABSENT, 600)]
