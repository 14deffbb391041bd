"""Tab Scripts: the server's custom scripts that act for this client."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "attributes.updateTokenScriptDns",
        "Update token",
        Kind.PICK,
        "Change its tokens as they are issued.",
        options="scripts:update_token",
    ),
    FieldSpec(
        "attributes.postAuthnScripts",
        "Post authentication",
        Kind.PICK,
        "Run after a person has signed in, and may refuse.",
        options="scripts:post_authn",
    ),
    FieldSpec(
        "attributes.introspectionScripts",
        "Introspection",
        Kind.PICK,
        "Change what introspection says of its tokens.",
        options="scripts:introspection",
    ),
    FieldSpec(
        "attributes.consentGatheringScripts",
        "Consent",
        Kind.PICK,
        "Ask for consent in a way of their own.",
        options="scripts:consent_gathering",
    ),
    FieldSpec(
        "attributes.spontaneousScopeScriptDns",
        "Spontaneous scopes",
        Kind.PICK,
        "Decide whether a spontaneous scope is made.",
        options="scripts:spontaneous_scope",
    ),
    FieldSpec(
        "attributes.ropcScripts",
        "Password grant",
        Kind.PICK,
        "Check the name and password of the password grant.",
        options="scripts:resource_owner_password_credentials",
    ),
    FieldSpec(
        "attributes.rptClaimsScripts",
        "RPT claims",
        Kind.PICK,
        "Change the claims of UMA requesting party tokens.",
        options="scripts:uma_rpt_policy,uma_claims_gathering",
    ),
    FieldSpec(
        "attributes.tokenExchangeScripts",
        "Token exchange",
        Kind.PICK,
        "Check and shape token exchange (RFC 8693).",
        options="scripts:token_exchange",
    ),
    FieldSpec(
        "attributes.parScriptDns",
        "Pushed requests",
        Kind.PICK,
        "Check and shape pushed authorization requests (RFC 9126).",
        options="scripts:par",
    ),
    FieldSpec(
        "attributes.txTokenScriptDns",
        "Transaction token",
        Kind.PICK,
        "Shape its transaction tokens.",
        options="scripts:tx_token",
    ),
    FieldSpec(
        "attributes.logoutStatusJwtScriptDns",
        "Logout status",
        Kind.PICK,
        "Shape its logout status JWTs.",
        options="scripts:logout_status_jwt",
    ),
)
