"""A way to the server on which anything may happen, by a seed, and nothing that lies."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import httpx

from tests.matrix.weather import FAILURES, Failure

_COSTLY = {"50 MB", "a gzip bomb", "a bomb in a bomb", "slow drip"}
_BELIEVED = {name for name, failure in FAILURES.items() if failure.lies}


def _claims_success(name: str, failure: Failure) -> bool:
    """Whether it answers 200 without asking the server: to a write, that would be a lie."""
    if failure.when == "after":
        return False
    try:
        answer = failure.ending(httpx.Request("PATCH", "https://server.example"), None)
    except httpx.HTTPError:
        return False
    return answer.status_code == 200


HARMLESS = {
    name: one for name, one in FAILURES.items() if name not in _COSTLY and name not in _BELIEVED
}
FOR_WRITES = {name: one for name, one in HARMLESS.items() if not _claims_success(name, one)}


@dataclass
class Storm(httpx.AsyncBaseTransport):
    """Hands requests to ``inner``, and lets some of them fail.

    Attributes:
        inner: the way to the server.
        rng: says what happens.
        chance: of a failure, for each request.
        writes: how many the server did.
        lost: ids of the clients that were written, or may have been, without an answer.
        lost_creates: how many creations of those there were.
        happened: what happened to which request, for the person who looks for the reason.
    """

    inner: httpx.AsyncBaseTransport
    rng: random.Random
    chance: float = 0.06
    writes: int = 0
    lost: set[str] = field(default_factory=set)
    lost_creates: int = 0
    happened: list[str] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        is_write = request.method not in {"GET", "HEAD"} and "restv1" not in request.url.path
        kinds = FOR_WRITES if is_write or request.method == "POST" else HARMLESS
        name = self.rng.choice(sorted(kinds)) if self.rng.random() < self.chance else ""
        self.happened.append(f"{request.method} {request.url.path} {name}".rstrip())
        if not name:
            answer = await self.inner.handle_async_request(request)
            await answer.aread()
            if is_write and answer.is_success:
                self.writes += 1
            return answer
        failure = kinds[name]
        if failure.when == "before":
            return failure.ending(request, None)
        answer = await self.inner.handle_async_request(request)
        await answer.aread()
        if is_write and answer.is_success:
            self._lose(request)
        return failure.ending(request, answer)

    def _lose(self, request: httpx.Request) -> None:
        self.writes += 1
        if request.method == "POST":
            self.lost_creates += 1
        else:
            self.lost.add(request.url.path.rpartition("/")[2])

    async def aclose(self) -> None:
        """Stays open: the program may be started again."""
