"""What is said of providers that go their own way, word by word."""

from pathlib import Path

import pytest

from tests.registrations.odd_cases import CASES, OddCase
from tests.registrations.odd_provider import ISSUER, WEB, service
from tui.api.errors import ApiError
from tui.models.json import JsonObject
from tui.registrations.outcome import Outcome
from tui.registrations.service import Registrations

METADATA: JsonObject = {**WEB, "contacts": ["a@shop.example"], "logo_uri": "https://shop.example/l"}


async def made(registrations: Registrations, case: OddCase) -> Outcome | None:
    """The call of a case, on a client that was registered before."""
    if case.call == "register":
        return await registrations.register(METADATA)
    if case.call == "read":
        return await registrations.read("client-1")
    if case.call == "update":
        wanted = {**registrations.kept("client-1").metadata, "client_name": "New"}
        return await registrations.update("client-1", {**wanted, "logo_uri": None})
    await registrations.delete("client-1")
    return None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_the_sentences(case: OddCase, tmp_path: Path) -> None:
    provider = case.provider()
    async with service(provider, tmp_path) as registrations:
        if case.call != "register":
            await registrations.register(METADATA)
        for name, value in case.later.items():
            setattr(provider, name, value)
        if case.error:
            with pytest.raises(ApiError) as caught:
                await made(registrations, case)
            assert type(caught.value).__name__ == case.error
            assert (caught.value.sentence,) == case.expected(ISSUER)
        else:
            outcome = await made(registrations, case)
            assert (outcome.sentences if outcome else ()) == case.expected(ISSUER)
