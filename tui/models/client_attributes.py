"""The members that the Config API keeps under a client's ``attributes``."""

from tui.models.base import Int32, OneOf, WireModel, registered
from tui.models.enums import AuthMethod, ContentEncryption, KeyEncryptionAlg, SigningAlg


class ClientAttributes(WireModel):
    """``ClientAttributes`` of the Config API: 47 members, each optional."""

    tls_client_auth_subject_dn: str | None = registered("tls_client_auth_subject_dn")
    run_introspection_script_before_jwt_creation: bool | None = registered(
        "run_introspection_script_before_jwt_creation"
    )
    keep_client_authorization_after_expiration: bool | None = registered(
        "keep_client_authorization_after_expiration"
    )
    allow_spontaneous_scopes: bool | None = registered("allow_spontaneous_scopes")
    spontaneous_scopes: list[str] | None = registered("spontaneous_scopes")
    spontaneous_scope_script_dns: list[str] | None = registered("spontaneous_scope_script_dns")
    update_token_script_dns: list[str] | None = registered("update_token_script_dns")
    logout_status_jwt_script_dns: list[str] | None = registered("logout_status_jwt_script_dns")
    par_script_dns: list[str] | None = registered("par_script_dns")
    tx_token_script_dns: list[str] | None = registered("tx_token_script_dns")
    post_authn_scripts: list[str] | None = registered("post_authn_script_dns")
    token_exchange_scripts: list[str] | None = registered("token_exchange_script_dns")
    consent_gathering_scripts: list[str] | None = registered("consent_gathering_script_dns")
    introspection_scripts: list[str] | None = registered("introspection_script_dns")
    rpt_claims_scripts: list[str] | None = registered("rpt_claims_script_dns")
    ropc_scripts: list[str] | None = registered("ropc_script_dns")
    backchannel_logout_uri: list[str] | None = registered("backchannel_logout_uri")
    backchannel_logout_session_required: bool | None = registered(
        "backchannel_logout_session_required"
    )
    additional_audience: list[str] | None = registered("additional_audience")
    par_lifetime: Int32 | None = registered("par_lifetime")
    require_par: bool | None = registered("require_par")
    dpop_bound_access_token: bool | None = registered("dpop_bound_access_tokens")
    jans_auth_signed_resp_alg: OneOf[SigningAlg] | None = registered(
        "authorization_signed_response_alg"
    )
    jans_auth_enc_resp_alg: OneOf[KeyEncryptionAlg] | None = registered(
        "authorization_encrypted_response_alg"
    )
    jans_auth_enc_resp_enc: OneOf[ContentEncryption] | None = registered(
        "authorization_encrypted_response_enc"
    )
    jans_sub_attr: str | None = registered("public_subject_identifier_attribute")
    redirect_uris_regex: str | None = registered("redirect_uris_regex")
    jans_authorized_acr: list[str] | None = registered("authorized_acr_values")
    jans_default_prompt_login: bool | None = registered("default_prompt_login")
    tx_token_lifetime: Int32 | None = registered("tx_token_lifetime")
    id_token_lifetime: Int32 | None = registered("id_token_lifetime")
    allow_offline_access_without_consent: bool | None = None
    require_pkce: bool | None = registered("require_pkce")
    minimum_acr_level: Int32 | None = registered("minimum_acr_level")
    minimum_acr_level_autoresolve: bool | None = registered("minimum_acr_level_autoresolve")
    minimum_acr_priority_list: list[str] | None = registered("minimum_acr_priority_list")
    additional_token_endpoint_auth_methods: list[OneOf[AuthMethod]] | None = registered(
        "additional_token_endpoint_auth_methods"
    )
    requested_lifetime: Int32 | None = registered("lifetime")
    evidence: str | None = registered("evidence")
    introspection_signed_response_alg: OneOf[SigningAlg] | None = registered(
        "introspection_signed_response_alg"
    )
    introspection_encrypted_response_alg: OneOf[KeyEncryptionAlg] | None = registered(
        "introspection_encrypted_response_alg"
    )
    introspection_encrypted_response_enc: OneOf[ContentEncryption] | None = registered(
        "introspection_encrypted_response_enc"
    )
    tx_token_signed_response_alg: OneOf[SigningAlg] | None = registered(
        "tx_token_signed_response_alg"
    )
    tx_token_encrypted_response_alg: OneOf[KeyEncryptionAlg] | None = registered(
        "tx_token_encrypted_response_alg"
    )
    tx_token_encrypted_response_enc: OneOf[ContentEncryption] | None = registered(
        "tx_token_encrypted_response_enc"
    )
    logout_status_jwt_signed_response_alg: OneOf[SigningAlg] | None = registered(
        "logout_status_jwt_signed_response_alg"
    )
    authorization_details_types: list[str] | None = registered("authorization_details_types")
