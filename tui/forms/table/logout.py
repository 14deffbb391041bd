"""Tab Logout."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "frontChannelLogoutUri",
        "Front-channel logout URI",
        Kind.TEXT,
        "Loaded in a hidden frame of the browser when the person signs out.",
    ),
    FieldSpec(
        "frontChannelLogoutSessionRequired",
        "Front-channel session",
        Kind.SWITCH,
        "The server adds iss and sid to the front-channel logout request.",
        default="off",
    ),
    FieldSpec(
        "attributes.backchannelLogoutUri",
        "Back-channel logout URI",
        Kind.ROWS,
        "The server posts a logout token here when the person signs out.",
    ),
    FieldSpec(
        "attributes.backchannelLogoutSessionRequired",
        "Back-channel session",
        Kind.SWITCH,
        "The logout token must carry the session identifier (sid).",
        default="off",
    ),
)
