"""Each way to sign in, set up on a served sandbox: a profile, and the secrets in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.sandbox.certificates import make
from tests.sign_in.served import SECRET, PrivateKey, Served, as_jwk, as_pem, new_key, public
from tui.sandbox.seed.clients import TUI_CLIENT
from tui.settings.profile import Method, Profile, SignIn

TUI_SECRET = "sandbox-secret-1"
"""Of the client of the device flow, in a new sandbox."""


@dataclass(frozen=True)
class Set:
    """What was set up.

    Attributes:
        profile: it signs in.
        secrets: nobody may see them.
    """

    profile: Profile
    secrets: tuple[str, ...]


Way: TypeAlias = Callable[[Served], Coroutine[Any, Any, Set]]


def with_secret(method: Method) -> Way:
    """By a client secret."""

    async def way(served: Served) -> Set:
        inum = await served.client(tokenEndpointAuthMethod=method, clientSecret=SECRET)
        return Set(served.profile(SignIn(method, inum, f"plain:{SECRET}")), (SECRET,))

    return way


def with_key(algorithm: str, write: Callable[[PrivateKey], str]) -> Way:
    """By a private key in the form that ``write`` gives it."""

    async def way(served: Served) -> Set:
        key = new_key(algorithm)
        inum = await served.client(tokenEndpointAuthMethod="private_key_jwt", jwks=public(key))
        return set_up_key(served, inum, algorithm, key, write)

    return way


def set_up_key(
    served: Served,
    inum: str,
    algorithm: str,
    key: PrivateKey,
    write: Callable[[PrivateKey], str],
) -> Set:
    """The profile of a client that signs with ``key``, whether or not the server knows it."""
    path = served.file(write(key))
    sign_in = SignIn("private_key_jwt", inum, private_key=f"file:{path}", signing_alg=algorithm)
    private = (as_pem(key), str(key.as_dict(private=True)["d"]))
    return Set(served.profile(sign_in), private)


async def with_encrypted_key(served: Served) -> Set:
    """By a private key that has a password."""
    key, password = new_key("ES256"), "open-sesame-1"
    inum = await served.client(tokenEndpointAuthMethod="private_key_jwt", jwks=public(key))
    path = served.file(key.as_pem(private=True, password=password))
    sign_in = SignIn("private_key_jwt", inum, private_key=f"file:{path}")
    profile = served.profile(sign_in, key_password=f"plain:{password}")
    return Set(profile, (password, as_pem(key)))


async def with_certificate(served: Served) -> Set:
    """By a certificate of an authority that the server trusts."""
    certificate, key, subject = served.issued()
    inum = await served.client(
        tokenEndpointAuthMethod="tls_client_auth", attributes={"tlsClientAuthSubjectDn": subject}
    )
    sign_in = SignIn("tls_client_auth", inum)
    return Set(served.profile(sign_in, certificate=certificate, key=key), (text_of(key),))


async def with_own_certificate(served: Served) -> Set:
    """By a certificate that nobody vouches for."""
    own = make("CN=own")
    inum = await served.client(tokenEndpointAuthMethod="self_signed_tls_client_auth", jwks=own.jwks)
    path = str(own.write(served.files / f"{inum}.pem"))
    profile = served.profile(SignIn("self_signed_tls_client_auth", inum), certificate=path)
    return Set(profile, (text_of(path).partition("-----BEGIN PRIVATE")[2],))


async def with_token(served: Served) -> Set:
    """By a token that somebody handed over."""
    token = await served.token()
    return Set(served.profile(SignIn("token", token=f"file:{served.file(token)}")), (token,))


async def with_person(served: Served) -> Set:
    """By a person, with the device flow."""
    profile = served.profile(SignIn("device", TUI_CLIENT, f"plain:{TUI_SECRET}"))
    return Set(profile, (TUI_SECRET,))


def text_of(path: str) -> str:
    """What is in a file."""
    with open(path, encoding="utf-8") as file:
        return file.read()


def key_set(key: PrivateKey) -> str:
    """A key set with the private key in it."""
    return json.dumps({"keys": [key.as_dict(private=True)]})


WAYS: dict[str, Way] = {
    "client_secret_basic": with_secret("client_secret_basic"),
    "client_secret_post": with_secret("client_secret_post"),
    "client_secret_jwt": with_secret("client_secret_jwt"),
    **{
        f"private_key_jwt, {algorithm}, {form}": with_key(algorithm, write)
        for form, write, algorithms in (
            ("PEM", as_pem, ("RS256", "PS384", "ES256", "EdDSA")),
            ("JWK", as_jwk, ("RS512", "PS256", "ES384", "EdDSA")),
            ("key set", key_set, ("ES512",)),
        )
        for algorithm in algorithms
    },
    "private_key_jwt, encrypted": with_encrypted_key,
    "tls_client_auth": with_certificate,
    "self_signed_tls_client_auth": with_own_certificate,
    "token": with_token,
}
