"""Creating clients on servers that treat secrets differently, and over a bad network."""

from pathlib import Path
from typing import Any

import pytest

from tests.faults import Fault, answering, broken, timed_out
from tests.serving import CLIENTS, GENERATIONS, START, Generation, Server, serving
from tui.api.errors import ApiError, Conflict, Invalid
from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.changes import Change
from tui.models.json import ABSENT, Json
from tui.saving.create import create, give_inum
from tui.saving.outcome import Saved, SecretState
from tui.saving.secret import Learnt

SHOWN: list[dict[str, Any]] = [
    {},
    {"return_encrypted": False},
    {"return_secret": False},
]
"""What a server may be set up to return of secrets."""

TYPED = "typed by a person: 8%+/ü"


def draft(**members: Json) -> Draft:
    return Draft(None, {**START, **members})


async def created(server: Server, new: Draft) -> Saved:
    return await create(server.api, new, Lookups())


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: next(iter(shown), "encrypted"))
@pytest.mark.parametrize("generation", GENERATIONS)
async def test_the_secret_that_is_shown_works(
    tmp_path: Path, generation: Generation, shown: dict[str, Any]
) -> None:
    async with serving(tmp_path, secrets=generation, **shown) as server:
        saved = await created(server, draft())
        assert saved.secret_state is SecretState.VERIFIED
        assert await server.lets_in(saved.document.inum, saved.secret)
        assert len(saved.secret) >= 40
        typed = await created(server, draft(clientSecret=TYPED))
        assert typed.secret == TYPED
        assert typed.secret_state is SecretState.VERIFIED
        assert await server.lets_in(typed.document.inum, TYPED)
        assert saved.notes == typed.notes == []
        assert saved.altered == typed.altered == []


@pytest.mark.parametrize("learnt_on", GENERATIONS)
@pytest.mark.parametrize("generation", GENERATIONS)
async def test_what_was_learnt_saves_a_try_and_spoils_no_secret(
    tmp_path: Path, generation: Generation, learnt_on: Generation
) -> None:
    learnt = Learnt()
    async with serving(tmp_path / "before", secrets=learnt_on) as server:
        await create(server.api, draft(), Lookups(), learnt)
    assert learnt.drops_posted is (learnt_on == "C")
    async with serving(tmp_path / "now", secrets=generation) as server:
        for _ in range(2):
            saved = await create(server.api, draft(), Lookups(), learnt)
            assert saved.secret_state is SecretState.VERIFIED
            assert await server.lets_in(saved.document.inum, saved.secret)
        untried = await create(
            server.api, draft(disabled=True, clientSecret=TYPED), Lookups(), learnt
        )
        assert untried.secret_state is SecretState.SENT
        assert await server.has_secret(untried.document.inum, TYPED)


@pytest.mark.parametrize("generation", GENERATIONS)
async def test_a_secret_in_the_body(tmp_path: Path, generation: Generation) -> None:
    async with serving(tmp_path, secrets=generation) as server:
        saved = await created(server, draft(tokenEndpointAuthMethod="client_secret_post"))
        assert saved.secret_state is SecretState.VERIFIED
        assert await server.lets_in(saved.document.inum, saved.secret, post=True)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: next(iter(shown), "encrypted"))
@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize(
    "members", [{"tokenEndpointAuthMethod": "client_secret_jwt"}, {"disabled": True}]
)
async def test_a_secret_that_cannot_be_tried_is_set_all_the_same(
    tmp_path: Path, generation: Generation, shown: dict[str, Any], members: dict[str, Json]
) -> None:
    async with serving(tmp_path, secrets=generation, **shown) as server:
        saved = await created(server, draft(**members))
        assert saved.secret_state is SecretState.SENT
        assert await server.has_secret(saved.document.inum, saved.secret)


async def test_the_server_settles_the_method_when_none_is_asked_for(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        new = draft()
        new.clear("tokenEndpointAuthMethod")
        saved = await created(server, new)
        assert saved.document.get("tokenEndpointAuthMethod") == "client_secret_basic"
        assert await server.lets_in(saved.document.inum, saved.secret)


@pytest.mark.parametrize("method", ["none", "private_key_jwt", "tls_client_auth"])
@pytest.mark.parametrize("generation", ["B", "C"])
async def test_a_client_without_a_secret_gets_none(
    tmp_path: Path, method: str, generation: Generation
) -> None:
    async with serving(tmp_path, secrets=generation) as server:
        saved = await created(server, draft(tokenEndpointAuthMethod=method))
        assert (saved.secret, saved.secret_state) == ("", SecretState.UNTOUCHED)
        assert server.transport.count("PATCH") == server.transport.count("PUT") == 0


async def test_what_the_server_left_out_is_said(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        ciba = "urn:openid:params:grant-type:ciba"
        saved = await created(server, draft(grantTypes=["client_credentials", ciba]))
        assert saved.altered == [
            Change(("grantTypes",), ["client_credentials", ciba], ["client_credentials"])
        ]


async def test_a_refusal_leaves_nothing_behind(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        with pytest.raises(Invalid) as refused:
            await created(server, draft(redirectUris=[]))
        assert refused.value.members == ("redirectUris",)
        assert "redirectUris is required" in refused.value.server_words
        assert await server.all_named("Acme") == []


def test_an_id_is_given_once_and_a_chosen_one_stays() -> None:
    new = draft()
    assert give_inum(new) == give_inum(new) == new.edited["inum"]
    assert give_inum(draft(inum="mine")) == "mine"


# The network


@pytest.mark.parametrize("ending", [broken, timed_out, answering(502), answering(200, "<html>")])
async def test_a_lost_answer_makes_no_second_client(tmp_path: Path, ending: Any) -> None:
    async with serving(tmp_path, [Fault("POST", CLIENTS, "after", ending)]) as server:
        saved = await created(server, draft())
        assert saved.notes == ["The answer got lost on the way, but the client was created."]
        assert [one.inum for one in await server.all_named("Acme")] == [saved.document.inum]
        assert await server.lets_in(saved.document.inum, saved.secret)


@pytest.mark.parametrize("ending", [broken, timed_out, answering(502), answering(500)])
async def test_a_client_that_never_came_to_be_is_an_error(tmp_path: Path, ending: Any) -> None:
    async with serving(tmp_path, [Fault("POST", CLIENTS, "before", ending)]) as server:
        new = draft()
        with pytest.raises(ApiError):
            await created(server, new)
        assert await server.all_named("Acme") == []
        saved = await created(server, new)
        assert saved.notes == []
        assert len(await server.all_named("Acme")) == 1


async def test_trying_again_after_everything_got_lost_makes_no_second_client(
    tmp_path: Path,
) -> None:
    faults = [
        Fault("POST", CLIENTS, "after"),
        Fault("GET", CLIENTS, "before", times=3),
    ]
    async with serving(tmp_path, faults) as server:
        new = draft()
        with pytest.raises(ApiError) as lost:
            await created(server, new)
        assert lost.value.may_have_happened
        assert lost.value.method == "POST"
        saved = await created(server, new)
        assert "but the client was created" in saved.notes[0]
        assert [one.inum for one in await server.all_named("Acme")] == [saved.document.inum]
        assert await server.lets_in(saved.document.inum, saved.secret)


async def test_a_client_of_somebody_else_with_that_id_is_left_alone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        theirs = await server.made("their-secret-of-the-test", clientName="Theirs")
        with pytest.raises(Conflict, match="already"):
            await created(server, draft(inum=theirs.document.inum))
        assert await server.stored(theirs.document.inum) == theirs.original
        assert await server.lets_in(theirs.document.inum, "their-secret-of-the-test")


SECRET_STEPS: list[tuple[Generation, Fault]] = [
    ("C", Fault("POST", "/token$", "before", nth=2)),
    ("C", Fault("PATCH", CLIENTS, "before")),
    ("C", Fault("PATCH", CLIENTS, "after")),
    ("C", Fault("POST", "/token$", "before", nth=3)),
    ("B", Fault("GET", CLIENTS, "before", times=3)),
]
"""Each request after the POST, in the order in which a server of that generation gets them."""


@pytest.mark.parametrize(("generation", "fault"), SECRET_STEPS, ids=str)
async def test_a_failure_after_the_creation_is_a_remark(
    tmp_path: Path, generation: Generation, fault: Fault
) -> None:
    async with serving(tmp_path, [fault], secrets=generation) as server:
        saved = await created(server, draft())
        [note] = saved.notes
        assert note.startswith("The client was created, but not all could be checked: ")
        assert saved.secret_state is SecretState.SENT
        assert saved.secret
        [one] = await server.all_named("Acme")
        assert saved.document.inum == one.inum


async def test_many_take_no_request_that_tells_nothing_new(tmp_path: Path) -> None:
    learnt = Learnt()
    async with serving(tmp_path, secrets="C") as server:
        await create(server.api, draft(), Lookups(), learnt)
        before = len(server.transport.sent)
        saved = await create(server.api, draft(), Lookups(), learnt)
        assert [method for method, _ in server.transport.sent[before:]] == ["POST", "PATCH", "POST"]
        assert saved.document.raw == await server.stored(saved.document.inum)


async def test_a_secret_that_was_not_let_in_is_not_called_sent(tmp_path: Path) -> None:
    forbidden = Fault("PATCH", CLIENTS, "before", answering(403))
    async with serving(tmp_path, [forbidden], secrets="C") as server:
        saved = await created(server, draft())
        assert "not all could be checked" in saved.notes[0]
        assert saved.secret_state is SecretState.REFUSED
        assert not await server.lets_in(saved.document.inum, saved.secret)


async def test_a_server_that_takes_no_secret_is_told_so(tmp_path: Path) -> None:
    wrong = answering(401, '{"error": "invalid_client"}')
    async with serving(tmp_path, [Fault("POST", "/token$", "before", wrong, 2, 9)]) as server:
        saved = await created(server, draft())
        assert saved.secret_state is SecretState.REFUSED
        assert server.transport.count("PUT") == 1


async def test_members_of_the_server_are_not_called_alterations(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        saved = await created(server, draft(contacts=["b@rp.example", "a@rp.example"], logoUri=""))
        assert saved.altered == []
        assert saved.document.get("logoUri") is ABSENT
