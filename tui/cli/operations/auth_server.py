"""The Auth Server itself: its settings, its keys, its plugins, the sessions of people."""

from tui.api.config import CONFIG_API
from tui.api.request import JSON_PATCH
from tui.cli.operations.operation import Operation, any_of, paging

_SETTINGS = "ConfigurationProperties"
_SETTINGS_PATH = f"{CONFIG_API}/jans-auth-server/config"
_PROPERTIES = "https://jans.io/oauth/jans-auth-server/config/properties."

_SESSIONS = "AuthSessionManagement"
_SESSIONS_PATH = f"{CONFIG_API}/jans-auth-server/session"
_SESSION = "https://jans.io/oauth/jans-auth-server/session."

OPERATIONS = (
    Operation(
        "get-properties",
        "GET",
        _SETTINGS_PATH,
        "read the settings of the Auth Server",
        _SETTINGS,
        scopes=any_of(f"{_PROPERTIES}readonly", "properties.admin", "read-all", "write-all"),
    ),
    Operation(
        "patch-properties",
        "PATCH",
        _SETTINGS_PATH,
        "change settings of the Auth Server by JSON Patch",
        _SETTINGS,
        scopes=any_of(f"{_PROPERTIES}write", "properties.admin", "write-all"),
        schema="JsonPatch",
        media_type=JSON_PATCH,
    ),
    Operation(
        "get-config-jwks",
        "GET",
        f"{CONFIG_API}/config/jwks",
        "read the keys of the Auth Server",
        "ConfigurationJwkJsonWebKeyJwk",
        scopes=any_of("jwks.readonly", "jwks.admin", "read-all", "write-all"),
    ),
    Operation(
        "get-plugins",
        "GET",
        f"{CONFIG_API}/plugin",
        "list the plugins of the Config API",
        "Plugins",
        scopes=any_of("plugin.readonly", "plugin.admin", "read-all", "write-all"),
    ),
    Operation(
        "search-session",
        "GET",
        f"{_SESSIONS_PATH}/search",
        "find the sessions of people who are signed in",
        _SESSIONS,
        query=paging("jansId"),
        scopes=any_of(f"{_SESSION}readonly", "read-all", "write-all"),
    ),
    Operation(
        "delete-session",
        "DELETE",
        f"{_SESSIONS_PATH}/sid/{{sid}}",
        "end one session",
        _SESSIONS,
        scopes=any_of(f"{_SESSION}delete", "delete-all"),
    ),
)
