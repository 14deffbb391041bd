"""Tab Grants."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "grantTypes",
        "Grants",
        Kind.CHECKLIST,
        "The ways in which this client may get tokens (RFC 6749). Choose only what it uses.",
        options="grant_types",
    ),
    FieldSpec(
        "responseTypes",
        "Response types",
        Kind.CHECKLIST,
        "What the authorization endpoint may answer. The code flow needs only code.",
        options="response_types",
    ),
    FieldSpec(
        "attributes.requirePkce",
        "Require PKCE",
        Kind.SWITCH,
        "Binds the code to who asked for it (RFC 7636). A must for public clients, good for all.",
        default="off",
    ),
    FieldSpec(
        "attributes.requirePar",
        "Require pushed requests",
        Kind.SWITCH,
        "Authorization requests must be pushed to the server first (PAR, RFC 9126).",
        default="off",
    ),
    FieldSpec(
        "attributes.parLifetime",
        "Pushed request lifetime",
        Kind.DURATION,
        "How long a pushed authorization request may wait to be used.",
        default="10 min",
    ),
    FieldSpec(
        "attributes.dpopBoundAccessToken",
        "Require DPoP",
        Kind.SWITCH,
        "Access tokens are bound to a key that the client proves to have (RFC 9449).",
        default="off",
    ),
    FieldSpec(
        "attributes.authorizationDetailsTypes",
        "Authorization details types",
        Kind.ROWS,
        "The types of authorization_details it may ask for (RAR, RFC 9396), one a row.",
    ),
)
