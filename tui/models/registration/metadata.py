"""The registration metadata as a typed view."""

from typing import Any

from pydantic import ConfigDict

from tui.models.base import WireModel


class RegistrationMetadata(WireModel):
    """Members are called the same here and on the wire; unknown and tagged ones are kept.

    Times are seconds since the epoch, lifetimes seconds. What is saved is the raw JSON.
    """

    model_config = ConfigDict(alias_generator=None)

    # RFC 7591 section 2
    redirect_uris: list[str] | None = None
    token_endpoint_auth_method: str | None = None
    grant_types: list[str] | None = None
    response_types: list[str] | None = None
    client_name: str | None = None
    client_uri: str | None = None
    logo_uri: str | None = None
    scope: str | None = None
    contacts: list[str] | None = None
    tos_uri: str | None = None
    policy_uri: str | None = None
    jwks_uri: str | None = None
    jwks: dict[str, Any] | None = None
    software_id: str | None = None
    software_version: str | None = None
    software_statement: str | None = None

    # RFC 7591 section 3.2.1 and RFC 7592 section 3
    client_id: str | None = None
    client_secret: str | None = None
    client_id_issued_at: int | None = None
    client_secret_expires_at: int | None = None
    registration_access_token: str | None = None
    registration_client_uri: str | None = None

    # OpenID Connect Dynamic Client Registration 1.0 section 2
    application_type: str | None = None
    sector_identifier_uri: str | None = None
    subject_type: str | None = None
    id_token_signed_response_alg: str | None = None
    id_token_encrypted_response_alg: str | None = None
    id_token_encrypted_response_enc: str | None = None
    userinfo_signed_response_alg: str | None = None
    userinfo_encrypted_response_alg: str | None = None
    userinfo_encrypted_response_enc: str | None = None
    request_object_signing_alg: str | None = None
    request_object_encryption_alg: str | None = None
    request_object_encryption_enc: str | None = None
    token_endpoint_auth_signing_alg: str | None = None
    default_max_age: int | None = None
    require_auth_time: bool | None = None
    default_acr_values: list[str] | None = None
    initiate_login_uri: str | None = None
    request_uris: list[str] | None = None

    # OpenID Connect RP-Initiated, Front-Channel and Back-Channel Logout 1.0
    post_logout_redirect_uris: list[str] | None = None
    frontchannel_logout_uri: str | None = None
    frontchannel_logout_session_required: bool | None = None
    backchannel_logout_uri: str | None = None
    backchannel_logout_session_required: bool | None = None

    # OpenID Connect CIBA Core 1.0 section 4
    backchannel_token_delivery_mode: str | None = None
    backchannel_client_notification_endpoint: str | None = None
    backchannel_authentication_request_signing_alg: str | None = None
    backchannel_user_code_parameter: bool | None = None

    # PAR (RFC 9126 section 6), DPoP (RFC 9449 section 5.2), RAR (RFC 9396 section 10)
    require_pushed_authorization_requests: bool | None = None
    dpop_bound_access_tokens: bool | None = None
    authorization_details_types: list[str] | None = None

    # JARM section 3
    authorization_signed_response_alg: str | None = None
    authorization_encrypted_response_alg: str | None = None
    authorization_encrypted_response_enc: str | None = None

    # Mutual TLS (RFC 8705 sections 2.1.2 and 3.4)
    tls_client_auth_subject_dn: str | None = None
    tls_client_auth_san_dns: str | None = None
    tls_client_auth_san_uri: str | None = None
    tls_client_auth_san_ip: str | None = None
    tls_client_auth_san_email: str | None = None
    tls_client_certificate_bound_access_tokens: bool | None = None

    # Signed requests (RFC 9101 section 10.5), introspection as JWT (RFC 9701 section 6)
    require_signed_request_object: bool | None = None
    introspection_signed_response_alg: str | None = None
    introspection_encrypted_response_alg: str | None = None
    introspection_encrypted_response_enc: str | None = None

    # Jans
    access_token_as_jwt: bool | None = None
    access_token_lifetime: int | None = None
    access_token_signing_alg: str | None = None
    additional_audience: list[str] | None = None
    additional_token_endpoint_auth_methods: list[str] | None = None
    allow_spontaneous_scopes: bool | None = None
    authorized_acr_values: list[str] | None = None
    authorized_origins: list[str] | None = None
    claims: str | None = None
    claims_redirect_uri: list[str] | None = None
    consent_gathering_script_dns: list[str] | None = None
    default_prompt_login: bool | None = None
    evidence: str | None = None
    groups: list[str] | None = None
    id_token_lifetime: int | None = None
    id_token_token_binding_cnf: str | None = None
    introspection_script_dns: list[str] | None = None
    keep_client_authorization_after_expiration: bool | None = None
    lifetime: int | None = None
    logout_status_jwt_script_dns: list[str] | None = None
    logout_status_jwt_signed_response_alg: str | None = None
    minimum_acr_level: int | None = None
    minimum_acr_level_autoresolve: bool | None = None
    minimum_acr_priority_list: list[str] | None = None
    org_id: str | None = None
    par_lifetime: int | None = None
    par_script_dns: list[str] | None = None
    post_authn_script_dns: list[str] | None = None
    public_subject_identifier_attribute: str | None = None
    redirect_uris_regex: str | None = None
    require_par: bool | None = None
    require_pkce: bool | None = None
    ropc_script_dns: list[str] | None = None
    rpt_as_jwt: bool | None = None
    rpt_claims_script_dns: list[str] | None = None
    run_introspection_script_before_jwt_creation: bool | None = None
    spontaneous_scope_script_dns: list[str] | None = None
    spontaneous_scopes: list[str] | None = None
    token_exchange_script_dns: list[str] | None = None
    tx_token_encrypted_response_alg: str | None = None
    tx_token_encrypted_response_enc: str | None = None
    tx_token_lifetime: int | None = None
    tx_token_script_dns: list[str] | None = None
    tx_token_signed_response_alg: str | None = None
    update_token_script_dns: list[str] | None = None
    id_jag_script_dns: list[str] | None = None
    spiffe_bundle_endpoint: str | None = None
    spiffe_id: str | None = None
