"""Every way to sign in over real TLS, to a sandbox in another process; and how each fails."""

import datetime
import json
import logging
import shutil
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme
from joserfc.jwk import ECKey, OKPKey, RSAKey

from tests.api.local_server import says, serving
from tests.sandbox.certificates import make
from tests.shell import serving as served
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import (
    ApiError,
    InsufficientScope,
    SecretMissing,
    TlsProblem,
    Unauthorised,
    Unreachable,
)
from tui.api.sign_in.grants import Grants
from tui.api.sign_in.sending import whole_sender
from tui.api.transport import build_client
from tui.connecting.checking import Step, check_profile
from tui.connecting.opening import Surroundings, open_profile
from tui.locations import state_folder
from tui.models.json import JsonObject
from tui.settings.profile import Method, Profile, SignIn, Tls

SECRET = "a-secret-that-is-long-enough-for-every-hash"


@dataclass(frozen=True)
class Place:
    """A sandbox in another process, and a folder for files."""

    url: str
    client_id: str
    client_secret: str
    ca_cert: str
    client_ca_cert: str
    client_ca_key: str
    folder: Path

    async def client(self, **members: Any) -> str:
        """Add a client that may get tokens; return its inum."""
        config = ApiConfig(self.url, self.client_id, self.client_secret, ca_file=Path(self.ca_cert))
        start: JsonObject = {
            "redirectUris": ["https://rp.example/cb"],
            "grantTypes": ["client_credentials"],
            "scopes": ["https://jans.io/oauth/config/openid/clients.readonly"],
        }
        async with ConfigApi(config) as api:
            made = await api.clients.create({**start, **members})
            if "clientSecret" in members:
                patch = {"op": "add", "path": "/clientSecret", "value": members["clientSecret"]}
                await api.clients.patch(made.inum, [patch])
        return made.inum

    def profile(self, sign_in: SignIn, **tls: Any) -> Profile:
        return Profile("p", self.url, sign_in=sign_in, tls=Tls(ca_file=self.ca_cert, **tls))

    def file(self, name: str, text: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        path.chmod(0o600)
        return str(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("served")
    with served("--data", str(folder), "--tls") as (facts, _):
        yield Place(**facts, folder=tmp_path_factory.mktemp("files"))


async def lists(profile: Profile) -> int:
    """Open the profile and list; return how many clients there are."""
    api = await open_profile(profile, Surroundings())
    async with api:
        return (await api.clients.page(limit=1)).total


async def refusal(profile: Profile, caplog: pytest.LogCaptureFixture, *secrets: str) -> ApiError:
    """The error, in which no secret stands, nor in a log."""
    caplog.set_level(logging.DEBUG)
    # A token that was kept would still do.
    shutil.rmtree(state_folder() / "tokens", ignore_errors=True)
    with pytest.raises(ApiError) as caught:
        await lists(profile)
    error = caught.value
    shown = "\n".join([repr(error), error.sentence, error.server_words, error.url, caplog.text])
    assert not [secret for secret in (SECRET, *secrets) if secret in shown]
    assert error.__cause__ is None
    return error


@pytest.mark.parametrize(
    "method", ["client_secret_basic", "client_secret_post", "client_secret_jwt"]
)
async def test_a_secret(place: Place, method: Method, caplog: pytest.LogCaptureFixture) -> None:
    inum = await place.client(tokenEndpointAuthMethod=method, clientSecret=SECRET)
    sign_in = SignIn(method, inum, f"plain:{SECRET}")
    assert await lists(place.profile(sign_in)) >= 8
    wrong = replace(sign_in, client_secret=f"plain:wrong-{SECRET}")
    error = await refusal(place.profile(wrong), caplog)
    assert isinstance(error, Unauthorised)
    assert "secret" in error.sentence
    assert method in error.sentence


@pytest.mark.parametrize(
    ("algorithm", "as_pem"),
    [("RS256", True), ("PS256", False), ("ES256", True), ("ES384", False), ("EdDSA", True)],
)
async def test_a_key(
    place: Place, algorithm: str, as_pem: bool, caplog: pytest.LogCaptureFixture
) -> None:
    def key() -> RSAKey | ECKey | OKPKey:
        if algorithm == "EdDSA":
            return OKPKey.generate_key("Ed25519", auto_kid=True)
        if algorithm.startswith("ES"):
            return ECKey.generate_key({"ES256": "P-256"}.get(algorithm, "P-384"), auto_kid=True)
        return RSAKey.generate_key(2048, auto_kid=True)

    def written(one: RSAKey | ECKey | OKPKey, name: str) -> str:
        pem = one.as_pem(private=True)
        return place.file(name, pem if as_pem else json.dumps(one.as_dict(private=True)))

    right, wrong = key(), key()
    inum = await place.client(
        tokenEndpointAuthMethod="private_key_jwt",
        jwks=json.dumps({"keys": [right.as_dict(private=False)]}),
    )
    sign_in = SignIn(
        "private_key_jwt",
        inum,
        private_key=f"file:{written(right, f'{algorithm}.key')}",
        signing_alg=algorithm,
    )
    assert await lists(place.profile(sign_in)) >= 8
    other = replace(sign_in, private_key=f"file:{written(wrong, 'wrong.key')}")
    error = await refusal(place.profile(other), caplog, "PRIVATE KEY")
    assert isinstance(error, Unauthorised)
    assert "signed with this key" in error.sentence


async def test_an_encrypted_key_takes_its_password(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    key = ECKey.generate_key("P-256", auto_kid=True)
    inum = await place.client(
        tokenEndpointAuthMethod="private_key_jwt",
        jwks=json.dumps({"keys": [key.as_dict(private=False)]}),
    )
    path = place.file("encrypted.key", key.as_pem(private=True, password="open-sesame"))
    sign_in = SignIn("private_key_jwt", inum, private_key=f"file:{path}")
    assert await lists(place.profile(sign_in, key_password="plain:open-sesame")) >= 8
    error = await refusal(
        place.profile(sign_in, key_password="plain:wrong-one"), caplog, "wrong-one"
    )
    assert isinstance(error, SecretMissing)
    assert "password is wrong" in error.sentence


async def test_a_clock_that_is_off(place: Place) -> None:
    key = ECKey.generate_key("P-256", auto_kid=True)
    inum = await place.client(
        tokenEndpointAuthMethod="private_key_jwt",
        jwks=json.dumps({"keys": [key.as_dict(private=False)]}),
    )
    config = ApiConfig(
        place.url,
        inum,
        "",
        method="private_key_jwt",
        private_key=key.as_pem(private=True).decode(),
        ca_file=Path(place.ca_cert),
    )
    async with build_client(config, None) as client:
        grants = Grants(config, lambda: time.time() - 600)
        with pytest.raises(Unauthorised) as caught:
            await grants.token(whole_sender(client, config), "")
    assert "10 minutes behind that of 127.0.0.1" in caught.value.sentence
    assert "Set the clock" in caught.value.sentence


def issued(place: Place, name: str) -> tuple[str, str, str]:
    """A client certificate of the sandbox's authority: certificate, key, subject."""
    from cryptography import x509

    authority = trustme.CA.from_pem(
        Path(place.client_ca_cert).read_bytes(), Path(place.client_ca_key).read_bytes()
    )
    leaf = authority.issue_cert(common_name=name)
    pem = leaf.cert_chain_pems[0].bytes()
    subject = x509.load_pem_x509_certificate(pem).subject.rfc4514_string()
    return (
        place.file(f"{name}.pem", pem),
        place.file(f"{name}.key", leaf.private_key_pem.bytes()),
        subject,
    )


async def test_a_certificate_of_an_authority(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    certificate, key, subject = issued(place, "right")
    inum = await place.client(
        tokenEndpointAuthMethod="tls_client_auth", attributes={"tlsClientAuthSubjectDn": subject}
    )
    sign_in = SignIn("tls_client_auth", inum)
    assert await lists(place.profile(sign_in, certificate=certificate, key=key)) >= 8
    other, other_key, _ = issued(place, "other")
    profile = place.profile(sign_in, certificate=other, key=other_key)
    error = await refusal(profile, caplog, "PRIVATE KEY")
    assert isinstance(error, Unauthorised)
    assert "certificate" in error.sentence
    mixed = place.profile(sign_in, certificate=certificate, key=other_key)
    error = await refusal(mixed, caplog, "PRIVATE KEY")
    assert isinstance(error, TlsProblem)
    assert "do not fit together" in error.sentence


async def test_a_certificate_that_nobody_vouches_for(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    own = make("CN=own")
    inum = await place.client(tokenEndpointAuthMethod="self_signed_tls_client_auth", jwks=own.jwks)
    pem = str(own.write(place.folder / "own.pem"))
    sign_in = SignIn("self_signed_tls_client_auth", inum)
    assert await lists(place.profile(sign_in, certificate=pem)) >= 8
    other = str(make("CN=own").write(place.folder / "stranger.pem"))
    error = await refusal(place.profile(sign_in, certificate=other), caplog, "PRIVATE KEY")
    assert isinstance(error, TlsProblem | Unreachable)
    assert "certificate" in error.sentence


async def test_a_token_handed_over(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    config = ApiConfig(place.url, place.client_id, place.client_secret, ca_file=Path(place.ca_cert))
    async with ConfigApi(config) as api:
        token = await api.access_token()
    sign_in = SignIn("token", token=f"file:{place.file('token', token)}")
    assert await lists(place.profile(sign_in)) >= 8
    api = ConfigApi(replace(config, access_token=token))
    async with api:
        assert await api.sign_out(revoke=True)
    error = await refusal(place.profile(sign_in), caplog, token)
    assert isinstance(error, Unauthorised)
    assert "does not accept the access token" in error.sentence


async def test_a_scope_that_is_missing(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    inum = await place.client(clientSecret=SECRET, scopes=["openid"])
    sign_in = SignIn("client_secret_basic", inum, f"plain:{SECRET}")
    error = await refusal(place.profile(sign_in), caplog)
    assert isinstance(error, InsufficientScope)
    assert "openid/clients.readonly" in error.sentence


async def steps(profile: Profile) -> list[Step]:
    return [step async for step in check_profile(profile, Surroundings())]


async def test_the_test_of_a_profile_stops_at_what_fails(place: Place) -> None:
    good = place.profile(
        SignIn("client_secret_basic", place.client_id, f"plain:{place.client_secret}")
    )
    assert [(step.name, step.state) for step in await steps(good)] == [
        (name, "passed") for name in ("name", "port", "TLS", "token", "scopes", "API")
    ]
    port = httpx.URL(place.url).port
    for profile, name in (
        (replace(good, url="https://nowhere.invalid"), "name"),
        (replace(good, url="https://127.0.0.1:1"), "port"),
        (replace(good, tls=Tls()), "TLS"),
        (replace(good, url=f"https://127.0.0.1:{port}", sign_in=SignIn(client_id="x")), "token"),
    ):
        last = (await steps(profile))[-1]
        assert (last.name, last.state) == (name, "failed"), last
    inum = await place.client(clientSecret=SECRET, scopes=["openid"])
    poor = await steps(place.profile(SignIn("client_secret_basic", inum, f"plain:{SECRET}")))
    assert [step.state for step in poor[-2:]] == ["warned", "failed"]
    assert "openid/clients.readonly (list and open clients)" in poor[-2].sentence


def server_tls(leaf: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    return context


NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("names", "dates", "says_so"),
    [
        (["127.0.0.1"], (NOW - 3 * DAY, NOW - DAY), "expired on"),
        (["127.0.0.1"], (NOW + DAY, NOW + 3 * DAY), "is not valid before"),
        (["a.example", "127.0.0.2"], (NOW - DAY, NOW + DAY), "is for a.example, 127.0.0.2, not"),
    ],
)
async def test_certificates_that_do_not_do(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    names: list[str],
    dates: tuple[datetime.datetime, datetime.datetime],
    says_so: str,
) -> None:
    authority = trustme.CA()
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(ca_file)
    leaf = authority.issue_cert(*names, not_before=dates[0], not_after=dates[1])
    sign_in = SignIn("client_secret_basic", "x", f"plain:{SECRET}")
    async with serving(says(b"{}"), server_tls(leaf)) as (port, _):
        url = f"https://127.0.0.1:{port}"
        profile = Profile("p", url, sign_in=sign_in, tls=Tls(ca_file=str(ca_file)))
        error = await refusal(profile, caplog)
        assert isinstance(error, TlsProblem)
        assert says_so in error.sentence
        unknown = await refusal(replace(profile, tls=Tls()), caplog)
        assert "fingerprint" in unknown.sentence
        assert "ca_file" in unknown.sentence
