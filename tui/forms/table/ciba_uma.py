"""Tab CIBA and UMA."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "backchannelTokenDeliveryMode",
        "CIBA delivery mode",
        Kind.CHOICE,
        "How tokens come back: the client polls, is pinged, or gets them pushed. Not set: no CIBA.",
        options="backchannel_token_delivery_mode",
    ),
    FieldSpec(
        "backchannelClientNotificationEndpoint",
        "CIBA notification endpoint",
        Kind.TEXT,
        "Where the server pings or pushes; https. Needed for ping and push.",
    ),
    FieldSpec(
        "backchannelAuthenticationRequestSigningAlg",
        "CIBA request signing",
        Kind.CHOICE,
        "The algorithm of its signed authentication requests.",
        options="backchannel_authentication_request_signing_alg",
    ),
    FieldSpec(
        "backchannelUserCodeParameter",
        "CIBA user code",
        Kind.SWITCH,
        "The client can send a code that only the person knows.",
        default="off",
    ),
    FieldSpec(
        "rptAsJwt",
        "RPT is a JWT",
        Kind.SWITCH,
        "UMA requesting party tokens are JWTs instead of references.",
        default="off",
    ),
)
