"""What a form field is: one line of the field table."""

from dataclasses import dataclass
from enum import Enum


class Tab(Enum):
    """The groups of settings, in the order of the form's tabs."""

    BASICS = "Basics"
    GRANTS = "Grants"
    REDIRECTS = "Redirects"
    SCOPES = "Scopes"
    AUTHENTICATION = "Auth"
    CRYPTO = "Crypto"
    TOKENS = "Tokens"
    LOGOUT = "Logout"
    CIBA_UMA = "CIBA/UMA"
    SOFTWARE = "Software"
    ADVANCED = "Advanced"
    SCRIPTS = "Scripts"


class Kind(Enum):
    """How a value is shown and edited."""

    TEXT = "text"
    INTEGER = "integer"
    DURATION = "duration"
    DATE_TIME = "date and time"
    VALIDITY = "validity"
    SECRET = "secret"
    SWITCH = "switch"
    CHOICE = "choice"
    CHECKLIST = "checklist"
    ROWS = "rows"
    LOCALIZED = "localized"
    CUSTOM_ATTRIBUTES = "custom attributes"
    PICK = "pick"
    JWKS = "jwks"
    SUBJECT_DN = "subject dn"
    STATEMENT = "software statement"
    READ_ONLY = "read only"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One setting of a client, as the form has it.

    Attributes:
        path: where its value stands in the client's JSON, wire names joined by dots.
        label: what an administrator calls it, in sentence case.
        kind: how it is shown and edited.
        help: what it does and what to mind, one sentence or two.
        options: where the values to choose from come from: a key of ``OPTIONS``.
        default: what the server does when there is no value, in words; "" when unknown.
    """

    path: str
    label: str
    kind: Kind
    help: str
    options: str = ""
    default: str = ""
