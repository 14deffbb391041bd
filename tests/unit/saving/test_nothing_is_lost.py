"""An edit leaves alone what this program does not know, and the secret."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.serving import GENERATIONS, START, Generation, serving
from tests.unit.models.strategies import texts
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.document import member
from tui.models.json import Json, JsonObject, same
from tui.sandbox.client_entry import complete
from tui.saving.edit import save_edit
from tui.saving.plan import make_plan

INUM = "the-client-of-the-test"
SECRET = "the-secret-it-had-before"


def containers(inside: st.SearchStrategy[Json], least: int = 0) -> st.SearchStrategy[Any]:
    """Lists and objects; small, since drawing them takes longer than saving them."""
    return st.lists(inside, min_size=least, max_size=2) | st.dictionaries(
        texts, inside, min_size=least, max_size=2
    )


scalars = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
nested = st.none() | scalars | texts
values: st.SearchStrategy[Json] = (
    scalars | st.text(st.characters(), min_size=1) | containers(nested | containers(nested), 1)
)
"""JSON that a server keeps: as members it does not keep empty ones."""


def named(members: list[tuple[str, Json]]) -> JsonObject:
    return {f"{place}{name}": value for place, (name, value) in enumerate(members)}


unknown: st.SearchStrategy[JsonObject] = st.lists(
    st.tuples(texts, values), min_size=10, max_size=10
).map(named)

EDITS: list[tuple[str, Json]] = [
    ("clientName", "Another name"),
    ("description", "[/b] A portal"),
    ("accessTokenLifetime", 900),
    ("redirectUris", ["https://rp.example/cb", "https://rp.example/other"]),
    ("scopes", ["inum=F0C4,ou=scopes,o=jans"]),
    ("attributes.requirePkce", True),
    ("attributes.parLifetime", 60),
    ("attributes.additionalAudience", ["https://api.example"]),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[Generation, Path]:
    """A server's data folder for each generation."""
    return {generation: tmp_path_factory.mktemp("sandbox") for generation in GENERATIONS}


@pytest.mark.parametrize("generation", GENERATIONS)
@settings(max_examples=25)
@given(top=unknown, inner=unknown, edit=st.sampled_from(EDITS))
async def test_twenty_unknown_members_and_the_secret_survive_an_edit(
    folders: dict[Generation, Path],
    generation: Generation,
    top: JsonObject,
    inner: JsonObject,
    edit: tuple[str, Json],
) -> None:
    async with serving(folders[generation], secrets=generation) as server:
        await server.keep(complete({"inum": INUM, **START, **top, "attributes": inner}, 0), SECRET)
        before = await server.kept(INUM)
        draft = Draft((await server.api.clients.get(INUM)).raw)
        draft.set(*edit)
        saved = await save_edit(server.api, await make_plan(server.api, draft), {}, Lookups())
        after = await server.kept(INUM)
        attributes = after.entry["attributes"]
        assert isinstance(attributes, dict)
        assert same({name: after.entry.get(name) for name in top}, top)
        assert same({name: attributes.get(name) for name in inner}, inner)
        assert same(member(after.entry, edit[0]), edit[1])
        assert after.secret == before.secret
        assert await server.lets_in(INUM, SECRET)
        assert (saved.altered, saved.notes) == ([], [])
