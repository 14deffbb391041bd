"""Changes whose answer got lost, and which no read could find: noted as soon as one does."""

from pathlib import Path

import pytest

from tests.faults import Fault, FaultyTransport
from tests.serving import CLIENTS, serving
from tests.unit.saving.bench import Bench
from tui.api.errors import ApiError, NotFound
from tui.journal.entry import DELETE, EDIT
from tui.models.document import ClientDocument


def lose(transport: FaultyTransport, method: str, *, made: bool = True) -> None:
    """From now on ``method`` loses its answer, and what is read after it does not come either."""
    transport.faults = [
        Fault(method, CLIENTS, "after" if made else "before"),
        Fault("GET", CLIENTS, "before", nth=2, times=9),
    ]


async def test_an_edit_is_noted_when_it_is_tried_again_and_can_be_undone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made(description="As it was")).document.inum
        lose(server.transport, "PATCH")
        with pytest.raises(ApiError):
            await bench.edit(inum, description="As it is to be", responseTypes=["code", "id_token"])
        assert bench.kinds() == []
        server.transport.faults = []
        await server.change(inum, contacts=["them@rp.example"])
        await bench.edit(inum, description="As it is to be", responseTypes=["code", "id_token"])
        assert bench.kinds() == [EDIT]
        assert {change.path for change in bench.newest.changes} == {
            ("description",),
            ("responseTypes",),
        }
        await bench.undo_edit(bench.newest)
        now = await server.stored(inum)
        assert (now["description"], now["responseTypes"]) == ("As it was", ["code"])
        assert now["contacts"] == ["them@rp.example"]


async def test_an_edit_that_is_not_tried_again_is_noted_by_the_next_that_looks(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made()).document.inum
        lose(server.transport, "PATCH")
        with pytest.raises(ApiError):
            await bench.edit(inum, description="As it is to be")
        await bench.writer.settle(inum)
        assert bench.kinds() == [], "it cannot be read yet"
        server.transport.faults = []
        await bench.writer.settle(inum)
        await bench.writer.settle(inum)
        assert bench.kinds() == [EDIT]


async def test_an_edit_that_was_not_made_is_noted_once_it_is(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        inum = (await server.made()).document.inum
        lose(server.transport, "PATCH", made=False)
        with pytest.raises(ApiError):
            await bench.edit(inum, description="As it is to be")
        server.transport.faults = []
        await bench.writer.settle(inum)
        assert bench.kinds() == []
        await bench.edit(inum, description="Something else")
        await bench.writer.settle(inum)
        assert [change.after for change in bench.newest.changes] == ["Something else"]
        assert bench.kinds() == [EDIT]


async def test_a_deletion_is_noted_when_it_is_tried_again(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        document = (await server.made()).document
        lose(server.transport, "DELETE")
        with pytest.raises(ApiError):
            await bench.writer.delete(document)
        assert bench.kinds() == []
        server.transport.faults = []
        assert await bench.writer.delete(document) == ""
        assert bench.kinds() == [DELETE]
        assert (await bench.writer.restore(bench.newest)).document.inum == document.inum


@pytest.mark.parametrize("lost", [False, True])
async def test_what_somebody_else_deleted_is_not_noted(tmp_path: Path, lost: bool) -> None:
    """Even where an edit got lost before."""
    async with serving(tmp_path) as server:
        bench = Bench(server, tmp_path)
        document = ClientDocument(await server.stored((await server.made()).document.inum))
        if lost:
            lose(server.transport, "PATCH")
            with pytest.raises(ApiError):
                await bench.edit(document.inum, description="As it is to be")
        server.transport.faults = []
        await server.other.clients.delete(document.inum)
        with pytest.raises(NotFound):
            await bench.writer.delete(document)
        await bench.writer.settle(document.inum)
        assert bench.kinds() == []
