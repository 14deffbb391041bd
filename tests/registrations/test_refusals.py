"""What the server's ``/register`` refuses for a token or a statement, not for a setting."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.registrations.conftest import WEB, Opener
from tui.api.errors import ApiError, InvalidMetadata, TokenRefused
from tui.api.registration.refusals import fields_of
from tui.models.json import JsonObject
from tui.sandbox.signing import sign
from tui.session import SANDBOX_URL, sandbox_api


async def refused(work: Any) -> ApiError:
    with pytest.raises(ApiError) as caught:
        await work
    return caught.value


@pytest.mark.parametrize(
    ("call", "deed"),
    [("read", "show"), ("update", "change"), ("delete", "delete")],
)
async def test_a_wrong_registration_token(
    call: str, deed: str, opened: Opener, tmp_path: Path
) -> None:
    registrations = opened()
    made = (await registrations.register(WEB)).registration
    (path,) = (tmp_path / "vault").glob("*.json")
    kept = json.loads(path.read_bytes())
    kept["secrets"] = {"token": "wrong"}
    path.write_text(json.dumps(kept))
    arguments = [WEB] if call == "update" else []
    error = await refused(getattr(registrations, call)(made.client_id, *arguments))
    assert isinstance(error, TokenRefused)
    assert (error.status, fields_of(error)) == (401, ())
    assert error.sentence == (
        "sandbox.localhost refuses the registration access token (invalid_token), so it does not "
        f"{deed} the registration. It may have been replaced, used up or revoked, or the client "
        "is gone. Nobody but the provider can give a new one."
    )


async def test_no_initial_token_a_wrong_one_and_registration_switched_off(opened: Opener) -> None:
    async def wrong() -> str:
        return "wrong"

    without = (
        "sandbox.localhost does not register clients without leave ({}). Use an initial access "
        "token or a software statement of the provider, unless registration is switched off there."
    )
    error = await refused(opened(initial_token="ticket").register(WEB))
    assert (error.status, error.sentence) == (401, without.format("invalid_token"))
    error = await refused(opened(enabled=False).register(WEB))
    assert (error.status, error.sentence) == (403, without.format("access_denied"))
    assert "switched off" in error.server_words
    error = await refused(opened(initial_token="ticket").register(WEB, initial_token=wrong))
    assert error.sentence == (
        "sandbox.localhost refuses the initial access token (invalid_token). It may have expired "
        "or been used before: get a fresh one for each client."
    )


def _of_another(_jwt: str, folder: Path) -> str:
    claims: JsonObject = {"iss": "https://other.example", "jti": "1", "software_id": "shop"}
    return sign(folder, claims, "jwt")


def _altered(jwt: str, _folder: Path) -> str:
    return f"{jwt[:-4]}AAAA"


STATEMENTS: list[tuple[str, Callable[[str, Path], str]]] = [
    ("is not signed by this server", lambda _jwt, _folder: "a.b.c"),
    ("is not signed by this server", _altered),
    ("is not one that this server made", _of_another),
]


@pytest.mark.parametrize(("words", "made"), STATEMENTS)
async def test_a_statement_that_is_not_the_servers(
    words: str, made: Callable[[str, Path], str], opened: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "sandbox"
    async with sandbox_api(folder) as api:
        jwt = await api.ssa.create({"org_id": "Example"})
    await about_the_statement(opened(), made(jwt, folder), words)


@pytest.mark.parametrize("end", ["revoked", "expired", "used"])
async def test_a_statement_that_is_no_longer_good(end: str, opened: Opener, tmp_path: Path) -> None:
    registrations = opened()
    async with sandbox_api(tmp_path / "sandbox") as api:
        expiration = {"expiration": 1_700_000_000} if end == "expired" else {}
        jwt = await api.ssa.create({"org_id": "Example", **expiration})
        if end == "revoked":
            await api.ssa.revoke(org_id="Example")
    if end == "used":
        await registrations.register({**WEB, "software_statement": jwt})
    await about_the_statement(registrations, jwt, f"is {end}")


async def about_the_statement(registrations: Any, jwt: str, words: str) -> None:
    error = await refused(registrations.register({**WEB, "software_statement": jwt}))
    assert isinstance(error, InvalidMetadata)
    assert (error.status, error.code) == (400, "invalid_software_statement")
    assert fields_of(error) == ("softwareStatement",)
    assert words in error.server_words
    assert jwt not in f"{error.sentence} {error.server_words}"
    assert error.url.startswith(SANDBOX_URL)
