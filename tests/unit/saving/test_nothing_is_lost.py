"""An edit leaves alone what this program does not know, and the secret."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.models.strategies import texts
from tests.unit.saving.support import GENERATIONS, START, Generation, serving
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes
from tui.models.document import member
from tui.models.json import Json, JsonObject, same
from tui.sandbox.client_entry import complete
from tui.saving.edit import save_edit
from tui.saving.plan import make_plan

INUM = "the-client-of-the-test"
SECRET = "the-secret-it-had-before"
KNOWN = {
    field.alias for model in (Client, ClientAttributes) for field in model.model_fields.values()
}

scalars: st.SearchStrategy[Json] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts
)


def _containers(inside: st.SearchStrategy[Json]) -> st.SearchStrategy[Any]:
    return st.lists(inside, max_size=2) | st.dictionaries(texts, inside, max_size=2)


# Not recursive: drawing twenty recursive values would take longer than saving them.
json_values = scalars | _containers(scalars | _containers(scalars))
unknown: st.SearchStrategy[JsonObject] = st.dictionaries(
    st.text(st.characters(), min_size=1, max_size=8).filter(lambda name: name not in KNOWN),
    # Servers do not keep empty members.
    json_values.filter(lambda value: value not in (None, "", [], {})),
    min_size=10,
    max_size=10,
)

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
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
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
