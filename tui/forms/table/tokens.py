"""Tab Tokens: what kind they are and how long they live."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "accessTokenAsJwt",
        "Access token is a JWT",
        Kind.SWITCH,
        "On, an API can check the token by itself; off, it is a reference to be introspected.",
        default="off",
    ),
    FieldSpec(
        "accessTokenLifetime",
        "Access token lifetime",
        Kind.DURATION,
        "How long an access token is good: 900, 15m, 1h 30m.",
        default="5 min",
    ),
    FieldSpec(
        "refreshTokenLifetime",
        "Refresh token lifetime",
        Kind.DURATION,
        "How long a refresh token is good: 4h, 30d.",
        default="4 h",
    ),
    FieldSpec(
        "attributes.idTokenLifetime",
        "ID token lifetime",
        Kind.DURATION,
        "How long an ID token is good.",
        default="1 h",
    ),
    FieldSpec(
        "attributes.txTokenLifetime",
        "Transaction token lifetime",
        Kind.DURATION,
        "How long a transaction token is good.",
    ),
    FieldSpec(
        "defaultMaxAge",
        "Default max age",
        Kind.DURATION,
        "People who signed in longer ago than this must do it again.",
    ),
    FieldSpec(
        "attributes.additionalAudience",
        "Additional audiences",
        Kind.ROWS,
        "Put into the aud claim of its tokens, besides the client itself.",
    ),
    FieldSpec(
        "attributes.runIntrospectionScriptBeforeJwtCreation",
        "Introspection script first",
        Kind.SWITCH,
        "The introspection script runs before a JWT access token is made and adds its claims.",
        default="off",
    ),
    FieldSpec(
        "idTokenTokenBindingCnf",
        "Token binding confirmation",
        Kind.TEXT,
        "The confirmation method for token binding of ID tokens, such as tbh.",
    ),
    FieldSpec(
        "attributes.keepClientAuthorizationAfterExpiration",
        "Keep consents after expiry",
        Kind.SWITCH,
        "What people have consented to is kept when the client expires.",
        default="off",
    ),
)
