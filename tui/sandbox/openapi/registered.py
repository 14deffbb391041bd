"""The schemas of registered clients, made from the table of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.models.json import Json, JsonObject
from tui.sandbox.openapi.words import object_of, seconds

if TYPE_CHECKING:
    from tui.models.schema import Member

_TYPES: dict[str, JsonObject] = {
    "text": {"type": "string"},
    "number": {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    "flag": {"type": "boolean"},
}

_ERRORS: dict[str, str] = {
    "invalid_redirect_uri": "redirect_uris: lacking, or not allowed",
    "invalid_client_metadata": "another member; the description names it",
    "invalid_software_statement": "software_statement: not of this server, or no longer good",
    "invalid_claims_redirect_uri": "claims_redirect_uri: not absolute, or with a fragment",
    "invalid_logout_uri": "a logout URI: not https, or not on a host of the redirect_uris",
    "invalid_redirect_uris_regex": "redirect_uris_regex: switched off, or no pattern",
    "invalid_public_subject_identifier_attribute": "switched off, or not allowed",
    "stale_evidence": "evidence: lacking; it has to hold the nonce of the answer",
    "access_denied": "switched off, or denied to registered clients",
    "invalid_token": "the initial or the registration access token",
}

_WORDS = (
    "Members that neither a registration nor the Config API has are kept as they are; null and "
    "empty ones count as absent."
)


def schemas() -> JsonObject:
    """The schemas by name. It imports pydantic."""
    from tui.sandbox.registration.table import DATES, NOT_STORED, by_name, localized

    written: JsonObject = {name: _schema(name, member) for name, member in by_name().items()}
    written |= {name: seconds() for name in DATES}
    written |= {"registration_client_uri": {"type": "string", "format": "uri"}}
    sent = {name: schema for name, schema in written.items() if name not in NOT_STORED}
    tagged: JsonObject = {
        f"^({'|'.join(localized())})#[A-Za-z0-9]+(-[A-Za-z0-9]+)*$": {"type": "string"}
    }
    answered = ("client_id", "registration_access_token", "registration_client_uri", *DATES)
    causes = ". ".join(f"{code}: {words}" for code, words in _ERRORS.items())
    return {
        "ClientMetadata": object_of(sent, words=_WORDS) | {"patternProperties": tagged},
        "RegisteredClient": object_of(written, answered) | {"patternProperties": tagged},
        "RegistrationError": object_of(
            {
                "error": {"type": "string", "enum": [*_ERRORS], "description": f"{causes}."},
                "error_description": {"type": "string"},
                "nonce": {"type": "string", "description": "With stale_evidence."},
            },
            ("error", "error_description"),
        ),
    }


def _schema(name: str, member: Member) -> JsonObject:
    from tui.sandbox.registration.table import SINGLE, SPACED

    if name == "jwks":
        keys: Json = {"type": "array", "items": {"type": "object"}}
        return object_of({"keys": keys}, ("keys",), "A JSON Web Key Set (RFC 7517 section 5).")
    one: JsonObject = {**_TYPES.get(member.kind, {"type": "string"})}
    if name in SPACED:
        return one | {"description": "Names, with spaces between."}
    if member.choices:
        # No enum: other words are dropped silently, or refused, but they are no wrong JSON.
        known = ", ".join(member.choices)
        one["description"] = f"Known are {known}."
    return {"type": "array", "items": one} if member.is_list and name != SINGLE else one
