"""Where a provider's metadata is found."""

from typing import Any

import pytest

from tests.api.registration.support import ISSUER, pages, registration_api
from tui.api import http
from tui.api.errors import InsufficientScope, NotConfigApi, NotProvider, Unauthorised, Unreachable
from tui.api.registration.metadata import locations, registration_endpoint

BELOW = f"{ISSUER}/tenant/one"
OPENID = ".well-known/openid-configuration"
OAUTH = ".well-known/oauth-authorization-server"


def says(issuer: str, **more: Any) -> dict[str, Any]:
    return {"issuer": issuer, "registration_endpoint": f"{issuer}/register", **more}


@pytest.mark.parametrize(
    ("issuer", "location"),
    [
        (ISSUER, f"{ISSUER}/{OPENID}"),
        (ISSUER, f"{ISSUER}/{OAUTH}"),
        (BELOW, f"{BELOW}/{OPENID}"),
        (BELOW, f"{ISSUER}/{OAUTH}/tenant/one"),
        (BELOW, f"{ISSUER}/{OPENID}/tenant/one"),
        (BELOW, f"{BELOW}/{OAUTH}"),
    ],
)
async def test_each_place_is_looked_at(issuer: str, location: str) -> None:
    assert location in locations(issuer)
    async with registration_api(pages({location: says(issuer)})) as api:
        metadata = await api.metadata(issuer)
    assert registration_endpoint(metadata) == f"{issuer}/register"


async def test_a_document_may_be_named_itself() -> None:
    place = f"{ISSUER}/odd/{OPENID}"
    async with registration_api(pages({place: says("https://elsewhere.example")})) as api:
        assert (await api.metadata(place))["issuer"] == "https://elsewhere.example"


async def test_the_document_that_offers_registration_counts() -> None:
    answers = {f"{ISSUER}/{OPENID}": {"issuer": ISSUER}, f"{ISSUER}/{OAUTH}": says(ISSUER)}
    async with registration_api(pages(answers)) as api:
        assert registration_endpoint(await api.metadata(ISSUER)) == f"{ISSUER}/register"


async def test_a_provider_without_registration_is_said() -> None:
    async with registration_api(pages({f"{ISSUER}/{OPENID}": {"issuer": ISSUER}})) as api:
        metadata = await api.metadata(ISSUER)
    with pytest.raises(NotProvider, match="offers no dynamic registration"):
        registration_endpoint(metadata)


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize(
    "there",
    [{f"{ISSUER}/{OAUTH}": says(ISSUER)}, {f"{ISSUER}/{OPENID}": {"issuer": ISSUER}}, {}],
    ids=["the second", "the first", "none"],
)
async def test_a_server_that_asks_for_a_login_at_unknown_addresses(
    there: dict[str, Any], status: int
) -> None:
    def handler(request: http.Request) -> http.Response:
        answer = there.get(str(request.url))
        return http.Response(200, json=answer) if answer else http.Response(status)

    async with registration_api(handler) as api:
        if there:
            assert [await api.metadata(ISSUER)] == [*there.values()]
        else:
            with pytest.raises((Unauthorised, InsufficientScope)):
                await api.metadata(ISSUER)


@pytest.mark.parametrize("says_it_is", ["https://evil.example", None, 5])
async def test_an_issuer_speaks_only_for_itself(says_it_is: Any) -> None:
    answers = {f"{ISSUER}/{OPENID}": {**says(ISSUER), "issuer": says_it_is}}
    async with registration_api(pages(answers)) as api:
        with pytest.raises(NotProvider, match="belongs to another issuer"):
            await api.metadata(ISSUER)


async def test_a_slash_at_the_end_makes_no_other_issuer() -> None:
    answers = {f"{ISSUER}/{OPENID}": says(f"{ISSUER}/")}
    async with registration_api(pages(answers)) as api:
        assert await api.metadata(ISSUER)


async def test_nothing_anywhere() -> None:
    async with registration_api(pages({})) as api:
        with pytest.raises(NotProvider, match="shows no provider metadata"):
            await api.metadata(ISSUER)


async def test_a_redirect_is_said_as_one() -> None:
    moved = http.Response(302, headers={"location": "https://login.example/"})
    async with registration_api(lambda _: moved) as api:
        with pytest.raises(NotConfigApi, match=r"redirects to login\.example"):
            await api.metadata(ISSUER)


async def test_a_provider_that_cannot_be_reached_is_asked_once() -> None:
    asked: list[str] = []

    def handler(request: http.Request) -> http.Response:
        asked.append(str(request.url))
        raise http.UnsupportedProtocol("no")

    async with registration_api(handler) as api:
        with pytest.raises(Unreachable):
            await api.metadata(ISSUER)
    assert len(asked) == 1
