"""Tab Basics."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec(
        "clientName",
        "Name",
        Kind.TEXT,
        "What people see on the consent page and in the list of clients.",
    ),
    FieldSpec(
        "inum",
        "Client ID",
        Kind.READ_ONLY,
        "The OAuth client_id. It is given when the client is created and never changes.",
    ),
    FieldSpec(
        "disabled",
        "Disabled",
        Kind.SWITCH,
        "A disabled client gets no tokens: the token endpoint answers disabled_client.",
        default="off",
    ),
    FieldSpec(
        "description",
        "Description",
        Kind.TEXT,
        "A note for administrators: what the client is for and who owns it.",
    ),
    FieldSpec(
        "applicationType",
        "Application type",
        Kind.CHOICE,
        "Web clients redirect to https; native ones may use their own schemes and loopback.",
        options="application_type",
        default="web",
    ),
    FieldSpec(
        "trustedClient",
        "Skip consent",
        Kind.SWITCH,
        "People are not asked for consent. For applications of your own organization only.",
        default="off",
    ),
    FieldSpec(
        "contacts",
        "Contacts",
        Kind.ROWS,
        "E-mail addresses of the people responsible, one a row.",
    ),
    FieldSpec(
        "clientIdIssuedAt",
        "Issued at",
        Kind.READ_ONLY,
        "When the client was created, in the server's own time zone.",
    ),
    FieldSpec(
        "lastAccessTime",
        "Last access",
        Kind.READ_ONLY,
        "When the client last used the server, in the server's own time zone.",
    ),
)
