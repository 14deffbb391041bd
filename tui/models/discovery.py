"""Metadata of an OpenID Provider (OpenID Connect Discovery 1.0 section 3, RFC 8414)."""

from typing import Any

from pydantic import ConfigDict

from tui.models.base import WireModel


class Metadata(WireModel):
    """Members are called the same here and on the wire."""

    model_config = ConfigDict(alias_generator=None)


class Endpoints(Metadata):
    """Where the provider's endpoints and pages are."""

    issuer: str | None = None
    authorization_endpoint: str | None = None
    authorization_challenge_endpoint: str | None = None
    token_endpoint: str | None = None
    jwks_uri: str | None = None
    archived_jwks_uri: str | None = None
    registration_endpoint: str | None = None
    userinfo_endpoint: str | None = None
    clientinfo_endpoint: str | None = None
    end_session_endpoint: str | None = None
    introspection_endpoint: str | None = None
    revocation_endpoint: str | None = None
    global_token_revocation_endpoint: str | None = None
    session_revocation_endpoint: str | None = None
    device_authorization_endpoint: str | None = None
    pushed_authorization_request_endpoint: str | None = None
    backchannel_authentication_endpoint: str | None = None
    ssa_endpoint: str | None = None
    status_list_endpoint: str | None = None
    status_list_aggregation_endpoint: str | None = None
    access_evaluation_v1_endpoint: str | None = None
    id_generation_endpoint: str | None = None
    check_session_iframe: str | None = None
    service_documentation: str | None = None
    op_policy_uri: str | None = None
    op_tos_uri: str | None = None
    mtls_endpoint_aliases: dict[str, str] | None = None


class Algorithms(Metadata):
    """What the provider signs and encrypts with."""

    id_token_signing_alg_values_supported: list[str] | None = None
    id_token_encryption_alg_values_supported: list[str] | None = None
    id_token_encryption_enc_values_supported: list[str] | None = None
    userinfo_signing_alg_values_supported: list[str] | None = None
    userinfo_encryption_alg_values_supported: list[str] | None = None
    userinfo_encryption_enc_values_supported: list[str] | None = None
    introspection_signing_alg_values_supported: list[str] | None = None
    introspection_encryption_alg_values_supported: list[str] | None = None
    introspection_encryption_enc_values_supported: list[str] | None = None
    authorization_signing_alg_values_supported: list[str] | None = None
    authorization_encryption_alg_values_supported: list[str] | None = None
    authorization_encryption_enc_values_supported: list[str] | None = None
    tx_token_signing_alg_values_supported: list[str] | None = None
    tx_token_encryption_alg_values_supported: list[str] | None = None
    tx_token_encryption_enc_values_supported: list[str] | None = None
    request_object_signing_alg_values_supported: list[str] | None = None
    request_object_encryption_alg_values_supported: list[str] | None = None
    request_object_encryption_enc_values_supported: list[str] | None = None
    access_token_signing_alg_values_supported: list[str] | None = None
    logout_status_jwt_signing_alg_values_supported: list[str] | None = None
    token_endpoint_auth_signing_alg_values_supported: list[str] | None = None
    dpop_signing_alg_values_supported: list[str] | None = None
    backchannel_authentication_request_signing_alg_values_supported: list[str] | None = None


class Discovery(Endpoints, Algorithms):
    """All that discovery may tell. Every member is optional, and unknown ones are kept."""

    response_types_supported: list[str] | None = None
    response_modes_supported: list[str] | None = None
    grant_types_supported: list[str] | None = None
    prompt_values_supported: list[str] | None = None
    acr_values_supported: list[str] | None = None
    acr_mappings: dict[str, str] | None = None
    auth_level_mapping: Any = None
    subject_types_supported: list[str] | None = None
    scopes_supported: list[str] | None = None
    scope_to_claims_mapping: Any = None
    claims_supported: list[str] | None = None
    claim_types_supported: list[str] | None = None
    display_values_supported: list[str] | None = None
    ui_locales_supported: list[str] | None = None
    claims_locales_supported: list[str] | None = None
    token_endpoint_auth_methods_supported: list[str] | None = None
    code_challenge_methods_supported: list[str] | None = None
    id_token_token_binding_cnf_values_supported: list[str] | None = None
    backchannel_token_delivery_modes_supported: list[str] | None = None
    authorization_details_types_supported: list[str] | None = None
    authorization_grant_profiles_supported: list[str] | None = None
    identity_chaining_requested_token_types_supported: list[str] | None = None
    claims_parameter_supported: bool | None = None
    request_parameter_supported: bool | None = None
    request_uri_parameter_supported: bool | None = None
    require_request_uri_registration: bool | None = None
    require_pushed_authorization_requests: bool | None = None
    authorization_response_iss_parameter_supported: bool | None = None
    client_id_metadata_document_supported: bool | None = None
    tls_client_certificate_bound_access_tokens: bool | None = None
    frontchannel_logout_supported: bool | None = None
    frontchannel_logout_session_supported: bool | None = None
    backchannel_logout_supported: bool | None = None
    backchannel_logout_session_supported: bool | None = None
    backchannel_user_code_parameter_supported: bool | None = None
