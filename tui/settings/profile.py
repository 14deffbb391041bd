"""What a person sets up about one server. Secrets stand here only by reference."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["server", "registration"]
"""``server``: a Jans server with its Config API. ``registration``: any provider that registers
clients (RFC 7591), without signing in."""

Method: TypeAlias = Literal[
    "client_secret_basic",
    "client_secret_post",
    "client_secret_jwt",
    "private_key_jwt",
    "tls_client_auth",
    "self_signed_tls_client_auth",
    "device",
    "token",
]
"""How to sign in: a client authentication (OpenID Connect Core section 9, RFC 8705 section 2)
with client credentials; a person by the device flow (RFC 8628); a token handed over."""

Colour: TypeAlias = Literal["", "red", "yellow", "green", "cyan", "blue", "magenta"]

KINDS: tuple[Kind, ...] = get_args(Kind)
METHODS: tuple[Method, ...] = get_args(Method)
COLOURS: tuple[Colour, ...] = get_args(Colour)

SIGNING_ALGORITHMS = (
    *("HS256", "HS384", "HS512"),
    *("RS256", "RS384", "RS512"),
    *("PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512"),
    "EdDSA",
)
"""For the assertions of client_secret_jwt (HS…) and private_key_jwt (RFC 7518, RFC 8037)."""

SANDBOX = "sandbox"
"""The name that no profile may have: the practice server's."""

JANS_CLI = "jans-cli.ini"
"""The name of the profile that is read from the settings of the Jans CLI."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to get a token.

    Attributes:
        method: see ``Method``.
        client_id: the OAuth client that signs in.
        client_secret: a reference to its secret (``env:NAME`` …), as all secrets here.
        private_key: a reference to its key, PEM or JWK, for private_key_jwt.
        signing_alg: of the assertion; "" lets the key decide.
        token: a reference to an access token that somebody handed over; to register, to an
            initial access token (RFC 7591 section 3).
        scopes: to ask for; () for those that managing clients needs.
    """

    method: Method = "client_secret_basic"
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    private_key: str = field(default="", repr=False)
    signing_alg: str = ""
    token: str = field(default="", repr=False)
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tls:
    """How to be sure of the server, and how to show it who is there.

    Attributes:
        ca_file: PEM file of the only authorities to trust; "" for the system's. Paths may
            start with ``~``; relative ones start in the folder of the settings.
        certificate: PEM file of the client's certificate; "" for none.
        key: PEM file of its private key; "" when it is in the same file.
        key_password: a reference to the key's password; an encrypted key without one asks.
        insecure: trust whatever certificate the server shows.
    """

    ca_file: str = ""
    certificate: str = ""
    key: str = ""
    key_password: str = field(default="", repr=False)
    insecure: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """One server, as a person set it up.

    Attributes:
        name: what the person calls it.
        url: ``https://host[:port][/path]``.
        kind: see ``Kind``.
        endpoint: where clients are registered; "" to find it by discovery.
        sign_in: how to get a token.
        tls: certificates.
        colour: in which its name stands on every screen; "" for none in particular.
        read_only: refuse every write.
        protected: deleting or disabling asks for the name to be typed.
    """

    name: str
    url: str
    kind: Kind = "server"
    endpoint: str = ""
    sign_in: SignIn = SignIn()
    tls: Tls = Tls()
    colour: Colour = ""
    read_only: bool = False
    protected: bool = False


def usual_method(sign_in: SignIn, tls: Tls) -> Method:
    """How to sign in when the person did not say: what the rest of the profile is good for."""
    if sign_in.client_secret:
        return "client_secret_basic"
    if sign_in.private_key:
        return "private_key_jwt"
    if sign_in.token:
        return "token"
    if tls.certificate:
        return "tls_client_auth"
    return "client_secret_basic"
