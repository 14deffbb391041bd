"""Tab Scopes."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "scopes",
        "Scopes",
        Kind.PICK,
        "What the client may ask for. Scopes that can't be looked up stay, shown by their DN.",
        options="scopes",
    ),
    FieldSpec(
        "claims",
        "Claims",
        Kind.PICK,
        "Single claims that the client gets besides those of its scopes.",
        options="claims",
    ),
    FieldSpec(
        "attributes.allowSpontaneousScopes",
        "Allow spontaneous scopes",
        Kind.SWITCH,
        "The client may ask for scopes that are made when they are asked for.",
        default="off",
    ),
    FieldSpec(
        "attributes.spontaneousScopes",
        "Spontaneous scope patterns",
        Kind.ROWS,
        "Regular expressions that a spontaneous scope must match, such as ^transaction:.+$",
    ),
    FieldSpec(
        "includeClaimsInIdToken",
        "Claims in the ID token",
        Kind.SWITCH,
        "The claims of its scopes are put into the ID token too, not only into userinfo.",
        default="off",
    ),
    FieldSpec(
        "attributes.allowOfflineAccessWithoutConsent",
        "Offline access without consent",
        Kind.SWITCH,
        "offline_access is given without asking the person.",
        default="off",
    ),
)
