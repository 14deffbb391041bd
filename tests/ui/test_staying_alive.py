"""A server that goes away: the screens say so, and go on where they were when it is back."""

from pathlib import Path

import pytest

from tests.faults import Fault, answering, broken
from tests.serving import serving
from tests.ui.form_stage import editing, running
from tests.ui.support import NORMAL, SMALL
from tui.api.errors import Unreachable
from tui.screens import reconnecting
from tui.screens.clients import ClientsScreen
from tui.widgets.top_bar import TopBar


@pytest.fixture(autouse=True)
def in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds pass at once, here and between the tries of a request."""
    monkeypatch.setattr(reconnecting, "STEP", 0.0)
    monkeypatch.setattr("tui.api.retry._FIRST_BACKOFF", 0.0)


RESTARTING = answering(503, "<h1>Service Unavailable</h1>", "text/html")


@pytest.mark.parametrize("size", [NORMAL, SMALL])
@pytest.mark.parametrize("ending", [broken, RESTARTING])
async def test_the_list_comes_by_itself_when_the_server_is_back(
    tmp_path: Path, size: tuple[int, int], ending: object
) -> None:
    away = [Fault("GET", "/", "before", ending, times=12)]  # type: ignore[arg-type]
    async with serving(tmp_path, away) as server, running(server, "", size) as stage:
        assert len(server.transport.sent) > 12
        assert stage.app.session.activity is not None
        assert stage.app.session.activity.sentence == ""
        assert "offline" not in stage.text


async def test_while_it_is_away_each_screen_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with editing(tmp_path) as stage:
        monkeypatch.setattr(reconnecting, "STEP", 60.0)
        await stage.put("description", "typed meanwhile")
        stage.server.transport.faults = [Fault("GET", "/", "before", broken, times=10_000)]
        await stage.press("f2")
        await stage.until(lambda: bool(stage.banner))
        assert "retrying in 2 s" in stage.text.splitlines()[0]
        assert stage.form.draft.value("description") == "typed meanwhile"
        stage.server.transport.faults = []
        await stage.save()
        await stage.at(ClientsScreen)
        assert "retrying" not in stage.text.splitlines()[0]
    assert (await stage.server.kept(stage.inum)).entry["description"] == "typed meanwhile"


async def test_signing_in_is_told(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        held = server.transport.hold("POST")
        async with running(server, "", wait=False) as stage:
            await stage.see("signing in…")
            held.set()
            await stage.in_list()
            assert "signing in" not in stage.text


async def test_a_server_that_answers_again_is_left_alone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, running(server, "") as stage:
        server.transport.faults = [Fault("GET", "/", "before", broken, times=10_000)]
        with pytest.raises(Unreachable):
            await (await stage.app.session.connect()).health()
        await stage.until(lambda: server.transport.count("GET", "/health") > 12)
        server.transport.faults = []
        asking = stage.app._at.reconnecting._worker
        assert asking is not None
        await stage.until(lambda: asking.is_finished)
        assert "retrying" not in stage.app.screen.query_one(TopBar).render().plain
        count = len(server.transport.sent)
        for _ in range(5):
            await stage.pilot.pause()
        assert len(server.transport.sent) == count
