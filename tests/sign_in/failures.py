"""What can be wrong when somebody signs in, set up on a served sandbox."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import trustme

from tests.sandbox.certificates import make
from tests.sign_in.served import READ, SECRET, Served, as_jwk, as_pem, new_key
from tests.sign_in.ways import (
    Set,
    set_up_key,
    text_of,
    with_certificate,
    with_encrypted_key,
    with_key,
    with_own_certificate,
    with_secret,
    with_token,
)
from tui.api.errors import (
    ApiError,
    InsufficientScope,
    SecretMissing,
    TlsProblem,
    Unauthorised,
    Unreachable,
)
from tui.settings.profile import Method, SignIn, Tls

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Failure:
    """What happens.

    Attributes:
        set: the profile that does not get in.
        kind: of the error.
        says: in its sentence.
        clock: seconds by which this machine's clock is ahead.
        server: the certificate of a server that stands in the place of the sandbox.
    """

    set: Set
    kind: type[ApiError] | tuple[type[ApiError], ...]
    says: str
    clock: float = 0.0
    server: trustme.LeafCert | None = None

    @property
    def context(self) -> ssl.SSLContext | None:
        """TLS of that server."""
        if self.server is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.server.configure_cert(context)
        return context


Making: TypeAlias = Callable[[Served], Awaitable[Failure]]


def _wrong_secret(method: Method) -> Making:
    async def making(served: Served) -> Failure:
        right = await with_secret(method)(served)
        wrong = f"wrong-{SECRET}"
        sign_in = replace(right.profile.sign_in, client_secret=f"plain:{wrong}")
        profile = replace(right.profile, sign_in=sign_in)
        return Failure(Set(profile, (wrong, SECRET)), Unauthorised, f"authenticates by {method}")

    return making


def _wrong_key(algorithm: str) -> Making:
    write = as_pem if algorithm.startswith("ES") else as_jwk

    async def making(served: Served) -> Failure:
        right = await with_key(algorithm, write)(served)
        inum = right.profile.sign_in.client_id
        other = set_up_key(served, inum, algorithm, new_key(algorithm), write)
        return Failure(other, Unauthorised, "signed with this key")

    return making


async def _key_of_another_kind(served: Served) -> Failure:
    key = new_key("ES256")
    right = set_up_key(served, "some-client", "RS256", key, as_pem)
    return Failure(right, SecretMissing, "RS256 does not fit the key")


async def _wrong_password(served: Served) -> Failure:
    right = await with_encrypted_key(served)
    tls = replace(right.profile.tls, key_password="plain:wrong-password")
    profile = replace(right.profile, tls=tls)
    return Failure(
        Set(profile, (*right.secrets, "wrong-password")), SecretMissing, "password is wrong"
    )


async def _certificate_of_another(served: Served) -> Failure:
    right = await with_certificate(served)
    certificate, key, _ = served.issued()
    tls = replace(right.profile.tls, certificate=certificate, key=key)
    return Failure(
        Set(replace(right.profile, tls=tls), (text_of(key),)),
        Unauthorised,
        "does not accept this certificate for the client",
    )


async def _certificate_and_key_apart(served: Served) -> Failure:
    right = await with_certificate(served)
    _, key, _ = served.issued()
    profile = replace(right.profile, tls=replace(right.profile.tls, key=key))
    return Failure(Set(profile, (text_of(key),)), TlsProblem, "do not fit together")


async def _expired_client_certificate(served: Served) -> Failure:
    right = await with_certificate(served)
    now = datetime.now(UTC)
    certificate, key, _ = served.issued(start=now - 3 * DAY, end=now - DAY)
    tls = replace(right.profile.tls, certificate=certificate, key=key)
    return Failure(
        Set(replace(right.profile, tls=tls), (text_of(key),)),
        (TlsProblem, Unreachable),
        "client certificate expired on",
    )


async def _client_certificate_of_nobody(served: Served) -> Failure:
    right = await with_certificate(served)
    certificate, key, _ = served.issued(trustme.CA())
    tls = replace(right.profile.tls, certificate=certificate, key=key)
    return Failure(
        Set(replace(right.profile, tls=tls), (text_of(key),)),
        (TlsProblem, Unreachable),
        "client certificate",
    )


async def _own_certificate_of_another(served: Served) -> Failure:
    right = await with_own_certificate(served)
    path = str(make("CN=own").write(served.files / "stranger.pem"))
    private = text_of(path).partition("-----BEGIN PRIVATE")[2]
    tls = replace(right.profile.tls, certificate=path)
    return Failure(
        Set(replace(right.profile, tls=tls), (private,)),
        (TlsProblem, Unreachable),
        "client certificate",
    )


def _clock(ahead: float, says: str, write: str) -> Making:
    async def making(served: Served) -> Failure:
        way = with_secret("client_secret_jwt") if write == "secret" else with_key("ES256", as_pem)
        return Failure(await way(served), Unauthorised, says, clock=ahead)

    return making


def _ended(how: str) -> Making:
    async def making(served: Served) -> Failure:
        right = await with_token(served)
        served.end_tokens(how, right.secrets[0])
        return Failure(right, Unauthorised, "access token that was handed over")

    return making


async def _scope_missing(served: Served) -> Failure:
    inum = await served.client(clientSecret=SECRET, scopes=["openid"])
    profile = served.profile(SignIn("client_secret_basic", inum, f"plain:{SECRET}"))
    return Failure(Set(profile, (SECRET,)), InsufficientScope, READ.rpartition("config/")[2])


async def _disabled(served: Served) -> Failure:
    inum = await served.client(clientSecret=SECRET, disabled=True)
    profile = served.profile(SignIn("client_secret_basic", inum, f"plain:{SECRET}"))
    return Failure(Set(profile, (SECRET,)), Unauthorised, "disabled this client")


async def _untrusted(served: Served) -> Failure:
    right = await with_secret("client_secret_basic")(served)
    return Failure(Set(replace(right.profile, tls=Tls()), right.secrets), TlsProblem, "fingerprint")


def _server_certificate(says: str, *names: str, start: timedelta, end: timedelta) -> Making:
    async def making(served: Served) -> Failure:
        authority, now = trustme.CA(), datetime.now(UTC)
        leaf = authority.issue_cert(*names, not_before=now + start, not_after=now + end)
        ca_file = served.file(authority.cert_pem.bytes())
        right = await with_secret("client_secret_basic")(served)
        profile = replace(right.profile, tls=Tls(ca_file=ca_file))
        return Failure(Set(profile, right.secrets), TlsProblem, says, server=leaf)

    return making


FAILURES: dict[str, Making] = {
    "wrong secret, basic": _wrong_secret("client_secret_basic"),
    "wrong secret, post": _wrong_secret("client_secret_post"),
    "wrong secret, jwt": _wrong_secret("client_secret_jwt"),
    **{
        f"wrong key, {algorithm}": _wrong_key(algorithm)
        for algorithm in ("RS256", "PS256", "ES256", "EdDSA")
    },
    "key of another kind": _key_of_another_kind,
    "wrong password of a key": _wrong_password,
    "certificate of another": _certificate_of_another,
    "certificate and key apart": _certificate_and_key_apart,
    "expired client certificate": _expired_client_certificate,
    "client certificate of an unknown authority": _client_certificate_of_nobody,
    "self-signed certificate of another": _own_certificate_of_another,
    "clock behind, key": _clock(-600, "10 minutes behind that of 127.0.0.1", "key"),
    "clock ahead, key": _clock(600, "10 minutes ahead of that of 127.0.0.1", "key"),
    "clock ahead, secret": _clock(600, "10 minutes ahead of that of 127.0.0.1", "secret"),
    "revoked token": _ended("revoked = 1"),
    "expired token": _ended("expires = issued"),
    "scope missing": _scope_missing,
    "client disabled": _disabled,
    "untrusted authority": _untrusted,
    "expired server certificate": _server_certificate(
        "expired on", "127.0.0.1", start=-3 * DAY, end=-DAY
    ),
    "server certificate of the future": _server_certificate(
        "is not valid before", "127.0.0.1", start=DAY, end=3 * DAY
    ),
    "wrong host name": _server_certificate(
        "is for a.example, 127.0.0.2, not", "a.example", "127.0.0.2", start=-DAY, end=DAY
    ),
}
