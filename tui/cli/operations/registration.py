"""Dynamic client registration at the Auth Server (RFC 7591, RFC 7592)."""

from tui.api.config import AUTH_SERVER
from tui.cli.operations.operation import Operation, Parameter

_PATH = f"{AUTH_SERVER}/register"
_GROUP = "Registration"
_CLIENT = (Parameter("client_id", "the client"),)
_TOKEN = "REGISTRATION_ACCESS_TOKEN"

OPERATIONS = (
    Operation(
        "post-register",
        "POST",
        _PATH,
        "register a client, and keep its token; --access-token is the initial one",
        _GROUP,
        schema="Registration",
        bearer="INITIAL_ACCESS_TOKEN",
    ),
    Operation(
        "get-register",
        "GET",
        _PATH,
        "read a registration, with its token: kept here, or --access-token",
        _GROUP,
        query=_CLIENT,
        bearer=_TOKEN,
    ),
    Operation(
        "put-register",
        "PUT",
        _PATH,
        "change a registration, with its token: kept here, or --access-token",
        _GROUP,
        query=_CLIENT,
        schema="Registration",
        bearer=_TOKEN,
    ),
    Operation(
        "delete-register",
        "DELETE",
        _PATH,
        "delete a registered client, with its token: kept here, or --access-token",
        _GROUP,
        query=_CLIENT,
        bearer=_TOKEN,
    ),
)
