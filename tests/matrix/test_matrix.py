"""Each failure at each request of each journey: nothing typed is lost, nothing done twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.matrix.clock import own_clock
from tests.matrix.journeys import JOURNEYS as AT_THE_SERVER
from tests.matrix.journeys import NEW_SECRET, Journey, Stage, without_waiting
from tests.matrix.registering import REGISTERING
from tests.matrix.signing_in import SIGNING_IN
from tests.matrix.weather import FAILURES, Failure, Weather
from tests.serving import BASE, Server, serving
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError
from tui.models.json import copied

__all__ = ["own_clock"]

pytestmark = pytest.mark.usefixtures("own_clock")

JOURNEYS = AT_THE_SERVER | REGISTERING | SIGNING_IN

FOR_EVER = 10**9

TOO_LATE = "has expired"
"""Of a code that a person was given: why nothing else was heard is not known any more."""

NEXT_STEP = re.compile(
    r"(?i)\b(ask|check|choose|correct|enable|give|look|name|read|refresh|sign in|try|use|wait|add"
    r"|its log|start again|forget|set|list)\b"
)


_steps: dict[str, int] = {}
"""How many requests each journey takes, found out once."""


class Playground:
    """A server, and stages on it."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.folder = folder

    def stage(self) -> Stage:
        """A new connection, in good weather."""
        weather = Weather(self.server.transport.inner)
        api = ConfigApi(self.server.api.config, transport=weather)

        without_waiting(api._client)
        return Stage(self.server, weather, api, self.folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all: every traveller has clients of their own in it."""
    return tmp_path_factory.mktemp("matrix")


@pytest.fixture
async def playground(folder: Path) -> AsyncIterator[Playground]:
    async with serving(folder / "sandbox", rotate_refresh_tokens=False) as server:
        yield Playground(server, folder)


async def steps(playground: Playground, journey: Journey) -> int:
    """How many requests the journey takes in good weather."""
    stage = playground.stage()
    await journey.prepare(stage)
    stage.weather.calm_down()
    await journey.act(stage)
    count = len(stage.weather.sent)
    await journey.check(stage)
    await stage.leave()
    return count


async def test_there_are_many_cells(playground: Playground) -> None:
    requests = [await steps(playground, journey) for journey in JOURNEYS.values()]
    assert min(requests) >= 1
    assert sum(requests) * len(FAILURES) > 2000


@pytest.mark.soak
@pytest.mark.parametrize("weather", FAILURES)
@pytest.mark.parametrize("name", JOURNEYS)
async def test_a_journey_through_bad_weather(
    playground: Playground, name: str, weather: str, effort: Callable[[int, int], int]
) -> None:
    journey, failure = JOURNEYS[name], FAILURES[weather]
    if name not in _steps:
        _steps[name] = await steps(playground, journey)
    # Those that take long are struck at some requests by one failure, at others by the next.
    step = effort(6, 1) if journey.costly else 1
    for at in range([*FAILURES].index(weather) % step, _steps[name], step):
        # It passes, or it stays; to try both at each request takes long.
        for turn in range(effort(1, 2)):
            times = (1, FOR_EVER)[(at + turn + len(weather)) % 2]
            try:
                await travel(playground.stage(), journey, failure, at, times)
            except BaseException as problem:
                problem.add_note(f"{name}: {weather} at request {at}, {times} times")
                raise


async def travel(stage: Stage, journey: Journey, failure: Failure, at: int, times: int) -> None:
    """One cell: the journey with this failure, and once more in good weather."""
    await journey.prepare(stage)
    before = await stage.on_server()
    typed = copied(stage.draft.edited)
    weather = stage.weather
    weather.sent.clear()
    weather.arrived.clear()
    weather.failure, weather.at, weather.times = failure, at, times
    told: ApiError | None = None
    try:
        await journey.act(stage)
    except ApiError as error:
        told = error
    assert len(weather.sent) > at, "the failure was not reached"
    look_at_requests(weather)
    for sentence in [told.sentence] if told else [*stage.session.lookups.failures.values()]:
        look_at_sentence(sentence, "" if TOO_LATE in sentence else failure.words)
    if told is not None:
        assert NEW_SECRET not in f"{told} {told.sentence} {told.server_words}"
        if not told.may_have_happened and len(stage.mine) < 2:
            assert await stage.on_server() == before, f"it did happen: {told.sentence}"
    inum = stage.draft.edited.get("inum")
    assert {**typed, "inum": inum} == {**stage.draft.edited, "inum": inum}
    weather.calm_down()
    if told is not None:
        await again(stage, journey)
    elif failure.lies or stage.is_in_doubt or stage.session.lookups.failures:
        await journey.act(stage)
    await journey.check(stage)
    assert (await stage.api.clients.page(limit=3)).total >= 7
    await stage.leave()


async def again(stage: Stage, journey: Journey) -> None:
    """The person does it again; what is done already may be found so."""
    from tui.api.errors import NotFound

    try:
        await journey.act(stage)
    except NotFound:
        await journey.check(stage)


def look_at_requests(weather: Weather) -> None:
    """No write came twice, and nothing went elsewhere."""
    doubled = [write for write, count in Counter(weather.arrived).items() if count > 1]
    assert not doubled
    for request in weather.sent:
        assert str(request.url).startswith(BASE), request.url


def look_at_sentence(sentence: str, words: str) -> None:
    """It names the cause and the next step, and is for people."""
    assert words in sentence, sentence
    assert NEXT_STEP.search(sentence), sentence
    assert sentence.endswith("."), sentence
    assert sentence.isprintable(), sentence
    assert "<" not in sentence, sentence
    assert not re.search(r"Error|Exception|None|httpx|errno", sentence), sentence
