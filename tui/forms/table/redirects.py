"""Tab Redirect URIs."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "redirectUris",
        "Redirect URIs",
        Kind.ROWS,
        "Where people are sent back with the answer; compared to the letter. The server wants one.",
    ),
    FieldSpec(
        "attributes.redirectUrisRegex",
        "Redirect URI pattern",
        Kind.TEXT,
        "A regular expression tried when no redirect URI matches. Exact URIs are safer.",
    ),
    FieldSpec(
        "postLogoutRedirectUris",
        "Post-logout redirect URIs",
        Kind.ROWS,
        "Where people may be sent after they have signed out.",
    ),
    FieldSpec(
        "requestUris",
        "Request URIs",
        Kind.ROWS,
        "Where the server may fetch request objects from (request_uri).",
    ),
    FieldSpec(
        "claimRedirectUris",
        "Claims redirect URIs",
        Kind.ROWS,
        "Where people are sent back after UMA has gathered claims.",
    ),
    FieldSpec(
        "authorizedOrigins",
        "Authorized origins",
        Kind.ROWS,
        "Origins whose scripts may call the server from a browser (CORS): https://host[:port].",
    ),
    FieldSpec(
        "initiateLoginUri",
        "Initiate login URI",
        Kind.TEXT,
        "An https address at which a third party can start a sign-in.",
    ),
)
