"""An OAuth 2.0 / OpenID Connect client, as the Config API has it."""

from tui.models.base import Int32, LocalDateTime, OneOf, WireModel, registered
from tui.models.client_attributes import ClientAttributes
from tui.models.custom_attribute import CustomAttribute
from tui.models.enums import (
    ApplicationType,
    AuthMethod,
    ContentEncryption,
    GrantType,
    KeyEncryptionAlg,
    ResponseType,
    SigningAlg,
    SubjectType,
    TokenDeliveryMode,
)
from tui.models.localized import LocalizedString


class Client(WireModel):
    """``Client`` of the Config API. Every member is optional: servers leave members out.

    ``inum`` is the OAuth ``client_id``. ``scopes`` and ``claims`` hold DNs as read, and may
    hold ids or names when sent. ``jwks`` is a string that holds JSON. Lifetimes are seconds.
    The two authentication methods stand in answers only.
    """

    inum: str | None = registered("client_id")
    dn: str | None = None
    base_dn: str | None = None
    display_name: str | None = None
    deletable: bool | None = None
    expiration_date: LocalDateTime | None = None
    ttl: Int32 | None = None
    client_secret: str | None = registered("client_secret")
    registration_access_token: str | None = registered("registration_access_token")
    client_id_issued_at: LocalDateTime | None = registered("client_id_issued_at")
    client_secret_expires_at: LocalDateTime | None = registered("client_secret_expires_at")
    redirect_uris: list[str] | None = registered("redirect_uris")
    claim_redirect_uris: list[str] | None = registered("claims_redirect_uri")
    response_types: list[OneOf[ResponseType]] | None = registered("response_types")
    grant_types: list[OneOf[GrantType]] | None = registered("grant_types")
    application_type: OneOf[ApplicationType] | None = registered("application_type")
    contacts: list[str] | None = registered("contacts")
    id_token_token_binding_cnf: str | None = registered("id_token_token_binding_cnf")
    client_name: str | None = registered("client_name")
    client_name_localized: LocalizedString | None = registered("client_name#")
    logo_uri: str | None = registered("logo_uri")
    logo_uri_localized: LocalizedString | None = registered("logo_uri#")
    client_uri: str | None = registered("client_uri")
    client_uri_localized: LocalizedString | None = registered("client_uri#")
    policy_uri: str | None = registered("policy_uri")
    policy_uri_localized: LocalizedString | None = registered("policy_uri#")
    tos_uri: str | None = registered("tos_uri")
    tos_uri_localized: LocalizedString | None = registered("tos_uri#")
    jwks_uri: str | None = registered("jwks_uri")
    jwks: str | None = registered("jwks")
    sector_identifier_uri: str | None = registered("sector_identifier_uri")
    subject_type: OneOf[SubjectType] | None = registered("subject_type")
    id_token_signed_response_alg: OneOf[SigningAlg] | None = registered(
        "id_token_signed_response_alg"
    )
    id_token_encrypted_response_alg: OneOf[KeyEncryptionAlg] | None = registered(
        "id_token_encrypted_response_alg"
    )
    id_token_encrypted_response_enc: OneOf[ContentEncryption] | None = registered(
        "id_token_encrypted_response_enc"
    )
    user_info_signed_response_alg: OneOf[SigningAlg] | None = registered(
        "userinfo_signed_response_alg"
    )
    user_info_encrypted_response_alg: OneOf[KeyEncryptionAlg] | None = registered(
        "userinfo_encrypted_response_alg"
    )
    user_info_encrypted_response_enc: OneOf[ContentEncryption] | None = registered(
        "userinfo_encrypted_response_enc"
    )
    request_object_signing_alg: OneOf[SigningAlg] | None = registered("request_object_signing_alg")
    request_object_encryption_alg: OneOf[KeyEncryptionAlg] | None = registered(
        "request_object_encryption_alg"
    )
    request_object_encryption_enc: OneOf[ContentEncryption] | None = registered(
        "request_object_encryption_enc"
    )
    token_endpoint_auth_method: OneOf[AuthMethod] | None = registered("token_endpoint_auth_method")
    token_endpoint_auth_signing_alg: OneOf[SigningAlg] | None = registered(
        "token_endpoint_auth_signing_alg"
    )
    default_max_age: Int32 | None = registered("default_max_age")
    default_acr_values: list[str] | None = registered("default_acr_values")
    initiate_login_uri: str | None = registered("initiate_login_uri")
    post_logout_redirect_uris: list[str] | None = registered("post_logout_redirect_uris")
    request_uris: list[str] | None = registered("request_uris")
    scopes: list[str] | None = registered("scope")
    claims: list[str] | None = registered("claims")
    trusted_client: bool | None = None
    persist_client_authorizations: bool | None = None
    include_claims_in_id_token: bool | None = None
    access_token_lifetime: Int32 | None = registered("access_token_lifetime")
    refresh_token_lifetime: Int32 | None = None
    rpt_as_jwt: bool | None = registered("rpt_as_jwt")
    access_token_as_jwt: bool | None = registered("access_token_as_jwt")
    access_token_signing_alg: OneOf[SigningAlg] | None = registered("access_token_signing_alg")
    disabled: bool | None = None
    authorized_origins: list[str] | None = registered("authorized_origins")
    software_id: str | None = registered("software_id")
    software_version: str | None = registered("software_version")
    software_statement: str | None = registered("software_statement")
    front_channel_logout_uri: str | None = registered("frontchannel_logout_uri")
    front_channel_logout_session_required: bool | None = registered(
        "frontchannel_logout_session_required"
    )
    backchannel_token_delivery_mode: OneOf[TokenDeliveryMode] | None = registered(
        "backchannel_token_delivery_mode"
    )
    backchannel_client_notification_endpoint: str | None = registered(
        "backchannel_client_notification_endpoint"
    )
    backchannel_authentication_request_signing_alg: OneOf[SigningAlg] | None = registered(
        "backchannel_authentication_request_signing_alg"
    )
    backchannel_user_code_parameter: bool | None = registered("backchannel_user_code_parameter")
    groups: list[str] | None = registered("groups")
    organization: str | None = registered("org_id")
    description: str | None = None
    last_access_time: LocalDateTime | None = None
    last_logon_time: LocalDateTime | None = None
    authentication_method: OneOf[AuthMethod] | None = None
    all_authentication_methods: list[OneOf[AuthMethod]] | None = None
    custom_attributes: list[CustomAttribute] | None = None
    custom_object_classes: list[str] | None = None
    attributes: ClientAttributes | None = None
