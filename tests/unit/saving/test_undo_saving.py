"""Changes and their undos, noted and sent, on servers that treat secrets differently."""

import asyncio
import errno
import os
from pathlib import Path

import pytest

from tests.faults import Fault, answering, broken
from tests.serving import CLIENTS, GENERATIONS, Generation, Server, serving
from tests.unit.saving.bench import Bench
from tui.api.errors import ApiError, Conflict, Invalid, NotFound, ServerFailed
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.entry import Entry
from tui.journal.history import History
from tui.journal.journal import Journal
from tui.models.changes import Side
from tui.models.document import ClientDocument
from tui.models.json import JsonObject, same
from tui.models.members import READ_ONLY_MEMBERS
from tui.sandbox.client_entry import complete
from tui.saving.outcome import SecretState
from tui.saving.undo import undo_plan
from tui.saving.writer import ClientWriter

SECRET = "the-secret-it-had-before"
REGISTRATION = "the-registration-token-it-had"


def settings_of(raw: JsonObject) -> JsonObject:
    """What somebody can have set, secrets aside; as read back, where empty is absent."""
    left_out = READ_ONLY_MEMBERS | {"clientSecret", "registrationAccessToken"}
    return {name: value for name, value in raw.items() if name not in left_out}


async def test_every_change_is_noted(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        draft = Draft(None, {"clientName": "New", "redirectUris": ["https://rp.example/cb"]})
        made = await bench.writer.create(draft)
        inum = made.document.inum
        before = await server.stored(inum)
        done = await bench.edit(inum, description="A portal", attributes__requirePkce=True)
        after = await server.stored(inum)
        assert await bench.writer.delete(done.document) == ""
        last, edit, first = bench.journal.entries()
        assert [first.kind, edit.kind, last.kind] == ["create", "edit", "delete"]
        assert {entry.inum for entry in (first, edit, last)} == {inum}
        assert edit.patch == [
            {"op": "add", "path": "/attributes/requirePkce", "value": True},
            {"op": "add", "path": "/description", "value": "A portal"},
        ]
        assert edit.inverse == [
            {"op": "remove", "path": "/description"},
            {"op": "remove", "path": "/attributes/requirePkce"},
        ]
        assert (edit.profile, edit.server, edit.name) == ("test", "http://sandbox.localhost", "New")
        assert edit.client_id == server.api.config.client_id
        assert edit.user
        assert first.client is not None
        assert same(settings_of(first.client), settings_of(before))
        assert last.client is not None
        assert same(settings_of(last.client), settings_of(after))


async def test_an_edit_that_sends_nothing_is_not_noted(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made()).document.inum
        await bench.edit(inum)
        assert bench.kinds() == []


async def test_an_undo_can_be_undone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made(contacts=["a@rp.example"])).document.inum
        before = await server.stored(inum)
        await bench.edit(inum, clientName="Other", contacts=[], attributes__parLifetime=60)
        after = await server.stored(inum)
        await bench.undo_edit(bench.newest)
        assert same(await server.stored(inum), before)
        assert await server.lets_in(inum, "first-secret-of-the-test")
        undo = bench.newest
        await bench.undo_edit(undo)
        assert same(await server.stored(inum), after)
        assert bench.kinds() == ["undo", "undo", "edit"]
        assert bench.newest.undoes == undo.id
        await bench.undo_edit(bench.newest)
        assert same(await server.stored(inum), before)


async def test_an_older_edit_is_undone_and_later_ones_stay(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made(description="first")).document.inum
        await bench.edit(inum, description="second", accessTokenLifetime=60)
        older = bench.newest
        await bench.edit(inum, organization="o=acme")
        await server.change(inum, contacts=["them@rp.example"])
        await bench.undo_edit(older)
        found = await server.stored(inum)
        assert found["description"] == "first"
        assert "accessTokenLifetime" not in found
        assert (found["organization"], found["contacts"]) == ("o=acme", ["them@rp.example"])


@pytest.mark.parametrize(("side", "expected"), [("mine", "first"), ("theirs", "third")])
async def test_a_conflict_is_decided_by_the_person(
    tmp_path: Path, side: Side, expected: str
) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made(description="first")).document.inum
        await bench.edit(inum, description="second", accessTokenLifetime=60)
        await server.change(inum, description="third")
        await bench.undo_edit(bench.newest, side)
        found = await server.stored(inum)
        assert found["description"] == expected
        assert "accessTokenLifetime" not in found


async def test_what_the_server_dropped_is_no_conflict(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made()).document.inum
        before = await server.stored(inum)
        done = await bench.edit(inum, attributes__parLifetime=0, description="kept")
        assert done.altered
        entry = bench.newest
        plan = undo_plan(entry, await server.stored(inum))
        assert plan.conflicts == []
        await bench.undo_edit(entry)
        assert same(await server.stored(inum), before)


# Deletions and creations


async def prepared(server: Server, **members: object) -> JsonObject:
    """A client with more than any request of ours could set, as the server has it."""
    inum = (await server.made()).document.inum
    client = await server.stored(inum)
    client |= {
        "grantTypes": ["client_credentials", "urn:openid:params:grant-type:ciba"],
        "redirectUris": ["https://z.example/cb", "https://a.example/cb"],
        "registrationAccessToken": REGISTRATION,
        "newer": {"than": ["this", None]},
        "attributes": {"requirePkce": True, "newest": [{"x": 1.5}]},
        **members,  # type: ignore[dict-item]
    }
    del client["clientSecret"]
    kept: JsonObject = {name: value for name, value in client.items() if value not in ([], None)}
    await server.keep(complete(kept, server.sandbox.now), SECRET)
    return await server.stored(inum)


@pytest.mark.parametrize("generation", GENERATIONS)
async def test_a_deleted_client_comes_back_whole(tmp_path: Path, generation: Generation) -> None:
    async with serving(tmp_path, secrets=generation) as server:
        bench = Bench(server, tmp_path)
        before = await prepared(server)
        await bench.writer.delete(ClientDocument(before))
        entry = bench.newest
        assert entry.secrets == ["clientSecret", "registrationAccessToken"]
        done = await bench.writer.restore(entry)
        inum = done.document.inum
        assert inum == before["inum"]
        assert same(settings_of(await server.stored(inum)), settings_of(before))
        assert same(settings_of(done.document.raw), settings_of(before))
        assert done.altered == []
        assert done.secret_state is SecretState.VERIFIED
        assert await server.lets_in(inum, done.secret)
        assert done.secret != SECRET
        assert (bench.newest.kind, bench.newest.effect) == ("undo", "create")
        for secret in (SECRET, REGISTRATION, done.secret):
            assert not bench.holds(secret)


@pytest.mark.parametrize("method", ["client_secret_post", "none"])
async def test_a_client_without_redirect_uris_comes_back_without(
    tmp_path: Path, method: str
) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        before = await prepared(server, redirectUris=[], tokenEndpointAuthMethod=method)
        assert "redirectUris" not in before
        await bench.writer.delete(ClientDocument(before))
        done = await bench.writer.restore(bench.newest)
        assert same(settings_of(await server.stored(done.document.inum)), settings_of(before))
        assert bool(done.secret) == (method != "none")


async def test_what_could_not_be_made_as_it_was_is_told(tmp_path: Path) -> None:
    faults = [Fault("PATCH", CLIENTS, "before", answering(500, "{}"), times=9)]
    async with serving(tmp_path, faults, secrets="A") as server:
        bench = Bench(server, tmp_path)
        before = await prepared(server, redirectUris=[])
        await bench.writer.delete(ClientDocument(before))
        done = await bench.writer.restore(bench.newest)
        assert any("not all of it could be made as it was" in note for note in done.notes)
        assert any("placeholder.invalid" in note for note in done.notes)
        assert await server.stored(done.document.inum)
        assert bench.kinds() == ["undo", "delete"]


async def test_what_was_made_as_it_was_is_noted_even_where_it_cannot_be_read_back(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        before = await prepared(server, redirectUris=[], tokenEndpointAuthMethod="none")
        await bench.writer.delete(ClientDocument(before))
        # The first reads what the POST made, the second what the PATCH made of it.
        server.transport.faults = [Fault("GET", CLIENTS, "before", answering(200, '"text"'), nth=2)]
        done = await bench.writer.restore(bench.newest)
        assert any("could not be read back" in note for note in done.notes)
        assert done.altered == []
        assert bench.newest.client is not None
        assert same(settings_of(bench.newest.client), settings_of(before))


async def test_the_undo_of_a_deletion_can_be_undone_and_so_on(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        before = await prepared(server)
        document = ClientDocument(before)
        await bench.writer.delete(document)
        for _ in range(2):
            done = await bench.writer.restore(bench.newest)
            await bench.writer.delete(done.document, bench.newest)
            with pytest.raises(NotFound):
                await server.stored(document.inum)
            assert (bench.newest.kind, bench.newest.effect) == ("undo", "delete")
        await bench.writer.restore(bench.newest)
        assert same(settings_of(await server.stored(document.inum)), settings_of(before))


async def test_a_client_that_somebody_made_again_is_left_alone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        before = await prepared(server)
        await bench.writer.delete(ClientDocument(before))
        other: JsonObject = {"inum": before["inum"], "redirectUris": ["https://other.example/cb"]}
        await server.other.clients.create(other)
        with pytest.raises(Conflict):
            await bench.writer.restore(bench.newest)
        found = await server.stored(str(before["inum"]))
        assert found["redirectUris"] == ["https://other.example/cb"]
        assert bench.kinds() == ["delete"]


# What fails


async def test_a_new_secret_is_not_in_the_history(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made()).document.inum
        done = await bench.edit(inum, clientSecret=SECRET, description="and more")
        assert await server.lets_in(inum, SECRET)
        assert not bench.holds(SECRET)
        assert not bench.holds(str((await server.stored(inum))["clientSecret"]))
        assert bench.newest.secrets == ["clientSecret"]
        await bench.undo_edit(bench.newest)
        assert await server.lets_in(inum, SECRET)
        assert done.notes == []


async def test_what_was_not_saved_is_not_noted(tmp_path: Path) -> None:
    faults = [
        Fault("PATCH", CLIENTS, "before", answering(400, "{}")),
        Fault("DELETE", CLIENTS, "before", answering(500, "{}"), times=9),
    ]
    async with serving(tmp_path, faults) as server:
        bench = Bench(server, tmp_path)
        document = (await server.made()).document
        with pytest.raises(Invalid):
            await bench.edit(document.inum, description="x")
        with pytest.raises(ServerFailed):
            await bench.writer.delete(document)
        with pytest.raises(Invalid):
            await bench.writer.create(Draft(None, {"clientName": "no address"}))
        assert bench.kinds() == []


async def test_a_change_whose_answer_got_lost_is_noted(tmp_path: Path) -> None:
    faults = [
        Fault("PATCH", CLIENTS, "after", broken, times=9),
        Fault("DELETE", CLIENTS, "after", broken, times=9),
        Fault("POST", CLIENTS, "after", broken, times=9),
    ]
    async with serving(tmp_path, faults) as server:
        bench = Bench(server, tmp_path)
        document = (await server.made()).document
        await bench.edit(document.inum, description="arrived")
        await bench.writer.delete(document)
        draft = Draft(None, {"clientName": "New", "redirectUris": ["https://rp.example/cb"]})
        await bench.writer.create(draft)
        assert bench.kinds() == ["create", "delete", "edit"]


async def test_a_client_that_cannot_be_read_is_noted_as_it_was_known(tmp_path: Path) -> None:
    faults = [Fault("GET", CLIENTS, "before", answering(500, "{}"), times=99)]
    async with serving(tmp_path, faults) as server:
        bench = Bench(server, tmp_path)
        document = (await server.made(description="as listed")).document
        await bench.writer.delete(document)
        assert bench.newest.client is not None
        assert bench.newest.client["description"] == "as listed"


async def test_a_client_that_is_gone_was_deleted_by_somebody_else(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        document = (await server.made()).document
        await server.other.clients.delete(document.inum)
        with pytest.raises(NotFound):
            await bench.writer.delete(document)
        assert bench.kinds() == []


async def test_a_full_disk_does_not_stop_a_change_and_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(entry: Entry) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        monkeypatch.setattr(bench.journal, "append", full)
        document = (await server.made()).document
        done = await bench.edit(document.inum, description="saved")
        assert done.notes == [
            "The change was saved but could not be noted in the history: No space left on device."
        ]
        assert (await server.stored(document.inum))["description"] == "saved"
        assert (await bench.edit(document.inum, description="again")).notes == []
        assert await bench.writer.delete(document) == ""
        with pytest.raises(ApiError):
            await server.stored(document.inum)


async def test_many_changes_at_once_are_noted_each(tmp_path: Path) -> None:
    pieces: list[int] = []

    class Counting(Journal):
        def append(self, *entries: Entry) -> None:
            pieces.append(len(entries))
            super().append(*entries)

    async with serving(tmp_path) as server:
        journal = Counting(tmp_path / "journal")
        writer = ClientWriter(server.api, Lookups(), History(journal, "test"))
        drafts = [
            Draft(None, {"clientName": str(number), "redirectUris": ["https://rp.example/"]})
            for number in range(20)
        ]
        made = await asyncio.gather(*(writer.create(draft) for draft in drafts))
    assert {entry.inum for entry in journal.entries()} == {one.document.inum for one in made}
    assert (sum(pieces), len(journal.entries())) == (20, 20)


async def test_a_change_that_was_begun_is_noted_though_nobody_waits_for_it(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        document = (await server.made()).document
        noted = asyncio.Event()
        loop = asyncio.get_running_loop()

        class Telling(History):
            def note(self, *entries: Entry) -> str:
                words = super().note(*entries)
                loop.call_soon_threadsafe(noted.set)
                return words

        writer = ClientWriter(server.api, Lookups(), Telling(bench.journal, "test"))
        deletion = asyncio.create_task(writer.delete(document))
        await asyncio.sleep(0)
        deletion.cancel()
        with pytest.raises(asyncio.CancelledError):
            await deletion
        await asyncio.wait_for(noted.wait(), 30)
        assert bench.kinds() == ["delete"]
        with pytest.raises(NotFound):
            await server.stored(document.inum)
