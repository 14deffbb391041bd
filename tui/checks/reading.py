"""What several checks read from a client."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.models.enums import ApplicationType, AuthMethod

if TYPE_CHECKING:
    from tui.models.client import Client
    from tui.models.client_attributes import ClientAttributes

SECRET_METHODS = frozenset(
    {
        AuthMethod.CLIENT_SECRET_BASIC,
        AuthMethod.CLIENT_SECRET_POST,
        AuthMethod.CLIENT_SECRET_JWT,
    }
)


@lru_cache(maxsize=256)
def attribute_name(name: str) -> str:
    """What the models call the member with that wire name: ``jwks_uri`` for ``jwksUri``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def member(client: Client, path: str) -> object:
    """The value of the typed view at ``path`` (wire names joined by dots), or ``None``."""
    value: object = client
    for name in path.split("."):
        value = getattr(value, attribute_name(name), None)
    return value


def text(client: Client, path: str) -> str:
    """The string at ``path``, or "" when there is none."""
    value = member(client, path)
    return value if isinstance(value, str) else ""


def attributes(client: Client) -> ClientAttributes:
    """The client's ``attributes``, empty when it has none."""
    if client.attributes is not None:
        return client.attributes
    from tui.models.client_attributes import ClientAttributes

    return ClientAttributes()


def is_native(client: Client) -> bool:
    """Whether the client runs on a device; without a type it is a web client."""
    return client.application_type == ApplicationType.NATIVE


def auth_methods(client: Client) -> frozenset[str]:
    """How the client may authenticate at the token endpoint; the server's default if unset."""
    main = client.token_endpoint_auth_method or AuthMethod.CLIENT_SECRET_BASIC
    return frozenset([main, *(attributes(client).additional_token_endpoint_auth_methods or ())])


def is_public(client: Client) -> bool:
    """Whether the client cannot authenticate (RFC 6749 section 2.1)."""
    return auth_methods(client) == {AuthMethod.NONE}


def response_words(client: Client) -> frozenset[str]:
    """What the client has returned through the browser, of all its response types together.

    A combination such as ``code id_token`` is one response type where clients are registered
    (OpenID Connect Registration 1.0 section 2); the Config API has its words one by one.
    """
    return frozenset(word for answer in client.response_types or () for word in answer.split())


def has_keys(client: Client) -> bool:
    """Whether the client has told its public keys, by value or by address."""
    return bool((client.jwks_uri or "").strip() or (client.jwks or "").strip())


def localized(client: Client, path: str) -> dict[str, str]:
    """The texts at ``path`` by language tag, "" for the default; {} when there are none."""
    values = getattr(member(client, path), "values", None)
    return values if isinstance(values, dict) else {}
