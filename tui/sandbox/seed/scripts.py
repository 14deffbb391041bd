"""Scripts: at least one of every kind that a client or scope may refer to."""

from collections.abc import Iterator

from tui.models.json import Json, JsonObject

# inum, name, type, level, enabled, description
_SCRIPTS = (
    ("2D3E.5A03", "update_token_sample", "update_token", 1, False, "Adds claims to tokens"),
    ("2D3E.5A04", "tui_update_token", "update_token", 1, True, "Scopes for the terminal tool"),
    ("A910-56AB", "post_authn_sample", "post_authn", 1, True, "Looks at users after sign-in"),
    (
        "A44E-4F3D",
        "introspection_sample",
        "introspection",
        1,
        True,
        "Adds to introspection answers",
    ),
    ("2D3E.5A05", "introspection_role_scopes", "introspection", 1, True, "Scopes from roles"),
    (
        "BADA-BADA",
        "ropc_sample",
        "resource_owner_password_credentials",
        1,
        True,
        "Checks passwords for the password grant",
    ),
    ("DAA9-BA60", "consent_gathering_sample", "consent_gathering", 1, True, "Asks for consent"),
    ("4F3B-4F3C", "consent_gathering_terms", "consent_gathering", 1, False, "Shows the terms"),
    ("7FD1-B2C0", "spontaneous_scope_sample", "spontaneous_scope", 1, True, "Checks scope names"),
    (
        "2DAF-F9A5",
        "uma_claims_gathering_sample",
        "uma_claims_gathering",
        1,
        True,
        "Asks for claims",
    ),
    ("2DAF-F995", "uma_rpt_policy_sample", "uma_rpt_policy", 1, True, "Decides on access"),
    ("2DAF-BA90", "uma_rpt_claims_sample", "uma_rpt_claims", 1, True, "Adds claims to RPTs"),
    ("0A56-44C1", "token_exchange_sample", "token_exchange", 1, True, "Decides on exchanges"),
    ("9C1B-60E1", "par_sample", "par", 1, True, "Changes pushed authorization requests"),
    ("5A3E-D211", "tx_token_sample", "tx_token", 1, True, "Adds to transaction tokens"),
    ("1D2F-7E05", "logout_status_jwt_sample", "logout_status_jwt", 1, True, "Adds to status JWTs"),
    ("CB5B-3211", "dynamic_scope_org", "dynamic_scope", 1, True, "Fills the scope org_name"),
    ("DAA9-B789", "client_registration_sample", "client_registration", 1, False, "Checks requests"),
    ("A51E-76DA", "simple_password_auth", "person_authentication", 10, True, "User name, password"),
    ("5018-D4BF", "otp", "person_authentication", 20, True, "One-time codes (HOTP, TOTP)"),
    ("8BAF-80D7", "fido2", "person_authentication", 50, True, "Passkeys and security keys"),
    ("09A0-93D7", "smpp", "person_authentication", 20, False, "Codes by text message"),
    ("92F0-BF9E", "super_gluu", "person_authentication", 40, False, "Push to a phone"),
    ("BB1F-AD9E", "agama", "person_authentication", 60, True, "Flows written in Agama"),
    ("031C-4A65", "id_generator_sample", "id_generator", 1, False, "Makes ids"),
    ("13D3-E7AD", "cache_refresh_sample", "cache_refresh", 1, False, "Copies users"),
)


ROLE_SCRIPT = "inum=2D3E.5A04,ou=scripts,o=jans"
"""The script that turns the role in a userinfo JWT into scopes."""


def script_dn(inum: str) -> str:
    """The distinguished name of a script."""
    return f"inum={inum},ou=scripts,o=jans"


def scripts() -> Iterator[JsonObject]:
    """All scripts, complete; their code is a stand-in."""
    for inum, name, kind, level, enabled, description in _SCRIPTS:
        yield {
            "dn": script_dn(inum),
            "inum": inum,
            "name": name,
            "description": description,
            "script": f"# {name}: this sandbox runs no scripts.\n",
            "scriptType": kind,
            "programmingLanguage": "python",
            "moduleProperties": _properties(kind),
            "level": level,
            "revision": 1,
            "enabled": enabled,
            "modified": False,
            "internal": False,
            "locationType": "db",
            "baseDn": script_dn(inum),
        }


def _properties(kind: str) -> list[Json]:
    properties: list[Json] = [{"value1": "location_type", "value2": "db"}]
    if kind == "person_authentication":
        properties.append({"value1": "usage_type", "value2": "interactive"})
    return properties
