"""Server metadata as a freshly installed server has it."""

from tui.models.json import Json
from tui.sandbox.urls import AUTH

_HMAC = ("HS256", "HS384", "HS512")
_ASYMMETRIC = (
    *("RS256", "RS384", "RS512"),
    *("ES256", "ES384", "ES512"),
    *("PS256", "PS384", "PS512"),
)
_SIGNING = (*_HMAC, *_ASYMMETRIC)
_KEY_ENCRYPTION = ("RSA1_5", "RSA-OAEP", "A128KW", "A256KW")
_CONTENT_ENCRYPTION = ("A128CBC+HS256", "A256CBC+HS512", "A128GCM", "A256GCM")

_ENDPOINTS = {
    "authorization_endpoint": "authorize",
    "authorization_challenge_endpoint": "authorize-challenge",
    "token_endpoint": "token",
    "revocation_endpoint": "revoke",
    "global_token_revocation_endpoint": "global-token-revocation",
    "userinfo_endpoint": "userinfo",
    "clientinfo_endpoint": "clientinfo",
    "end_session_endpoint": "end_session",
    "jwks_uri": "jwks",
    "archived_jwks_uri": "jwks/archived",
    "registration_endpoint": "register",
    "introspection_endpoint": "introspection",
    "pushed_authorization_request_endpoint": "par",
    "device_authorization_endpoint": "device_authorization",
    "backchannel_authentication_endpoint": "bc-authorize",
    "ssa_endpoint": "ssa",
    "status_list_endpoint": "status_list",
    "status_list_aggregation_endpoint": "status_list_aggregation",
}

_ENCRYPTABLE = (
    *("id_token", "userinfo", "introspection", "tx_token", "authorization", "request_object"),
)

_NONE_ALLOWED = ("id_token", "access_token", "request_object")

_LISTS: dict[str, tuple[str, ...]] = {
    "response_types_supported": (
        "code",
        "code id_token",
        "token",
        "token id_token",
        "code token",
        "code token id_token",
        "id_token",
    ),
    "response_modes_supported": (
        "query",
        "fragment",
        "form_post",
        "jwt",
        "query.jwt",
        "fragment.jwt",
        "form_post.jwt",
    ),
    "prompt_values_supported": ("none", "login", "consent", "select_account", "create"),
    "grant_types_supported": (
        "authorization_code",
        "implicit",
        "password",
        "client_credentials",
        "refresh_token",
        "urn:ietf:params:oauth:grant-type:uma-ticket",
        "urn:ietf:params:oauth:grant-type:device_code",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
    ),
    "subject_types_supported": ("public", "pairwise"),
    "token_endpoint_auth_methods_supported": (
        "client_secret_basic",
        "client_secret_post",
        "client_secret_jwt",
        "private_key_jwt",
        "tls_client_auth",
        "self_signed_tls_client_auth",
    ),
    "token_endpoint_auth_signing_alg_values_supported": (*_SIGNING, "EdDSA"),
    "dpop_signing_alg_values_supported": _ASYMMETRIC,
    "code_challenge_methods_supported": ("S256",),
    "display_values_supported": ("page", "popup"),
    "claim_types_supported": ("normal",),
    "id_token_token_binding_cnf_values_supported": ("tbh",),
    "ui_locales_supported": ("en", "fr"),
    "claims_locales_supported": ("en",),
    "backchannel_token_delivery_modes_supported": ("poll", "ping", "push"),
    "backchannel_authentication_request_signing_alg_values_supported": _ASYMMETRIC,
    "logout_status_jwt_signing_alg_values_supported": _SIGNING,
}

_FLAGS = {
    "require_pushed_authorization_requests": False,
    "claims_parameter_supported": False,
    "request_parameter_supported": True,
    "request_uri_parameter_supported": True,
    "require_request_uri_registration": False,
    "authorization_response_iss_parameter_supported": True,
    "tls_client_certificate_bound_access_tokens": True,
    "frontchannel_logout_supported": True,
    "frontchannel_logout_session_supported": True,
    "backchannel_logout_supported": True,
    "backchannel_logout_session_supported": True,
    "backchannel_user_code_parameter_supported": True,
}


def metadata(issuer: str) -> dict[str, Json]:
    """The members that do not depend on entries; ``issuer`` is a URL without slash at the end."""
    result: dict[str, Json] = {
        "issuer": issuer,
        "check_session_iframe": f"{issuer}/jans-auth/opiframe.htm",
        "service_documentation": "http://jans.org/docs",
        "op_tos_uri": f"{issuer}/tos",
        "mtls_endpoint_aliases": {},
    }
    result |= {name: f"{issuer}{AUTH}/{path}" for name, path in _ENDPOINTS.items()}
    result |= {name: list(values) for name, values in _LISTS.items()}
    result |= _FLAGS
    for kind in (*_ENCRYPTABLE, "access_token"):
        none = ("none",) if kind in _NONE_ALLOWED else ()
        result[f"{kind}_signing_alg_values_supported"] = [*none, *_SIGNING]
    for kind in _ENCRYPTABLE:
        result[f"{kind}_encryption_alg_values_supported"] = list(_KEY_ENCRYPTION)
        result[f"{kind}_encryption_enc_values_supported"] = list(_CONTENT_ENCRYPTION)
    return result
