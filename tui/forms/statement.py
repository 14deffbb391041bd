"""The form of a new software statement of a Jans server, and the request that comes of it."""

from __future__ import annotations

from datetime import UTC, datetime

from tui.forms.draft import Draft
from tui.forms.spec import FieldSpec, Kind
from tui.models.dates import to_local
from tui.models.json import Json, JsonObject
from tui.models.ssa import organization

FURTHER = "ssaCustomAttributes"
"""Where the form keeps further claims, rows of custom attributes; the server's name for them."""

FIELDS = (
    FieldSpec(
        "org_id",
        "Organization",
        Kind.TEXT,
        "Whose software it is: a number or a name. Statements can be listed and revoked by it.",
    ),
    FieldSpec(
        "software_id",
        "Software ID",
        Kind.TEXT,
        "The same for all installations of one piece of software (RFC 7591).",
        default="a new UUID",
    ),
    FieldSpec("description", "Description", Kind.TEXT, "What it is for; the statement says it."),
    FieldSpec(
        "software_roles",
        "Software roles",
        Kind.ROWS,
        "Roles of the software; a server may map them to scopes of the clients.",
    ),
    FieldSpec(
        "grant_types",
        "Grants",
        Kind.CHECKLIST,
        "What clients that register with it may use, whatever they ask for.",
        options="grant_types",
    ),
    FieldSpec(
        "expiration",
        "Valid for",
        Kind.VALIDITY,
        "How long clients can be registered with it: 30d, 720h, seconds, or until a date in UTC. "
        "It cannot be without an end: 50y comes close.",
        default="30 days, if the server has no other setting",
    ),
    FieldSpec(
        "one_time_use",
        "One-time use",
        Kind.SWITCH,
        "Only one client can be registered with it; the statement is used up then.",
        default="on",
    ),
    FieldSpec(
        "rotate_ssa",
        "Rotation",
        Kind.SWITCH,
        "Asks that its end be moved on when it is used. Servers only note the wish so far.",
        default="on",
    ),
    FieldSpec(
        "lifetime",
        "Lifetime of clients",
        Kind.DURATION,
        "After this time the clients that register with it are gone: 30d, 720h or seconds.",
        default="as for any registered client",
    ),
    FieldSpec(
        FURTHER,
        "Further claims",
        Kind.CUSTOM_ATTRIBUTES,
        "One a row, name = value. The server keeps those that its ssaCustomAttributes names.",
    ),
)


def new_statement() -> Draft:
    """What the form begins with."""
    return Draft(None, {"expiration": 30 * 86_400, "one_time_use": True, "rotate_ssa": True})


def body_of(members: JsonObject, now: datetime) -> JsonObject:
    """The request's body.

    Args:
        members: what the form holds, sound.
        now: with its zone; what is valid for some time is so from now on.
    """
    body: JsonObject = {}
    for name, value in members.items():
        if value in (None, "", []):
            continue
        if name == FURTHER:
            body |= further_claims(value)
        elif name == "expiration":
            body[name] = int(ends(value, now).timestamp())
        elif name == "org_id":
            body[name] = organization(str(value))
        else:
            body[name] = value
    return body


def ends(validity: Json, now: datetime) -> datetime:
    """When something is over that is valid for some seconds, or until a date in UTC.

    Raises:
        ValueError, OverflowError: it is neither, or too far away.
    """
    if isinstance(validity, str):
        return to_local(validity).replace(tzinfo=UTC)
    if isinstance(validity, bool) or not isinstance(validity, int):
        raise ValueError("neither seconds nor a date")
    return datetime.fromtimestamp(int(now.timestamp()) + validity, UTC)


def further_claims(rows: Json) -> JsonObject:
    """The claims in the rows of ``FURTHER``."""
    return {
        str(row["name"]): values if row.get("multiValued") else values[0]
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict) and isinstance(values := row.get("values"), list) and values
    }
