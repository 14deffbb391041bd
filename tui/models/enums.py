"""The closed word lists of a client, by wire value.

Models use them as ``OneOf[GrantType]``: a value that is not listed here is kept as it is,
because the server's list may be longer than ours.
"""

from enum import StrEnum


class GrantType(StrEnum):
    """OAuth 2.0 grant types that Jans knows (RFC 6749, 7523, 8628, 8693, UMA 2.0, CIBA)."""

    NONE = "none"
    AUTHORIZATION_CODE = "authorization_code"
    IMPLICIT = "implicit"
    PASSWORD = "password"
    CLIENT_CREDENTIALS = "client_credentials"
    REFRESH_TOKEN = "refresh_token"
    UMA_TICKET = "urn:ietf:params:oauth:grant-type:uma-ticket"
    TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
    CIBA = "urn:openid:params:grant-type:ciba"
    DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
    JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"


GRANT_WORDS: dict[str, str] = {
    GrantType.AUTHORIZATION_CODE: "code",
    GrantType.REFRESH_TOKEN: "refresh",
    GrantType.DEVICE_CODE: "device",
    GrantType.TOKEN_EXCHANGE: "exchange",
    GrantType.UMA_TICKET: "uma",
    GrantType.JWT_BEARER: "jwt",
    GrantType.CIBA: "ciba",
}
"""A short word for each grant type whose name is long."""


class ResponseType(StrEnum):
    """Single response types; discovery lists their combinations, space-joined."""

    CODE = "code"
    TOKEN = "token"
    ID_TOKEN = "id_token"


class ApplicationType(StrEnum):
    """OpenID Connect Registration 1.0 section 2, ``application_type``."""

    WEB = "web"
    NATIVE = "native"


class SubjectType(StrEnum):
    """OpenID Connect Core 1.0 section 8."""

    PUBLIC = "public"
    PAIRWISE = "pairwise"


class AuthMethod(StrEnum):
    """How a client authenticates at the token endpoint."""

    CLIENT_SECRET_BASIC = "client_secret_basic"
    CLIENT_SECRET_POST = "client_secret_post"
    CLIENT_SECRET_JWT = "client_secret_jwt"
    PRIVATE_KEY_JWT = "private_key_jwt"
    ACCESS_TOKEN = "access_token"
    TLS_CLIENT_AUTH = "tls_client_auth"
    SELF_SIGNED_TLS_CLIENT_AUTH = "self_signed_tls_client_auth"
    NONE = "none"
    SPIFFE_JWT = "spiffe_jwt"


class SigningAlg(StrEnum):
    """JWS algorithms (RFC 7518 section 3.1, RFC 8037, RFC 8812)."""

    NONE = "none"
    HS256 = "HS256"
    HS384 = "HS384"
    HS512 = "HS512"
    RS256 = "RS256"
    RS384 = "RS384"
    RS512 = "RS512"
    ES256 = "ES256"
    ES256K = "ES256K"
    ES384 = "ES384"
    ES512 = "ES512"
    PS256 = "PS256"
    PS384 = "PS384"
    PS512 = "PS512"
    EDDSA = "EdDSA"


class KeyEncryptionAlg(StrEnum):
    """JWE key management algorithms (RFC 7518 section 4.1)."""

    RSA1_5 = "RSA1_5"
    RSA_OAEP = "RSA-OAEP"
    RSA_OAEP_256 = "RSA-OAEP-256"
    ECDH_ES = "ECDH-ES"
    ECDH_ES_A128KW = "ECDH-ES+A128KW"
    ECDH_ES_A192KW = "ECDH-ES+A192KW"
    ECDH_ES_A256KW = "ECDH-ES+A256KW"
    A128KW = "A128KW"
    A192KW = "A192KW"
    A256KW = "A256KW"
    A128GCMKW = "A128GCMKW"
    A192GCMKW = "A192GCMKW"
    A256GCMKW = "A256GCMKW"
    PBES2_HS256_A128KW = "PBES2-HS256+A128KW"
    PBES2_HS384_A192KW = "PBES2-HS384+A192KW"
    PBES2_HS512_A256KW = "PBES2-HS512+A256KW"
    DIR = "dir"


class ContentEncryption(StrEnum):
    """JWE content encryption (RFC 7518 section 5.1); Jans also has two older spellings."""

    A128CBC_HS256_JANS = "A128CBC+HS256"
    A256CBC_HS512_JANS = "A256CBC+HS512"
    A128CBC_HS256 = "A128CBC-HS256"
    A192CBC_HS384 = "A192CBC-HS384"
    A256CBC_HS512 = "A256CBC-HS512"
    A128GCM = "A128GCM"
    A192GCM = "A192GCM"
    A256GCM = "A256GCM"


class TokenDeliveryMode(StrEnum):
    """CIBA Core 1.0 section 5."""

    POLL = "poll"
    PING = "ping"
    PUSH = "push"


class ScopeType(StrEnum):
    """The kinds of scope that Jans has."""

    OPENID = "openid"
    OAUTH = "oauth"
    DYNAMIC = "dynamic"
    UMA = "uma"
    SPONTANEOUS = "spontaneous"


class CreatorType(StrEnum):
    """Who made a scope."""

    NONE = "none"
    CLIENT = "client"
    USER = "user"
    AUTO = "auto"
