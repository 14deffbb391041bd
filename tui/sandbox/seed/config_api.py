"""The scopes that guard the Config API."""

from collections.abc import Iterator

_PREFIX = "https://jans.io/oauth/config/"
_SERVER = "https://jans.io/oauth/jans-auth-server/"

# What, the path of its scopes, the actions there are.
_RESOURCES = (
    ("attributes", "attributes", "readonly write delete admin"),
    ("default authentication methods", "acrs", "readonly write admin"),
    ("database settings", "database", "readonly write delete"),
    ("scripts", "scripts", "readonly write delete admin"),
    ("server properties", "properties", "readonly write admin"),
    ("mail settings", "smtp", "readonly write delete admin"),
    ("logging settings", "logging", "readonly write admin"),
    ("server keys", "jwks", "readonly write delete admin"),
    ("OpenID Connect clients", "openid/clients", "readonly write delete admin"),
    ("everything of OpenID Connect", "openid/openid", "readonly write delete"),
    ("UMA resources", "uma/resources", "readonly write delete admin"),
    ("UMA", "uma", "readonly write delete admin"),
    ("scopes", "scopes", "readonly write delete admin"),
    ("statistics", "stats", "readonly admin"),
    ("the organization", "organization", "readonly write admin"),
    ("users", "user", "readonly write delete admin"),
    ("Agama flows", "agama", "readonly write delete admin"),
    ("sessions", "jans-auth-server/session", "readonly delete"),
    ("tokens", "token", "readonly write delete admin"),
    ("software statement assertions", "ssa", "write delete"),
    ("plugins", "plugin", "readonly admin"),
    ("the version", "app-version", "readonly"),
    ("server data", "data", "readonly"),
    ("health", "health", "admin"),
)

_VERBS = {"readonly": "View", "write": "Change", "delete": "Delete", "admin": "Manage"}

# Ids apart from the pattern above; some spelled as older servers have them.
_OTHERS = (
    (f"{_PREFIX}read-all", "View everything"),
    (f"{_PREFIX}write-all", "Change everything"),
    (f"{_PREFIX}delete-all", "Delete everything"),
    (f"{_PREFIX}openid-read", "View everything of OpenID Connect"),
    (f"{_PREFIX}openid-write", "Change everything of OpenID Connect"),
    (f"{_PREFIX}openid-delete", "Delete everything of OpenID Connect"),
    ("https://jans.io/oauth/client/authorizations.readonly", "View client authorizations"),
    ("https://jans.io/oauth/client/authorizations.delete", "Delete client authorizations"),
    ("https://jans.io/oauth/client/authorizations.admin", "Manage client authorizations"),
    (f"{_SERVER}config/properties.readonly", "View the settings of the Auth Server"),
    (f"{_SERVER}config/properties.write", "Change the settings of the Auth Server"),
    (f"{_SERVER}session.readonly", "View the sessions of people"),
    (f"{_SERVER}session.delete", "Delete the sessions of people"),
)


def _all() -> Iterator[tuple[str, str, str]]:
    for group, (what, path, actions) in enumerate(_RESOURCES, start=1):
        for number, action in enumerate(actions.split(), start=1):
            yield (
                f"1800.01.{group}{number}",
                f"{_PREFIX}{path}.{action}",
                f"{_VERBS[action]} {what}",
            )
    for number, (name, description) in enumerate(_OTHERS, start=1):
        yield f"1800.03.{number}", name, description


CONFIG_API_SCOPES = tuple(_all())
"""``inum``, id and description of each."""
