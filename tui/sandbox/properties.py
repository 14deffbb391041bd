"""The Auth Server itself: its settings, its keys, the plugins of the Config API.

A sandbox keeps settings that are changed and shows them, but goes by its own.
"""

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox.bodies import PATCH, expect, read
from tui.sandbox.entries import routes_of
from tui.sandbox.grants.issuing import ACCESS_SECONDS, REFRESH_SECONDS
from tui.sandbox.oauth import jwks
from tui.sandbox.protection import needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.store import Store
from tui.sandbox.urls import AUTH, CONFIG_API, base_url

_SCOPE = "https://jans.io/oauth/jans-auth-server/config/properties"
READ = needs(f"{_SCOPE}.readonly", "", "properties.admin read-all write-all")
WRITE = needs(f"{_SCOPE}.write", "", "properties.admin write-all")
READ_KEYS = needs("jwks.readonly", "", "jwks.admin read-all write-all")
READ_PLUGINS = needs("plugin.readonly", "", "plugin.admin read-all write-all")

PATH = f"{CONFIG_API}/jans-auth-server/config"


async def get_settings(request: Request, sandbox: Sandbox) -> Response:
    """GET the Auth Server's settings."""
    fresh = _fresh(base_url(request), sandbox.settings)
    return JSONResponse(await sandbox.run(lambda store: _changed(store, fresh)))


async def patch_settings(request: Request, sandbox: Sandbox) -> Response:
    """PATCH the Auth Server's settings (RFC 6902)."""
    expect(request, PATCH)
    patch = await read(request)
    fresh = _fresh(base_url(request), sandbox.settings)

    def work(store: Store) -> JsonObject:
        from tui.sandbox.patching import patched

        with store.writing():
            after = patched(patch, _changed(store, fresh))
            # What is as ever is not kept, for the addresses are those of each request.
            changes = {name: after.get(name) for name in {*fresh, *after}}
            changes = {name: item for name, item in changes.items() if item != fresh.get(name)}
            store.connection.execute("DELETE FROM properties")
            store.connection.execute(
                "INSERT INTO properties (body) VALUES (?)", (json.dumps(changes),)
            )
        return after

    return JSONResponse(await sandbox.run(work))


async def get_keys(request: Request, sandbox: Sandbox) -> Response:
    """GET the public keys of the Auth Server (RFC 7517)."""
    return await jwks(request, sandbox)


async def get_plugins(_request: Request, _sandbox: Sandbox) -> Response:
    """GET the plugins of the Config API: a sandbox has none."""
    return JSONResponse([])


def routes() -> list[Route]:
    """The routes of these nouns."""
    return routes_of(
        [
            (PATH, "GET", protected(READ, get_settings)),
            (PATH, "PATCH", protected(WRITE, patch_settings)),
            (f"{CONFIG_API}/config/jwks", "GET", protected(READ_KEYS, get_keys)),
            (f"{CONFIG_API}/plugin", "GET", protected(READ_PLUGINS, get_plugins)),
        ]
    )


def _changed(store: Store, fresh: JsonObject) -> JsonObject:
    """``fresh`` with the changes that are kept; None takes a setting away."""
    row = store.connection.execute("SELECT body FROM properties").fetchone()
    changes: JsonObject = json.loads(row[0]) if row else {}
    return {name: item for name, item in (fresh | changes).items() if item is not None}


def _fresh(issuer: str, settings: SandboxSettings) -> JsonObject:
    """The settings as installed, under the names that a Jans server has for them."""
    registration = settings.registration
    endpoints: JsonObject = {
        f"{name}Endpoint": f"{issuer}{AUTH}/{path}"
        for name, path in (
            ("authorization", "authorize"),
            ("token", "token"),
            ("tokenRevocation", "revoke"),
            ("userInfo", "userinfo"),
            ("introspection", "introspection"),
            ("registration", "register"),
            ("deviceAuthz", "device_authorization"),
        )
    }
    return {
        "issuer": issuer,
        "baseEndpoint": f"{issuer}{AUTH}",
        **endpoints,
        "jwksUri": f"{issuer}{AUTH}/jwks",
        "dynamicRegistrationEnabled": registration.enabled,
        "dynamicRegistrationExpirationTime": -1,
        "dynamicRegistrationPasswordGrantTypeEnabled": "password" in registration.extras,
        "dcrAttestationEvidenceRequired": registration.evidence_required,
        "dcrSignatureValidationEnabled": registration.signed_requests,
        "redirectUrisRegexEnabled": "redirect-regex" in registration.extras,
        "publicSubjectIdentifierPerClientEnabled": "subject-attribute" in registration.extras,
        "returnClientSecretOnRead": registration.return_secret_on_read,
        "rotateClientRegistrationAccessTokenOnUsage": registration.rotate_tokens,
        "accessTokenLifetime": ACCESS_SECONDS,
        "refreshTokenLifetime": REFRESH_SECONDS,
        "requirePar": False,
    }
