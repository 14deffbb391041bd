"""A server behind a proxy that the environment names, over real TLS."""

from dataclasses import replace

import pytest

from tests.sign_in.hunt import Hunt
from tests.sign_in.served import Served
from tests.sign_in.tunnel import tunnelling
from tui.api.errors import ApiError, TlsProblem, Unreachable
from tui.connecting.checking import check_profile
from tui.connecting.opening import Surroundings, open_profile
from tui.settings.profile import Profile, SignIn, Tls

PASSWORD = "of-the-proxy-alone"


def profile_of(served: Served) -> Profile:
    secret = f"plain:{served.client_secret}"
    return served.profile(SignIn("client_secret_basic", served.client_id, secret))


async def count(profile: Profile) -> int:
    async with await open_profile(profile, Surroundings()) as api:
        return (await api.clients.page(limit=1)).total


@pytest.mark.parametrize("credentials", ["", f"me:{PASSWORD}"])
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_through_a_proxy(
    served: Served, credentials: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with tunnelling(credentials) as tunnel:
        monkeypatch.setenv(variable, tunnel.address)
        assert await count(profile_of(served)) >= 8
        assert set(tunnel.asked) == {served.url.removeprefix("https://")}


async def test_an_address_without_a_scheme(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    async with tunnelling() as tunnel:
        monkeypatch.setenv("HTTPS_PROXY", tunnel.address.removeprefix("http://"))
        assert await count(profile_of(served)) >= 8
        assert tunnel.asked


async def test_the_test_of_a_profile_knows_of_it(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with tunnelling() as tunnel:
        monkeypatch.setenv("HTTPS_PROXY", tunnel.address)
        found = [step async for step in check_profile(profile_of(served), Surroundings())]
    assert [step.state for step in found] == ["skipped", "skipped", *["passed"] * 4]


@pytest.mark.parametrize("names", ["127.0.0.1", "example.org, 127.0.0.1", "*"])
async def test_some_hosts_need_none(
    served: Served, names: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with tunnelling() as tunnel:
        monkeypatch.setenv("HTTPS_PROXY", tunnel.address)
        monkeypatch.setenv("NO_PROXY", names)
        assert await count(profile_of(served)) >= 8
        assert not tunnel.asked


async def refusal(profile: Profile, caplog: pytest.LogCaptureFixture, *secrets: str) -> ApiError:
    hunt = Hunt((profile.sign_in.client_secret.removeprefix("plain:"), *secrets), caplog)
    wire: list[str] = []
    with pytest.raises(ApiError) as caught:
        async with await open_profile(profile, Surroundings(debug=wire.append)) as api:
            await api.clients.page(limit=1)
    hunt.hear("wire", *wire)
    hunt.catch(caught.value)
    hunt.end()
    return caught.value


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("403 Forbidden", "refused to connect there (403)"),
        ("407 Proxy Authentication Required", "wants a name and a password (407)"),
        ("502 Bad Gateway", "could not connect there (502)"),
    ],
)
async def test_the_proxy_refuses(
    served: Served,
    status: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with tunnelling(f"me:{PASSWORD}", status) as tunnel:
        monkeypatch.setenv("HTTPS_PROXY", tunnel.address)
        error = await refusal(profile_of(served), caplog, PASSWORD)
    assert isinstance(error, Unreachable)
    assert f"The proxy 127.0.0.1:{tunnel.port} {says}" in error.sentence
    assert not error.may_have_happened


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"http://me:{PASSWORD}@127.0.0.1:1", "127.0.0.1:1 refuses connections"),
        (f"http://me:{PASSWORD}@proxy.invalid:3128", "proxy.invalid:3128 cannot be resolved"),
        (f"gopher://me:{PASSWORD}@proxy.invalid", "gopher"),
        (f"socks5://me:{PASSWORD}@127.0.0.1:1", "socks5"),
        (f"http://me:{PASSWORD}@[", "no address"),
    ],
)
async def test_the_proxy_is_not_there(
    served: Served,
    address: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    error = await refusal(profile_of(served), caplog, PASSWORD)
    assert isinstance(error, Unreachable)
    assert "proxy" in error.sentence
    assert says in error.sentence
    assert not error.may_have_happened


async def test_a_certificate_is_verified_through_the_proxy_too(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with tunnelling() as tunnel:
        monkeypatch.setenv("HTTPS_PROXY", tunnel.address)
        error = await refusal(replace(profile_of(served), tls=Tls()), caplog)
    assert isinstance(error, TlsProblem)
    assert "an authority that this machine does not know" in error.sentence
