"""What a provider supports of registration, by its metadata (RFC 8414, OpenID Discovery)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui.models.json import Json

Metadata = Mapping[str, Json]
Test = Callable[[Metadata], bool]

NOT_OFFERED = "not offered by this provider"
ONLY_JANS = "only Jans servers know it"


def _says(*names: str) -> Test:
    """Whether the provider has any of these members, and does not say no in it."""
    return lambda metadata: any(metadata.get(name) for name in names)


def _lists(name: str, value: str) -> Test:
    def test(metadata: Metadata) -> bool:
        listed = metadata.get(name)
        return isinstance(listed, list) and value in listed

    return test


def _unless_denied(name: str) -> Test:
    """What holds by default, as OpenID Connect Discovery section 3 has it."""
    return lambda metadata: metadata.get(name) is not False


def _signed(kind: str) -> Test:
    return _says(f"{kind}_signing_alg_values_supported")


def _encrypted(kind: str) -> Test:
    return _says(f"{kind}_encryption_alg_values_supported")


_NEEDS: tuple[tuple[Test, tuple[str, ...]], ...] = (
    (_says("end_session_endpoint"), ("post_logout_redirect_uris",)),
    (
        _says("frontchannel_logout_supported"),
        ("frontchannel_logout_uri", "frontchannel_logout_session_required"),
    ),
    (
        _says("backchannel_logout_supported"),
        ("backchannel_logout_uri", "backchannel_logout_session_required"),
    ),
    (
        _says("backchannel_token_delivery_modes_supported", "backchannel_authentication_endpoint"),
        (
            "backchannel_token_delivery_mode",
            "backchannel_client_notification_endpoint",
            "backchannel_authentication_request_signing_alg",
            "backchannel_user_code_parameter",
        ),
    ),
    (_says("pushed_authorization_request_endpoint"), ("require_par",)),
    (_says("dpop_signing_alg_values_supported"), ("dpop_bound_access_tokens",)),
    (_says("authorization_details_types_supported"), ("authorization_details_types",)),
    (_unless_denied("request_uri_parameter_supported"), ("request_uris",)),
    (
        _lists("token_endpoint_auth_methods_supported", "tls_client_auth"),
        ("tls_client_auth_subject_dn",),
    ),
    (_lists("subject_types_supported", "pairwise"), ("sector_identifier_uri",)),
    (_signed("userinfo"), ("userinfo_signed_response_alg",)),
    (_signed("request_object"), ("request_object_signing_alg",)),
    (_signed("authorization"), ("authorization_signed_response_alg",)),
    (_signed("introspection"), ("introspection_signed_response_alg",)),
    *(
        (_encrypted(kind), (f"{name}_alg", f"{name}_enc"))
        for kind, name in (
            ("id_token", "id_token_encrypted_response"),
            ("userinfo", "userinfo_encrypted_response"),
            ("request_object", "request_object_encryption"),
            ("authorization", "authorization_encrypted_response"),
            ("introspection", "introspection_encrypted_response"),
        )
    ),
)
"""What a provider has to show in its metadata for registration members to mean something."""

TESTS: MappingProxyType[str, Test] = MappingProxyType(
    {name: test for test, names in _NEEDS for name in names}
)

OF_JANS = frozenset(
    {
        *("access_token_as_jwt", "access_token_lifetime", "access_token_signing_alg"),
        *("additional_audience", "additional_token_endpoint_auth_methods"),
        *("allow_spontaneous_scopes", "spontaneous_scopes", "spontaneous_scope_script_dns"),
        *("authorized_acr_values", "authorized_origins", "claims", "claims_redirect_uri"),
        *("consent_gathering_script_dns", "default_prompt_login", "evidence", "groups"),
        *("id_token_lifetime", "id_token_token_binding_cnf", "introspection_script_dns"),
        *("keep_client_authorization_after_expiration", "lifetime"),
        *("logout_status_jwt_script_dns", "logout_status_jwt_signed_response_alg"),
        *("minimum_acr_level", "minimum_acr_level_autoresolve", "minimum_acr_priority_list"),
        *("org_id", "par_lifetime", "par_script_dns", "post_authn_script_dns"),
        *("public_subject_identifier_attribute", "redirect_uris_regex", "require_pkce"),
        *("ropc_script_dns", "rpt_as_jwt", "rpt_claims_script_dns"),
        *("run_introspection_script_before_jwt_creation", "token_exchange_script_dns"),
        *("tx_token_encrypted_response_alg", "tx_token_encrypted_response_enc"),
        *("tx_token_lifetime", "tx_token_script_dns", "tx_token_signed_response_alg"),
        "update_token_script_dns",
    }
)
"""Members that no standard has."""

_is_jans = _says("ssa_endpoint", "clientinfo_endpoint")


def unsupported(name: str, metadata: Metadata) -> str:
    """Why the registration member ``name`` means nothing to a provider, a few words; else "".

    Args:
        name: as ``registration_names`` has it.
        metadata: the provider's; {} when it is not known: then all of the standards may be.
    """
    if name in OF_JANS:
        return "" if _is_jans(metadata) else ONLY_JANS
    test = TESTS.get(name)
    return NOT_OFFERED if metadata and test is not None and not test(metadata) else ""
