"""OAuth clients, and what hangs on one: tokens, authorizations, UMA resources."""

from tui.api.config import CONFIG_API
from tui.api.request import JSON_PATCH
from tui.cli.operations.operation import Operation, any_of, paging

_CLIENTS = "OauthOpenidConnectClients"
_CLIENTS_PATH = f"{CONFIG_API}/openid/clients"
_READ = any_of(
    "openid/clients.readonly",
    "openid/clients.write",
    "openid/openid.readonly",
    "openid/clients.admin",
    "read-all",
    "write-all",
)
_WRITE = any_of("openid/clients.write", "openid/openid.write", "openid/clients.admin", "write-all")
_DELETE = any_of(
    "openid/clients.delete", "openid/openid.delete", "openid/clients.admin", "delete-all"
)

_TOKENS = "Token"
_READ_TOKENS = any_of("token.readonly", "token.write", "token.admin", "read-all", "write-all")

_AUTHORIZATIONS = "ClientAuthorization"
_AUTHORIZED = "https://jans.io/oauth/client/authorizations."

_UMA = "OauthUmaResources"
_READ_UMA = any_of(
    *(f"uma{kind}.{way}" for kind in ("", "/resources") for way in ("readonly", "write")),
    "uma.admin",
    "read-all",
    "write-all",
)
_DELETE_UMA = any_of("uma.delete", "uma/resources.delete", "uma.admin", "delete-all")

OPERATIONS = (
    Operation(
        "get-oauth-openid-clients",
        "GET",
        _CLIENTS_PATH,
        "list clients, a page of them",
        _CLIENTS,
        query=paging(),
        scopes=_READ,
    ),
    Operation(
        "get-oauth-openid-clients-by-inum",
        "GET",
        f"{_CLIENTS_PATH}/{{inum}}",
        "read one client",
        _CLIENTS,
        scopes=_READ,
        old_names=("get-oauth-openid-client-by-inum",),
    ),
    Operation(
        "post-oauth-openid-client",
        "POST",
        _CLIENTS_PATH,
        "create a client; it needs redirectUris",
        _CLIENTS,
        scopes=_WRITE,
        schema="Client",
        old_names=("post-oauth-openid-clients",),
    ),
    Operation(
        "put-oauth-openid-client",
        "PUT",
        _CLIENTS_PATH,
        "replace the client that the body's inum names; what is left out is deleted",
        _CLIENTS,
        scopes=_WRITE,
        schema="Client",
        old_names=("put-oauth-openid-clients",),
    ),
    Operation(
        "patch-oauth-openid-client-by-inum",
        "PATCH",
        f"{_CLIENTS_PATH}/{{inum}}",
        "change members of one client by JSON Patch",
        _CLIENTS,
        scopes=_WRITE,
        schema="JsonPatch",
        media_type=JSON_PATCH,
        old_names=("patch-oauth-openid-clients-by-inum",),
    ),
    Operation(
        "delete-oauth-openid-client-by-inum",
        "DELETE",
        f"{_CLIENTS_PATH}/{{inum}}",
        "delete one client",
        _CLIENTS,
        scopes=_DELETE,
        old_names=("delete-oauth-openid-clients-by-inum",),
    ),
    Operation(
        "search-token",
        "GET",
        f"{CONFIG_API}/token/search",
        "find tokens; fieldValuePair names columns, such as clnId=…",
        _TOKENS,
        query=paging("tknCde"),
        scopes=_READ_TOKENS,
    ),
    Operation(
        "get-token-by-client",
        "GET",
        f"{CONFIG_API}/token/client/{{clientId}}",
        "list the tokens of one client, at most 50",
        _TOKENS,
        scopes=_READ_TOKENS,
    ),
    Operation(
        "get-token-by-id",
        "GET",
        f"{CONFIG_API}/token/tknCde/{{tknCde}}",
        "read one token's entry by its code, which is a hash of the token",
        _TOKENS,
        scopes=_READ_TOKENS,
    ),
    Operation(
        "revoke-token",
        "DELETE",
        f"{CONFIG_API}/token/revoke/{{tknCde}}",
        "revoke one token by its code",
        _TOKENS,
        scopes=any_of("token.delete", "openid/openid.delete", "token.admin", "delete-all"),
    ),
    Operation(
        "get-client-authorization",
        "GET",
        f"{CONFIG_API}/clients/authorizations/{{userId}}",
        "list the clients that a person has let in",
        _AUTHORIZATIONS,
        scopes=any_of(f"{_AUTHORIZED}readonly", f"{_AUTHORIZED}admin", "read-all", "write-all"),
    ),
    Operation(
        "delete-client-authorization",
        "DELETE",
        f"{CONFIG_API}/clients/authorizations/{{userId}}/{{clientId}}/{{username}}",
        "take back what a person has let a client do",
        _AUTHORIZATIONS,
        scopes=any_of(f"{_AUTHORIZED}delete", f"{_AUTHORIZED}admin", "delete-all"),
    ),
    Operation(
        "get-oauth-uma-resources-by-clientid",
        "GET",
        f"{CONFIG_API}/uma/resources/clientId/{{clientId}}",
        "list the UMA resources of one client",
        _UMA,
        scopes=_READ_UMA,
    ),
    Operation(
        "delete-oauth-uma-resources-by-id",
        "DELETE",
        f"{CONFIG_API}/uma/resources/{{id}}",
        "delete one UMA resource",
        _UMA,
        scopes=_DELETE_UMA,
    ),
)
