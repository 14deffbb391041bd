"""The test of a profile, over real TLS: it stops at what fails, and says what."""

from dataclasses import replace

import httpx
import pytest

from tests.sign_in.hunt import Hunt
from tests.sign_in.served import SECRET, Served
from tui.connecting.checking import Step, check_profile
from tui.connecting.opening import Surroundings
from tui.settings.profile import Profile, SignIn, Tls


async def steps(profile: Profile) -> list[Step]:
    return [step async for step in check_profile(profile, Surroundings())]


async def test_each_step(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    hunt = Hunt((served.client_secret, SECRET), caplog)
    good = served.profile(
        SignIn("client_secret_basic", served.client_id, f"plain:{served.client_secret}")
    )
    assert [(step.name, step.state) for step in await steps(good)] == [
        (name, "passed") for name in ("name", "port", "TLS", "token", "scopes", "API")
    ]
    port = httpx.URL(served.url).port
    for profile, name in (
        (replace(good, url="https://nowhere.invalid"), "name"),
        (replace(good, url="https://127.0.0.1:1"), "port"),
        (replace(good, tls=Tls()), "TLS"),
        (replace(good, url=f"https://127.0.0.1:{port}", sign_in=SignIn(client_id="x")), "token"),
    ):
        found = await steps(profile)
        hunt.hear("steps", *(step.sentence for step in found))
        assert (found[-1].name, found[-1].state) == (name, "failed"), found
    inum = await served.client(clientSecret=SECRET, scopes=["openid"])
    poor = await steps(served.profile(SignIn("client_secret_basic", inum, f"plain:{SECRET}")))
    hunt.hear("steps", *(step.sentence for step in poor))
    assert [step.state for step in poor[-2:]] == ["warned", "failed"]
    assert "openid/clients.readonly (list and open clients)" in poor[-2].sentence
    hunt.end()
