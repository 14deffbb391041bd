"""Software statement assertions, against the sandbox and against odd answers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.api.support import Server, answers, requester
from tui.api import http
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError, Invalid, NotConfigApi
from tui.api.resources.ssa import SsaApi
from tui.models.registration.software_statement import decode
from tui.session import sandbox_api


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[ConfigApi]:
    async with sandbox_api(tmp_path) as api:
        yield api


async def test_the_life_of_a_statement(api: ConfigApi) -> None:
    jwt = await api.ssa.create(
        {
            "org_id": "Example",
            "software_id": "shop",
            "software_roles": ["payment"],
            "grant_types": ["client_credentials"],
            "description": "Shop",
            "lifetime": 3600,
            "one_time_use": False,
        }
    )
    statement = decode(jwt)
    assert statement.software_id == "shop"
    assert statement.claims["lifetime"] == 3600
    (listed,) = await api.ssa.list()
    assert listed.status == "ACTIVE"
    assert listed.text("ssa.software_id") == "shop"
    assert listed.created is not None
    assert listed.expires is not None
    assert listed.expires == statement.moment("exp")
    assert listed.jti == statement.claims["jti"]
    assert [one.jti for one in await api.ssa.list(jti=listed.jti)] == [listed.jti]
    assert [one.jti for one in await api.ssa.list(org_id="Example")] == [listed.jti]
    assert await api.ssa.list(org_id="other") == []
    assert decode(await api.ssa.jwt(listed.jti)).claims == statement.claims
    assert await api.ssa.validate(listed.jti)
    await api.ssa.revoke(jti=listed.jti)
    assert not await api.ssa.validate(listed.jti)
    assert [one.status for one in await api.ssa.list(jti=listed.jti)] == ["REVOKED"]
    with pytest.raises(ApiError) as caught:
        await api.ssa.jwt(listed.jti)
    assert "invalid_jti" in caught.value.server_words


async def test_an_organization_is_revoked_as_a_whole(api: ConfigApi) -> None:
    for _ in range(2):
        await api.ssa.create({"org_id": "Example"})
    await api.ssa.create({"org_id": "Other"})
    await api.ssa.revoke(org_id="Example")
    statuses = {one.text("ssa.org_id"): one.status for one in await api.ssa.list()}
    assert statuses == {"Example": "REVOKED", "Other": "ACTIVE"}


async def test_what_the_server_refuses_is_said(api: ConfigApi) -> None:
    with pytest.raises(Invalid) as caught:
        await api.ssa.create({"org_id": "x", "lifetime": -1})
    assert "lifetime" in caught.value.server_words


@pytest.mark.parametrize("jti", ["", "a\r\nb: c", "é", " x"])
async def test_no_odd_id_gets_into_a_header(jti: str) -> None:
    server = Server(answers(http.Response(200)))
    with pytest.raises(Invalid):
        await SsaApi(requester(server)).validate(jti)
    assert server.requests == []


async def test_nothing_is_revoked_unnamed() -> None:
    server = Server(answers(http.Response(204)))
    with pytest.raises(Invalid):
        await SsaApi(requester(server)).revoke()
    assert server.requests == []


@pytest.mark.parametrize("body", [{}, {"ssa": ""}, {"ssa": 5}, []])
async def test_an_answer_without_a_statement(body: object) -> None:
    with pytest.raises(NotConfigApi):
        await SsaApi(requester(Server(answers(http.Response(201, json=body))))).create({})


async def test_an_empty_list_may_be_nothing() -> None:
    assert await SsaApi(requester(Server(answers(http.Response(200))))).list() == []


async def test_validation_that_fails_otherwise_is_no_answer() -> None:
    api = SsaApi(requester(Server(answers(http.Response(500, text="no")))))
    with pytest.raises(ApiError):
        await api.validate("x")
