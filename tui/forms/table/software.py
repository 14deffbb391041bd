"""Tab Software and branding."""

from tui.forms.spec import FieldSpec, Kind

FIELDS = (
    FieldSpec("clientUri", "Home page", Kind.TEXT, "A page that tells about the client."),
    FieldSpec("logoUri", "Logo URI", Kind.TEXT, "A picture for the consent page."),
    FieldSpec("policyUri", "Privacy policy URI", Kind.TEXT, "How it uses people's data."),
    FieldSpec("tosUri", "Terms of service URI", Kind.TEXT, "What people agree to by using it."),
    FieldSpec(
        "clientNameLocalized",
        "Name by language",
        Kind.LOCALIZED,
        "One row a language, such as fr: Portail. The tag is a BCP 47 one.",
    ),
    FieldSpec(
        "clientUriLocalized",
        "Home page by language",
        Kind.LOCALIZED,
        "One row a language, such as fr: https://example.org/fr",
    ),
    FieldSpec(
        "logoUriLocalized",
        "Logo by language",
        Kind.LOCALIZED,
        "One row a language, such as fr: https://example.org/logo-fr.png",
    ),
    FieldSpec(
        "policyUriLocalized",
        "Privacy policy by language",
        Kind.LOCALIZED,
        "One row a language, such as fr: https://example.org/fr/policy",
    ),
    FieldSpec(
        "tosUriLocalized",
        "Terms by language",
        Kind.LOCALIZED,
        "One row a language, such as fr: https://example.org/fr/terms",
    ),
    FieldSpec(
        "softwareId",
        "Software ID",
        Kind.TEXT,
        "The same for all installations of one piece of software (RFC 7591).",
    ),
    FieldSpec("softwareVersion", "Software version", Kind.TEXT, "Which version of it this is."),
    FieldSpec(
        "softwareStatement",
        "Software statement",
        Kind.STATEMENT,
        "A signed JWT in which somebody vouches for the software (RFC 7591). One that you paste "
        "is decoded, and its issuer asked for its keys.",
    ),
    FieldSpec(
        "attributes.evidence",
        "Attestation evidence",
        Kind.TEXT,
        "Evidence about the software that registered, where the server asks for it.",
    ),
)
