"""Which clients have a shared secret, and of which it can be seen whether one works."""

from tui.models.json import JsonObject

SECRET_METHODS = frozenset({"client_secret_basic", "client_secret_post"})
NEEDS_SECRET = SECRET_METHODS | {"client_secret_jwt"}


def needs_secret(client: JsonObject) -> bool:
    """Whether the client authenticates with a shared secret."""
    return method_of(client) in NEEDS_SECRET


def can_be_tried(client: JsonObject) -> bool:
    """Whether the token endpoint tells if a secret of ``client`` works.

    Only ``client_secret_basic`` and ``client_secret_post`` can be tried; and a disabled
    client is refused whatever its secret.
    """
    return (
        method_of(client) in SECRET_METHODS
        and client.get("disabled") is not True
        and isinstance(client.get("inum"), str)
    )


def method_of(client: JsonObject) -> object:
    """How the client authenticates at the token endpoint."""
    return client.get("tokenEndpointAuthMethod", "client_secret_basic")
