"""Where the OAuth endpoints of a server are (RFC 8414 section 2)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from tui.api.config import AUTH_SERVER, ApiConfig
from tui.models.address import server_address
from tui.models.json import JsonObject

DISCOVERY_PATH = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """URLs; each is on the host that the profile names.

    Attributes:
        issuer: as the server calls itself.
        token_endpoint: RFC 6749 section 3.2.
        revocation_endpoint: RFC 7009 section 2.
        device_authorization_endpoint: RFC 8628 section 3.1.
        userinfo_endpoint: OpenID Connect Core section 5.3.
        jwks_uri: the server's public keys.
    """

    issuer: str
    token_endpoint: str
    revocation_endpoint: str
    device_authorization_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str


def usual_endpoints(config: ApiConfig) -> Endpoints:
    """Where Jans has them."""
    base = f"{config.base_url}{AUTH_SERVER}"
    return Endpoints(
        config.base_url,
        f"{base}/token",
        f"{base}/revoke",
        f"{base}/device_authorization",
        f"{base}/userinfo",
        f"{base}/jwks",
    )


def discovered_endpoints(config: ApiConfig, metadata: JsonObject) -> Endpoints:
    """Where the server says that they are.

    What it names on another host is left at its usual place: no secret goes to a host that the
    profile does not name. With a client certificate the aliases for mutual TLS come first
    (RFC 8705 section 5).
    """
    usual = usual_endpoints(config)
    aliases = metadata.get("mtls_endpoint_aliases")
    named: JsonObject = dict(metadata)
    if config.certificate is not None and isinstance(aliases, dict):
        named |= aliases
    own = urlsplit(config.base_url).hostname
    found = {}
    for field in fields(Endpoints):
        value = named.get(field.name)
        fits = isinstance(value, str) and _is_on(own, value)
        found[field.name] = str(value) if fits else getattr(usual, field.name)
    return Endpoints(**found)


def _is_on(host: str | None, url: str) -> bool:
    try:
        server_address(url)
        return urlsplit(url).hostname == host
    except ValueError:
        return False
