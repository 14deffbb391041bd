"""Examples of bodies: small, sound, and accepted by a server as they are."""

from tui.models.json import Json
from tui.models.new_client import new_client

SAMPLES: dict[str, Json] = {
    "Client": {
        "clientName": "My application",
        "description": "Where people sign in with their browser",
        **new_client(),
        "redirectUris": ["https://app.example.com/callback"],
        "postLogoutRedirectUris": ["https://app.example.com/"],
        "grantTypes": ["authorization_code", "refresh_token"],
        "scopes": ["openid", "profile", "email"],
        "contacts": ["admin@example.com"],
        "idTokenSignedResponseAlg": "RS256",
        "accessTokenLifetime": 300,
        "refreshTokenLifetime": 14400,
        "trustedClient": False,
        "disabled": False,
    },
    "ClientAttributes": {
        "requirePkce": True,
        "requirePar": False,
        "dpopBoundAccessToken": False,
        "idTokenLifetime": 3600,
        "backchannelLogoutUri": ["https://app.example.com/backchannel-logout"],
        "backchannelLogoutSessionRequired": True,
    },
    "Scope": {
        "id": "https://api.example.com/orders.read",
        "displayName": "Read orders",
        "description": "See the orders of the person who is signed in",
        "scopeType": "oauth",
        "defaultScope": False,
    },
    "Registration": {
        "client_name": "My application",
        "redirect_uris": ["https://app.example.com/callback"],
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "client_secret_basic",
        "scope": "openid profile email",
        "require_pkce": True,
    },
    "Ssa": {
        "org_id": 1,
        "description": "For the developers of the shop",
        "software_id": "shop",
        "software_roles": ["shop"],
        "grant_types": ["authorization_code", "refresh_token"],
        "one_time_use": True,
        "rotate_ssa": True,
        "lifetime": 2592000,
    },
    "JsonPatch": [
        {"op": "add", "path": "/clientName", "value": "My application"},
        {"op": "add", "path": "/attributes/requirePkce", "value": True},
        {"op": "add", "path": "/redirectUris/-", "value": "https://app.example.com/other"},
    ],
}
