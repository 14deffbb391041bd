"""Any edit, taken back, leaves the client as it was, on the server itself."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.serving import Server, serving
from tests.unit.models.strategies import texts
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.history import History
from tui.journal.journal import Journal
from tui.models.json import Json, same
from tui.saving.plan import make_plan
from tui.saving.undo import is_done, undo_plan, why_not
from tui.saving.writer import ClientWriter

words = st.text(st.characters(), min_size=1, max_size=5)
scalars: st.SearchStrategy[Any] = (
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words
)
unknown: st.SearchStrategy[Any] = (
    scalars
    | st.none()
    | st.lists(scalars | st.none(), max_size=2)
    | st.dictionaries(texts, scalars | st.lists(scalars, max_size=2), max_size=2)
)
scopes = [f"inum={key},ou=scopes,o=jans" for key in ("F0C4", "43F1", "764C", "10B2")]
seconds = st.integers(0, 2**31 - 1)

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "clientName": words,
    "description": words,
    "disabled": st.booleans(),
    "accessTokenLifetime": seconds,
    "redirectUris": st.lists(st.sampled_from("abc").map("https://{}.example".format), max_size=3),
    "contacts": st.lists(words, max_size=3),
    "scopes": st.lists(st.sampled_from(scopes), max_size=4),
    "grantTypes": st.lists(st.sampled_from(["authorization_code", "implicit"]), max_size=2),
    "subjectType": st.sampled_from(["public", "pairwise"]),
    "clientNameLocalized": st.dictionaries(st.sampled_from(["", "fr"]), words).map(
        lambda values: {"values": values} if values else {}
    ),
    "attributes.requirePkce": st.booleans(),
    "attributes.parLifetime": seconds,
    "attributes.additionalAudience": st.lists(words, max_size=2),
    "attributes.minimumAcrLevel": st.integers(-1, 100),
    "attributes.newer": unknown,
    "newer": unknown,
    "newest": unknown,
}

edits = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(
        lambda path: st.tuples(st.just(path), st.none() | VALUES[path].map(lambda one: (one,)))
    ),
    min_size=1,
    max_size=6,
)
"""Paths with a value in a tuple, or None to take the value away."""

Edits = list[tuple[str, tuple[Json] | None]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sandbox")


async def save(server: Server, writer: ClientWriter, inum: str, made: Edits) -> None:
    draft = Draft(await server.stored(inum))
    for path, value in made:
        if value is None:
            draft.clear(path)
        else:
            draft.set(path, value[0])
    await writer.edit(await make_plan(server.api, draft), {})


@settings(max_examples=40)
@given(start=edits, change=edits)
def test_an_edit_and_its_undo_leave_no_trace(folder: Path, start: Edits, change: Edits) -> None:
    async def scenario() -> None:
        async with serving(folder) as server:
            journal = Journal(folder / "journal")
            writer = ClientWriter(server.api, Lookups(), History(journal, "test"))
            inum = (await server.made()).document.inum
            await save(server, writer, inum, start)
            before = await server.stored(inum)
            known = len(journal.entries(inum=inum))
            await save(server, writer, inum, change)
            after = await server.stored(inum)
            if len(journal.entries(inum=inum)) == known:
                assert same(after, before)
                return
            for expected, other in ((before, after), (after, before)):
                [entry] = journal.entries(inum=inum, limit=1)
                if why_not(entry):
                    assert same(other, expected)
                    return
                plan = undo_plan(entry, other)
                assert not plan.conflicts
                assert not is_done(plan)
                await writer.edit(plan, {}, entry)
                assert same(await server.stored(inum), expected)

    asyncio.run(scenario())
