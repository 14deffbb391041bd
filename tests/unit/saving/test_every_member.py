"""Two programs that edit one client, member by member, between opening and saving."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.serving import Server, serving
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.options import options
from tui.forms.spec import FieldSpec, Kind
from tui.forms.table import SPECS
from tui.models.changes import Side
from tui.models.document import member
from tui.models.json import ABSENT, Absent, Json, same
from tui.saving.edit import save_edit
from tui.saving.plan import make_plan

EDITABLE = [spec for spec in SPECS.values() if spec.kind not in (Kind.READ_ONLY, Kind.SECRET)]

PLAIN: dict[Kind, tuple[Json, Json]] = {
    Kind.TEXT: ("https://one.example/x", "https://two.example/x"),
    Kind.SUBJECT_DN: ("CN=one", "CN=two"),
    Kind.INTEGER: (7, 8),
    Kind.DURATION: (420, 480),
    Kind.DATE_TIME: ("2031-02-03T00:00:00", "2032-02-03T00:00:00"),
    Kind.ROWS: (["https://one.example/"], ["https://two.example/"]),
    Kind.LOCALIZED: ({"values": {"fr": "un"}}, {"values": {"fr": "deux"}}),
    Kind.CUSTOM_ATTRIBUTES: (
        [{"name": "tier", "values": ["one"]}],
        [{"name": "tier", "values": ["two"]}],
    ),
    Kind.JWKS: ('{"keys":[]}', '{"keys":[{}]}'),
    Kind.STATEMENT: ("e30.e30.one", "e30.e30.two"),
}
"""Two values that a member of each kind may have."""


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with serving(tmp_path) as made:
        yield made


async def lookups_of(server: Server) -> Lookups:
    api = server.other
    return Lookups(
        await api.discovery(),
        await api.scopes.all(),
        await api.claims.all(),
        await api.scripts.all(),
    )


def two_values(spec: FieldSpec, lookups: Lookups, now: Json | Absent) -> tuple[Json, Json]:
    """Two values that the server takes, neither of which is there now."""
    if spec.kind is Kind.SWITCH:
        return not now, not now  # There is no third one.
    if spec.kind in PLAIN:
        return PLAIN[spec.kind]
    if spec.kind is Kind.PICK:
        found = [one.value for one in lookups.choices(spec.options) or ()]
    else:
        found = [one.value for one in options(spec.options, lookups.metadata, [])]
    if spec.kind is Kind.CHOICE:
        first, second, *_ = [one for one in found if one != now] * 2
        return first, second
    first, second, *_ = [one for one in found if now in (ABSENT, None) or one not in str(now)] * 2
    return [first], [second]


async def test_whatever_another_program_changes_stays(server: Server) -> None:
    """I edit one member; before I save, they have edited every other, one at a time."""
    lookups = await lookups_of(server)
    draft = await server.made()
    inum = draft.document.inum
    for spec in EDITABLE:
        opened = Draft(await server.stored(inum))
        mine = "contacts" if spec.path != "contacts" else "description"
        value: Json = ["me@rp.example"] if mine == "contacts" else "mine"
        opened.set(mine, value)
        theirs, _ = two_values(spec, lookups, opened.value(spec.path))
        await change(server, inum, spec.path, theirs)
        changed = await server.stored(inum)
        assert not same_at(spec.path, changed, opened.start), spec.path
        plan = await make_plan(server.api, opened)
        assert plan.conflicts == []
        await save_edit(server.api, plan, {}, lookups)
        after = await server.stored(inum)
        assert same_at(spec.path, after, changed), spec.path
        assert member(after, mine) == value
        await change(server, inum, mine, None)


async def test_what_both_change_is_a_conflict_and_ends_as_chosen(server: Server) -> None:
    lookups = await lookups_of(server)
    draft = await server.made()
    inum = draft.document.inum
    for place, spec in enumerate(EDITABLE):
        opened = Draft(await server.stored(inum))
        mine, theirs = two_values(spec, lookups, opened.value(spec.path))
        if same(mine, theirs):
            continue  # What both change alike is no conflict.
        opened.set(spec.path, mine)
        await change(server, inum, spec.path, theirs)
        before = await server.stored(inum)
        plan = await make_plan(server.api, opened)
        assert [".".join(one.path)[: len(spec.path)] for one in plan.conflicts] == [spec.path]
        side: Side = "mine" if place % 2 else "theirs"
        await save_edit(server.api, plan, {one.path: side for one in plan.conflicts}, lookups)
        kept = same_at(spec.path, await server.stored(inum), before)
        assert kept is (side == "theirs"), spec.path


async def change(server: Server, inum: str, path: str, value: Json) -> None:
    pointer = "/" + path.replace(".", "/")
    await server.other.clients.patch(inum, [{"op": "add", "path": pointer, "value": value}])


def same_at(path: str, one: dict[str, Json], other: dict[str, Json]) -> bool:
    first, second = member(one, path), member(other, path)
    if first is ABSENT or second is ABSENT:
        return first is second
    assert not isinstance(first, Absent)
    assert not isinstance(second, Absent)
    return same(first, second)
