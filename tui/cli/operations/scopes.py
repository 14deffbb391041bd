"""Scopes."""

from tui.api.config import CONFIG_API
from tui.api.request import JSON_PATCH
from tui.cli.operations.operation import Operation, Parameter, any_of, paging

_GROUP = "OauthScopes"
_PATH = f"{CONFIG_API}/scopes"
_READ = any_of("scopes.readonly", "scopes.write", "scopes.admin", "read-all", "write-all")
_WRITE = any_of("scopes.write", "scopes.admin", "write-all")
_DELETE = any_of("scopes.delete", "scopes.admin", "delete-all")

_WITH_CLIENTS = Parameter(
    "withAssociatedClients", "true: with the clients that have it, which is slow", "flag"
)

OPERATIONS = (
    Operation(
        "get-oauth-scopes",
        "GET",
        _PATH,
        "list scopes, a page of them",
        _GROUP,
        query=(
            *paging(),
            Parameter("type", "only of this type: openid, oauth, dynamic, uma, spontaneous"),
            _WITH_CLIENTS,
        ),
        scopes=_READ,
    ),
    Operation(
        "get-oauth-scopes-by-inum",
        "GET",
        f"{_PATH}/{{inum}}",
        "read one scope",
        _GROUP,
        query=(_WITH_CLIENTS,),
        scopes=_READ,
    ),
    Operation(
        "get-scope-by-creator",
        "GET",
        f"{_PATH}/creator/{{creatorId}}",
        "list the scopes that a client or a person made",
        _GROUP,
        scopes=_READ,
    ),
    Operation(
        "get-scope-by-type",
        "GET",
        f"{_PATH}/type/{{type}}",
        "list the scopes of one type",
        _GROUP,
        scopes=_READ,
    ),
    Operation(
        "post-oauth-scopes",
        "POST",
        _PATH,
        "create a scope; it needs id",
        _GROUP,
        scopes=_WRITE,
        schema="Scope",
    ),
    Operation(
        "put-oauth-scopes",
        "PUT",
        _PATH,
        "replace the scope that the body's inum names; what is left out is deleted",
        _GROUP,
        scopes=_WRITE,
        schema="Scope",
    ),
    Operation(
        "patch-oauth-scopes-by-id",
        "PATCH",
        f"{_PATH}/{{inum}}",
        "change members of one scope by JSON Patch",
        _GROUP,
        scopes=_WRITE,
        schema="JsonPatch",
        media_type=JSON_PATCH,
    ),
    Operation(
        "delete-oauth-scopes-by-inum",
        "DELETE",
        f"{_PATH}/{{inum}}",
        "delete one scope, also if clients have it",
        _GROUP,
        scopes=_DELETE,
    ),
)
