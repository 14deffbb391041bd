"""Tab Authentication: how the client proves who it is."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "tokenEndpointAuthMethod",
        "Authentication method",
        Kind.CHOICE,
        "How the client proves itself at the token endpoint; none makes it a public client.",
        options="token_endpoint_auth_methods",
        default="client_secret_basic",
    ),
    FieldSpec(
        "clientSecret",
        "Client secret",
        Kind.SECRET,
        "Sent only when you type or generate a new one. What a server returns may be encrypted.",
    ),
    FieldSpec(
        "clientSecretExpiresAt",
        "Secret expires",
        Kind.DATE_TIME,
        "After this the secret is refused; in the server's own time zone.",
        default="never",
    ),
    FieldSpec(
        "tokenEndpointAuthSigningAlg",
        "Assertion signing algorithm",
        Kind.CHOICE,
        "The algorithm of its client assertions, for client_secret_jwt and private_key_jwt.",
        options="token_endpoint_auth_signing_alg_values_supported",
    ),
    FieldSpec(
        "jwksUri",
        "JWKS URI",
        Kind.TEXT,
        "Where the client publishes its public keys. Better than a fixed set: keys can rotate.",
    ),
    FieldSpec(
        "jwks",
        "JWKS",
        Kind.JWKS,
        "Its public keys, as a JSON Web Key Set. n makes a key pair, o reads a certificate.",
    ),
    FieldSpec(
        "attributes.tlsClientAuthSubjectDn",
        "TLS subject DN",
        Kind.SUBJECT_DN,
        "The subject of its certificate, for tls_client_auth (RFC 8705). o reads it from a file.",
    ),
    FieldSpec(
        "attributes.additionalTokenEndpointAuthMethods",
        "Additional methods",
        Kind.CHECKLIST,
        "Methods that are accepted besides the one above.",
        options="token_endpoint_auth_methods",
    ),
    FieldSpec(
        "authenticationMethod",
        "Method in force",
        Kind.READ_ONLY,
        "The server's own word for how the client authenticates.",
    ),
    FieldSpec(
        "allAuthenticationMethods",
        "All methods in force",
        Kind.READ_ONLY,
        "Every method that the server accepts from this client.",
    ),
)
