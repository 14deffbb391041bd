"""Attributes of a person, which clients get as claims."""

from collections.abc import Iterable, Iterator

from tui.models.json import Json, JsonObject

# inum, name, claim, display name, description. An inactive one has "-" before its name.
_ATTRIBUTES = (
    ("B4B0", "givenName", "given_name", "First Name", "Given name of the user"),
    ("A0E8", "sn", "family_name", "Last Name", "Family name of the user"),
    ("2B29", "cn", "name", "Common Name", "Full name of the user"),
    ("0C85", "displayName", "display_name", "Display Name", "Name to show for the user"),
    ("8F88", "mail", "email", "Email", "Main email address"),
    ("CAE3", "emailVerified", "email_verified", "Email Verified", "Whether the address was proved"),
    ("42E0", "uid", "user_name", "Username", "Name with which the user signs in"),
    ("5EC6", "middleName", "middle_name", "Middle Name", "Middle name of the user"),
    ("B52A", "nickname", "nickname", "Nickname", "Casual name of the user"),
    ("64A0", "preferredUsername", "preferred_username", "Preferred Username", "Short name to show"),
    ("EC3A", "profile", "profile", "Profile URL", "Address of the profile page"),
    ("3B47", "picture", "picture", "Picture URL", "Address of a picture"),
    ("3692", "website", "website", "Website URL", "Address of the user's own site"),
    ("98FC", "gender", "gender", "Gender", "Gender of the user"),
    ("A901", "birthdate", "birthdate", "Birthdate", "Day of birth"),
    ("36D9", "zoneinfo", "zoneinfo", "Time zone", "Time zone of the user"),
    ("BE64", "locale", "locale", "Locale", "Preferred language"),
    ("6493", "updatedAt", "updated_at", "Updated", "When the profile was last changed"),
    ("27DB", "address", "address", "Address", "Postal address as one object"),
    ("29DA", "inum", "inum", "Inum", "The server's key of the user"),
    ("D2E0", "telephoneNumber", "phone_number", "Phone Number", "Main phone number"),
    ("2DE7", "phoneNumberVerified", "phone_number_verified", "Phone Verified", "Whether proved"),
    ("F6C4", "mobile", "phone_mobile_number", "Mobile Number", "Mobile phone number"),
    ("61A4", "homePhone", "home_phone", "Home Phone", "Phone number at home"),
    ("C2B1", "street", "street_address", "Street", "Street and number"),
    ("6EEB", "l", "locality", "City", "City or locality"),
    ("EA4C", "st", "region", "State", "State, province or region"),
    ("E999", "postalCode", "postal_code", "Zip code", "Postal code"),
    ("5BD1", "c", "country", "Country", "Country as ISO 3166 code"),
    ("7AC6", "postalAddress", "postal_address", "Home Postal Address", "Full address lines"),
    ("8E1D", "o", "o", "Organization", "Organization of the user"),
    ("08E2", "-departmentNumber", "department_number", "Department", "Department in a company"),
    ("7848", "-employeeNumber", "employee_number", "Employee Number", "Number in a company"),
    ("BCE8", "-employeeType", "employee_type", "User type", "Kind of employment"),
    ("4CC1", "-manager", "manager", "Manager", "Who the user reports to"),
    ("AD48", "-title", "title", "Title", "Position in a company"),
    ("CC08", "-roomNumber", "room_number", "Room Number", "Room in a building"),
    ("E6B8", "-businessCategory", "business_category", "Business Category", "Kind of business"),
    ("7F45", "-carLicense", "car_license", "Car License", "Number plate"),
    ("53A1", "-description", "description", "Description", "Free text about the user"),
    ("D1CA", "-facsimileTelephoneNumber", "fax_number", "Fax Number", "Fax number"),
    ("0F87", "-initials", "initials", "Initials", "Initials of the user"),
    ("B2C9", "-jpegPhoto", "jpeg_photo", "Photo", "Picture as data"),
    ("AE57", "-labeledURI", "labeled_uri", "Labeled URI", "Address with a label"),
    ("C0DE", "-preferredLanguage", "preferred_language", "Language", "Language for letters"),
    ("90D1", "-physicalDeliveryOfficeName", "office", "Office", "Office for deliveries"),
    ("F77A", "-postOfficeBox", "post_office_box", "Post Office Box", "Box for letters"),
    ("31B9", "-secretary", "secretary", "Secretary", "Who answers for the user"),
    ("ABE1", "-userCertificate", "user_certificate", "Certificate", "X.509 certificate"),
    ("BB4A", "memberOf", "member_of", "Member of", "Groups that the user is in"),
    ("A1C3", "role", "role", "Role", "Roles in applications"),
    ("0D12", "jansAdminUIRole", "jansAdminUIRole", "Admin UI Role", "Roles in the admin tools"),
    ("4CF1", "jansStatus", "status", "User Status", "Whether the user may sign in"),
    ("6DA6", "jansActive", "active", "Active", "Whether SCIM shows the user as active"),
    ("A2F4", "jansExtUid", "external_id", "External UID", "Names at other providers"),
    ("E7F9", "jansOTPDevices", "otp_devices", "OTP Devices", "Registered one-time code devices"),
    ("D7C2", "jansPreferredMethod", "preferred_method", "Preferred Method", "Second factor first"),
    ("9F24", "jansTrustedDevices", "trusted_devices", "Trusted Devices", "Devices known to Casa"),
    ("C9B1", "jansCreationTimestamp", "creation_time", "Created", "When the user was made"),
    ("7E21", "edupersonAffiliation", "eduperson_affiliation", "Affiliation", "Kind of member"),
    ("FE50", "edupersonPrincipalName", "eduperson_principal_name", "Principal Name", "Scoped name"),
    (
        "DAD6",
        "edupersonScopedAffiliation",
        "eduperson_scoped_affiliation",
        "Scoped Affiliation",
        "",
    ),
)

_INUMS = {claim: inum for inum, _, claim, _, _ in _ATTRIBUTES}


def attribute_dn(inum: str) -> str:
    """The distinguished name of an attribute."""
    return f"inum={inum},ou=attributes,o=jans"


def attribute_dns(claims: Iterable[str]) -> list[Json]:
    """The DNs of the attributes with these claim names."""
    return [attribute_dn(_INUMS[claim]) for claim in claims]


def attributes() -> Iterator[JsonObject]:
    """All attributes, complete."""
    for inum, name, claim, display, description in _ATTRIBUTES:
        yield {
            "dn": attribute_dn(inum),
            "selected": False,
            "inum": inum,
            "name": name.removeprefix("-"),
            "displayName": display,
            **({"description": description} if description else {}),
            "origin": "jansPerson",
            "dataType": "boolean" if claim.endswith("_verified") else "string",
            "editType": ["admin"],
            "viewType": ["user", "admin"],
            "claimName": claim,
            "status": "inactive" if name.startswith("-") else "active",
            "jansHideOnDiscovery": False,
            "oxMultiValuedAttribute": name in ("memberOf", "role", "jansAdminUIRole"),
            "custom": False,
            "requred": False,
            "adminCanAccess": True,
            "adminCanView": True,
            "adminCanEdit": True,
            "userCanAccess": True,
            "userCanView": True,
            "userCanEdit": False,
            "whitePagesCanView": False,
            "baseDn": attribute_dn(inum),
        }
