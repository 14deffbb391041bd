"""Everything that opening a connection to one server needs to know."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from tui import __version__
from tui.models.address import server_address

_CONFIG = "https://jans.io/oauth/config/"

SSA_SCOPES = (
    "https://jans.io/auth/ssa.admin",
    "https://jans.io/auth/ssa.portal",
    "https://jans.io/auth/ssa.developer",
)
"""What software statements need: all of it, reading all, reading one's own."""

CLIENT_SCOPES: tuple[str, ...] = (
    *(
        _CONFIG + name
        for name in (
            "openid/clients.readonly",
            "openid/clients.write",
            "openid/clients.delete",
            "openid/clients.admin",
            "scopes.readonly",
            "scopes.write",
            "scopes.delete",
            "attributes.readonly",
            "acrs.readonly",
            "scripts.readonly",
            "token.readonly",
            "token.delete",
            "read-all",
        )
    ),
    *SSA_SCOPES,
)
"""What managing clients can use. The server grants those that the client has, and no error.

Not what would let a token change everything: such power is not for a token that is kept."""

CONFIG_API = "/jans-config-api/api/v1"
"""Path of the Config API below the server's address."""

AUTH_SERVER = "/jans-auth/restv1"
"""Path of the Auth Server's OAuth endpoints below the server's address."""


Method = Literal[
    "client_secret_basic",
    "client_secret_post",
    "client_secret_jwt",
    "private_key_jwt",
    "tls_client_auth",
    "self_signed_tls_client_auth",
]
"""How a client authenticates at the token endpoint (OpenID Connect Core section 9, RFC 8705)."""


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """PEM files with which this program shows who it is in TLS (RFC 8446 section 4.4.2).

    Attributes:
        certificate: the certificate, and after it those between it and its authority.
        key: its private key.
        password: of the key, "" when it has none.
    """

    certificate: Path
    key: Path
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """Where a server is, and how to speak to it.

    Attributes:
        base_url: ``https://host[:port][/prefix]``; ``http`` only for this machine.
        client_id: OAuth client that may get tokens by client credentials.
        client_secret: its secret, never part of the ``repr``.
        method: how the client authenticates.
        private_key: PEM or JWK of private_key_jwt.
        private_key_password: of an encrypted PEM, "" when it is not.
        signing_alg: of the assertions; "" lets the key decide.
        person: a person signs in by the device flow; the client is only their way.
        scopes: asked for; what was granted may be less.
        access_token: sent as it is instead of tokens that the client would get; "" for none.
        ca_file: PEM file of the only certificate authorities to trust; None: the system's.
        certificate: for TLS client authentication; None: without.
        insecure: trust whatever certificate the server shows.
        connect_timeout: seconds until a connection must stand.
        read_timeout: seconds without a byte until an answer counts as lost.
        total_timeout: seconds that one call may take with its token, waits and retries.
        user_agent: what the server's log shows.
        read_only: refuse every write before it leaves.

    Raises:
        ValueError: ``base_url`` or ``access_token`` cannot be used; the text is a sentence.
    """

    base_url: str
    client_id: str
    client_secret: str = field(repr=False)
    method: Method = "client_secret_basic"
    private_key: str = field(default="", repr=False)
    private_key_password: str = field(default="", repr=False)
    signing_alg: str = ""
    person: bool = False
    scopes: tuple[str, ...] = CLIENT_SCOPES
    access_token: str = field(default="", repr=False)
    ca_file: Path | None = None
    certificate: ClientCertificate | None = None
    insecure: bool = False
    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    total_timeout: float = 60.0
    user_agent: str = f"jans-tui/{__version__}"
    read_only: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "base_url", server_address(self.base_url))
        token = self.access_token
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise ValueError("The access token holds characters that no token has.")

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be seen in any message."""
        return (self.client_secret, self.private_key, self.private_key_password, self.access_token)

    @property
    def token_endpoint(self) -> str:
        """URL of the token endpoint (RFC 6749 section 3.2)."""
        return f"{self.base_url}{AUTH_SERVER}/token"

    @property
    def revocation_endpoint(self) -> str:
        """URL of the revocation endpoint (RFC 7009 section 2)."""
        return f"{self.base_url}{AUTH_SERVER}/revoke"

    @property
    def oauth_paths(self) -> frozenset[str]:
        """The usual URL paths where a POST changes no configuration: tokens, signing in."""
        prefix = urlsplit(self.base_url).path
        names = ("token", "revoke", "device_authorization", "userinfo", "ssa/validation")
        return frozenset(f"{prefix}{AUTH_SERVER}/{name}" for name in names)
