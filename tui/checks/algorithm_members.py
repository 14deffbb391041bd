"""Which members of a client name algorithms, and what each of them is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Protected:
    """Something that is signed and may be encrypted, and the members that say how.

    Attributes:
        what: what it is, as messages call it.
        metadata: how its lists in the provider metadata begin, as in
            ``id_token_signing_alg_values_supported``.
        signing: the path of the JWS algorithm.
        encryption: the path of the JWE key management algorithm; "" when it is never encrypted.
        content: the path of the JWE content encryption; "" likewise.
        from_client: the client makes it, not the server.
    """

    what: str
    metadata: str
    signing: str
    encryption: str = ""
    content: str = ""
    from_client: bool = False


ID_TOKEN = Protected(
    "ID tokens",
    "id_token",
    "idTokenSignedResponseAlg",
    "idTokenEncryptedResponseAlg",
    "idTokenEncryptedResponseEnc",
)
AUTHORIZATION_RESPONSE = Protected(
    "authorization responses",
    "authorization",
    "attributes.jansAuthSignedRespAlg",
    "attributes.jansAuthEncRespAlg",
    "attributes.jansAuthEncRespEnc",
)
PROTECTED = (
    ID_TOKEN,
    Protected(
        "userinfo answers",
        "userinfo",
        "userInfoSignedResponseAlg",
        "userInfoEncryptedResponseAlg",
        "userInfoEncryptedResponseEnc",
    ),
    Protected(
        "request objects",
        "request_object",
        "requestObjectSigningAlg",
        "requestObjectEncryptionAlg",
        "requestObjectEncryptionEnc",
        from_client=True,
    ),
    Protected("access tokens", "access_token", "accessTokenSigningAlg"),
    AUTHORIZATION_RESPONSE,
    Protected(
        "introspection answers",
        "introspection",
        "attributes.introspectionSignedResponseAlg",
        "attributes.introspectionEncryptedResponseAlg",
        "attributes.introspectionEncryptedResponseEnc",
    ),
    Protected(
        "transaction tokens",
        "tx_token",
        "attributes.txTokenSignedResponseAlg",
        "attributes.txTokenEncryptedResponseAlg",
        "attributes.txTokenEncryptedResponseEnc",
    ),
    Protected(
        "logout status JWTs",
        "logout_status_jwt",
        "attributes.logoutStatusJwtSignedResponseAlg",
    ),
)
