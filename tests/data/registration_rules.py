"""Registrations that break a rule of the server, each with its error and the member it is about."""

from typing import Any

URIS: dict[str, Any] = {"redirect_uris": ["https://rp.example/cb"]}
CIBA = "urn:openid:params:grant-type:ciba"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
PING: dict[str, Any] = {
    **URIS,
    "backchannel_token_delivery_mode": "ping",
    "backchannel_client_notification_endpoint": "https://rp.example/n",
    "grant_types": [CIBA, "authorization_code"],
    "jwks": {"keys": []},
}

REDIRECT = "invalid_redirect_uri"
METADATA = "invalid_client_metadata"

Broken = tuple[dict[str, Any], int, str, str]
"""The members of a request; status and ``error`` of its answer, and the member that it names."""

BROKEN: list[Broken] = [
    # 1: what a redirect URI may be
    ({"redirect_uris": ["https://rp.example/cb#x"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://rp.example/cb#"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https:"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://[::1"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://a b/"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["http://rp.example/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["http://127.0.0.2/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://www.attacker.com/cb"]}, 400, REDIRECT, "redirect_uris"),
    # 2: when one is needed
    ({}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": []}, 400, REDIRECT, "redirect_uris"),
    ({"redirectUris": ["https://rp.example/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"grant_types": ["implicit"]}, 400, REDIRECT, "redirect_uris"),
    ({"grant_types": ["refresh_token"]}, 400, REDIRECT, "redirect_uris"),
    (
        {"grant_types": ["client_credentials"], "response_types": ["token"]},
        400,
        REDIRECT,
        "redirect_uris",
    ),
    (
        {"grant_types": [DEVICE], "response_types": ["code id_token"]},
        400,
        REDIRECT,
        "redirect_uris",
    ),
    # 3: sectors
    (
        {"redirect_uris": ["https://a.example/", "https://b.example/"]},
        400,
        REDIRECT,
        "sector_identifier_uri",
    ),
    (
        URIS | {"sector_identifier_uri": "http://rp.example/s"},
        400,
        METADATA,
        "sector_identifier_uri",
    ),
    (
        URIS | {"sector_identifier_uri": "https://127.0.0.1/s"},
        400,
        METADATA,
        "sector_identifier_uri",
    ),
    # 4: other URIs
    (URIS | {"initiate_login_uri": "http://rp.example/l"}, 400, METADATA, "initiate_login_uri"),
    (URIS | {"initiate_login_uri": "rp.example"}, 400, METADATA, "initiate_login_uri"),
    *(
        (URIS | {name: uri}, 400, "invalid_logout_uri", name)
        for name in ("frontchannel_logout_uri", "backchannel_logout_uri")
        for uri in ("http://rp.example/o", "https://other.example/o", "/o")
    ),
    (
        URIS | {"claims_redirect_uri": ["https://rp.example/c#f"]},
        400,
        "invalid_claims_redirect_uri",
        "claims_redirect_uri",
    ),
    # 5: algorithms and methods
    *(
        (URIS | {name: value}, 400, METADATA, name)
        for name, value in (
            ("id_token_signed_response_alg", "XS256"),
            ("id_token_encrypted_response_alg", "ECDH-ES"),
            ("id_token_encrypted_response_enc", "A128CBC-HS256"),
            ("userinfo_signed_response_alg", "none"),
            ("userinfo_encrypted_response_alg", "dir"),
            ("introspection_signed_response_alg", "ES256K"),
            ("tx_token_encrypted_response_enc", "A192GCM"),
            ("request_object_signing_alg", "RS1"),
            ("request_object_encryption_alg", "x"),
            ("access_token_signing_alg", "rs256"),
            ("authorization_signed_response_alg", "none"),
            ("logout_status_jwt_signed_response_alg", "none"),
            ("token_endpoint_auth_signing_alg", "none"),
            ("token_endpoint_auth_method", "access_token"),
            ("token_endpoint_auth_method", "spiffe_jwt"),
            ("additional_token_endpoint_auth_methods", ["private_key_jwt", "password"]),
        )
    ),
    (
        URIS | {"jwks": {"keys": []}, "jwks_uri": "https://rp.example/k"},
        400,
        METADATA,
        "jwks_uri",
    ),
    # 6: CIBA
    (
        URIS | {"backchannel_user_code_parameter": True},
        400,
        METADATA,
        "backchannel_token_delivery_mode",
    ),
    (
        PING | {"backchannel_token_delivery_mode": "pull"},
        400,
        METADATA,
        "backchannel_token_delivery_mode",
    ),
    (
        PING | {"backchannel_client_notification_endpoint": ""},
        400,
        METADATA,
        "backchannel_client_notification_endpoint",
    ),
    (
        PING | {"backchannel_client_notification_endpoint": "http://rp.example/n"},
        400,
        METADATA,
        "backchannel_client_notification_endpoint",
    ),
    (PING | {"grant_types": ["authorization_code"]}, 400, METADATA, "grant_types"),
    (PING | {"jwks": None}, 400, METADATA, "jwks"),
    (
        PING | {"backchannel_authentication_request_signing_alg": "HS256"},
        400,
        METADATA,
        "backchannel_authentication_request_signing_alg",
    ),
    # 7: what is switched off
    (URIS | {"grant_types": ["password"]}, 403, "access_denied", "grant_types"),
    (
        URIS | {"redirect_uris_regex": ".*"},
        400,
        "invalid_redirect_uris_regex",
        "redirect_uris_regex",
    ),
    (
        URIS | {"subject_type": "public", "public_subject_identifier_attribute": "mail"},
        400,
        "invalid_public_subject_identifier_attribute",
        "public_subject_identifier_attribute",
    ),
    # JSON types
    *(
        (URIS | {name: value}, 400, METADATA, name)
        for name, value in (
            ("redirect_uris", "https://rp.example/cb"),
            ("client_name", 1),
            ("client_name#fr", ["x"]),
            ("require_pkce", "true"),
            ("lifetime", 1.5),
            ("default_max_age", 2**31),
            ("jwks", {"key": []}),
            ("jwks", "{"),
            ("jwks", [1]),
            ("scope", 1),
            ("backchannel_logout_uri", ["https://rp.example/", "https://rp.example/"]),
            ("grant_types", {"a": 1}),
        )
    ),
]

SECTOR: dict[str, Any] = {
    "redirect_uris": ["https://a.example/cb", "https://b.example/cb"],
    "sector_identifier_uri": "https://a.example/sector",
}
LISTED = [*SECTOR["redirect_uris"], "https://a.example/keys"]
"""What stands at the sector identifier."""

OUTSIDE: list[Broken] = [
    (
        SECTOR | {"redirect_uris": [*LISTED, "https://c.example/cb"]},
        400,
        METADATA,
        "sector_identifier_uri",
    ),
    *(
        (
            SECTOR
            | {
                "grant_types": [CIBA, "authorization_code"],
                "backchannel_token_delivery_mode": mode,
                "backchannel_client_notification_endpoint": "https://a.example/n",
                "jwks_uri": "https://a.example/other",
            },
            400,
            METADATA,
            named,
        )
        for mode, named in (
            ("poll", "jwks_uri"),
            ("ping", "jwks_uri"),
            ("push", "backchannel_client_notification_endpoint"),
        )
    ),
]
"""Rules 3 and 6, of what the sector identifier has to list."""

SWITCHED: list[tuple[dict[str, Any], Broken]] = [
    ({"evidence_required": True}, (URIS, 400, "stale_evidence", "evidence")),
    ({"statement_required": True}, (URIS, 403, "access_denied", "software_statement")),
    (
        {"extras": frozenset({"redirect-regex"})},
        (
            URIS | {"redirect_uris_regex": "("},
            400,
            "invalid_redirect_uris_regex",
            "redirect_uris_regex",
        ),
    ),
    *(
        (
            {"extras": frozenset({"subject-attribute"})},
            (
                URIS | change,
                400,
                "invalid_public_subject_identifier_attribute",
                "public_subject_identifier_attribute",
            ),
        )
        for change in (
            {"subject_type": "pairwise", "public_subject_identifier_attribute": "mail"},
            {"subject_type": "public", "public_subject_identifier_attribute": "sn"},
        )
    ),
]
"""Rules 7 and 8, on servers that are set up like this."""
