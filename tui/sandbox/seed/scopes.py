"""Scopes of a fresh installation."""

from collections.abc import Iterator

from tui.models.json import JsonObject
from tui.sandbox.scope_entry import complete
from tui.sandbox.seed import INSTALLED
from tui.sandbox.seed.attributes import attribute_dns
from tui.sandbox.seed.config_api import CONFIG_API_SCOPES
from tui.sandbox.seed.scripts import script_dn

_PROFILE = (
    *("name", "family_name", "given_name", "middle_name", "nickname", "preferred_username"),
    *("profile", "picture", "website", "gender", "birthdate", "zoneinfo", "locale", "updated_at"),
)

# inum, id, display name, description, default, claims
_OPENID = (
    ("F0C4", "openid", "authenticate_openid_connect", "Sign in with OpenID Connect.", True, ()),
    ("43F1", "profile", "view_profile", "See your basic profile.", True, _PROFILE),
    (
        "764C",
        "email",
        "view_email_address",
        "See your email address.",
        True,
        ("email", "email_verified"),
    ),
    ("C17A", "address", "view_address", "See your postal address.", False, ("address",)),
    (
        "B9D2-D6E5",
        "phone",
        "view_phone_number",
        "See your phone number.",
        False,
        ("phone_number", "phone_number_verified"),
    ),
    ("10B2", "user_name", "view_username", "See your local user name.", False, ("user_name",)),
    (
        "341A",
        "clientinfo",
        "view_client",
        "See facts about the client.",
        False,
        ("name", "inum"),
    ),
    (
        "C4F6",
        "offline_access",
        "offline_access",
        "Get refresh tokens, for access while you are away.",
        True,
        (),
    ),
    ("6D90", "device_sso", "device_sso", "Share a sign-in between native apps.", False, ()),
    ("7D90", "revoke_session", "revoke_session", "End the sessions of a user.", False, ()),
)

# inum, id, description
_SCIM = (
    ("1200.485475", "https://jans.io/scim/users.read", "Query user resources"),
    ("1200.EE9755", "https://jans.io/scim/users.write", "Change user resources"),
    ("1200.57CC3F", "https://jans.io/scim/groups.read", "Query group resources"),
    ("1200.57EA2A", "https://jans.io/scim/groups.write", "Change group resources"),
    ("1200.C5C2EF", "https://jans.io/scim/fido.read", "Query FIDO devices"),
    ("1200.369E7D", "https://jans.io/scim/fido.write", "Change FIDO devices"),
    ("1200.472E10", "https://jans.io/scim/fido2.read", "Query FIDO 2 devices"),
    ("1200.D8FE2A", "https://jans.io/scim/fido2.write", "Change FIDO 2 devices"),
    ("1200.0F2F42", "https://jans.io/scim/all-resources.search", "Search all resources"),
    ("1200.A9B43A", "https://jans.io/scim/bulk", "Send bulk operations"),
)

_SSA = (
    ("1800.05.1", "https://jans.io/auth/ssa.admin", "Manage all software statement assertions"),
    ("1800.05.2", "https://jans.io/auth/ssa.portal", "See all software statement assertions"),
    ("1800.05.3", "https://jans.io/auth/ssa.developer", "See own software statement assertions"),
)


def scopes() -> Iterator[JsonObject]:
    """All scopes, complete."""
    for entry in _plain():
        yield complete({"creationDate": "2026-01-02T00:00:00", **entry}, INSTALLED)


def _plain() -> Iterator[JsonObject]:
    for inum, name, display, description, default, claims in _OPENID:
        yield {
            "inum": inum,
            "id": name,
            "displayName": display,
            "description": description,
            "scopeType": "openid",
            "defaultScope": default,
            "claims": attribute_dns(claims),
        }
    yield _oauth("C4F7", "jans_stat", "Read the server's statistics", shown=True)
    for inum, name, description in (*_SCIM, *_SSA, *CONFIG_API_SCOPES):
        yield _oauth(inum, name, description)
    yield {
        "inum": "D491-6C1A",
        "id": "org_name",
        "displayName": "view_organization",
        "description": "See the name of your organization.",
        "scopeType": "dynamic",
        "dynamicScopeScripts": [script_dn("CB5B-3211")],
        "claims": attribute_dns(("o",)),
    }
    yield {
        "inum": "8A1F-2B60",
        "id": "https://files.example.com/folders.view",
        "displayName": "View folders",
        "description": "List the folders of a file share.",
        "scopeType": "uma",
        "iconUrl": "https://files.example.com/icons/folder.png",
        "umaAuthorizationPolicies": [script_dn("2DAF-F995")],
        "creatorType": "client",
        "creatorId": "2000.4f0c8f1e-6d0e-4a52-93b4-0e6ef5a1c001",
    }
    yield {
        "inum": "f3e7c5a0-5d2b-4c3e-9a61-7c1b20e5d001",
        "id": "transaction:4711",
        "displayName": "transaction:4711",
        "scopeType": "spontaneous",
        "attributes": {
            "spontaneousClientScopes": ["^transaction:.+$"],
            "showInConfigurationEndpoint": False,
        },
        "creatorType": "client",
        "creatorId": "2000.4f0c8f1e-6d0e-4a52-93b4-0e6ef5a1c001",
        "deletable": True,
        "expirationDate": "2036-01-02T00:00:00",
    }


def _oauth(inum: str, name: str, description: str, shown: bool = False) -> JsonObject:
    return {
        "inum": inum,
        "id": name,
        "displayName": name
        if shown
        else f"Config API scope {name}"
        if "/config/" in name
        else name,
        "description": description,
        "scopeType": "oauth",
        "attributes": {"showInConfigurationEndpoint": shown},
    }
