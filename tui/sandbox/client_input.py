"""Client entries as requests bring them: POST, PUT and PATCH bodies made into entries."""

from functools import cache

from tui.models.changes.difference import REORDERED_ON_POST
from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes
from tui.models.enums import (
    ApplicationType,
    AuthMethod,
    GrantType,
    ResponseType,
    SigningAlg,
    SubjectType,
    TokenDeliveryMode,
)
from tui.models.json import Json, JsonObject
from tui.sandbox.client_entry import ABSENT_ONLY, DERIVED, complete
from tui.sandbox.entity import member_object, read_members, readers, with_every_member
from tui.sandbox.readers import Reader, one_of, some_of

_ENUMS: dict[str, Reader] = {
    "responseTypes": some_of(ResponseType),
    "grantTypes": some_of(GrantType),
    "applicationType": one_of(ApplicationType),
    "subjectType": one_of(SubjectType),
    "tokenEndpointAuthMethod": one_of(AuthMethod),
    "backchannelTokenDeliveryMode": one_of(TokenDeliveryMode),
    "backchannelAuthenticationRequestSigningAlg": one_of(SigningAlg),
}

"""Lists that go through a Java set on POST."""

UNSUPPORTED_GRANTS = frozenset({GrantType.NONE, GrantType.CIBA})


@cache
def members() -> dict[str, Reader]:
    """How each top-level member of a client is read; ``attributes`` aside."""
    known = readers(Client, _ENUMS)
    return {name: known[name] for name in known.keys() - {"attributes", *DERIVED}}


@cache
def attribute_members() -> dict[str, Reader]:
    """How each member of a client's ``attributes`` is read."""
    return readers(ClientAttributes, {})


def read(given: JsonObject, keep_unknown: bool) -> JsonObject:
    """The members of ``given`` that a client can be given; null members are None.

    Raises:
        WrongTypeError: a member has a JSON type that it cannot have.
    """
    # displayName is another setter of clientName: the later one in the text wins.
    names = [name for name in given if name in ("clientName", "displayName")]
    plain = {
        name: value
        for name, value in given.items()
        if name not in DERIVED and name not in ("attributes", "clientName")
    }
    if names:
        plain["clientName"] = given[names[-1]]
    entry = read_members(plain, members(), keep_unknown)
    entry["attributes"] = read_members(
        member_object(given, "attributes"), attribute_members(), keep_unknown
    )
    # Belongs to LDAP stores, which this is not.
    entry["customObjectClasses"] = None
    return entry


def for_put(given: JsonObject, keep_unknown: bool, now: int) -> JsonObject:
    """A PUT body as the whole new entry.

    Raises:
        WrongTypeError: see ``read``.
    """
    entry = complete(ABSENT_ONLY | read(given, keep_unknown), now)
    entry["deletable"] = bool(entry.get("expirationDate"))
    return entry


def for_post(given: JsonObject, keep_unknown: bool, now: int) -> JsonObject:
    """A POST body, ``inum`` set, as a new entry: with defaults, cut down to what is supported.

    Raises:
        WrongTypeError: see ``read``.
    """
    entry = ABSENT_ONLY | read(given, keep_unknown)
    entry["applicationType"] = entry.get("applicationType") or ApplicationType.WEB
    entry["tokenEndpointAuthMethod"] = (
        entry.get("tokenEndpointAuthMethod") or AuthMethod.CLIENT_SECRET_BASIC
    )
    grants = entry.get("grantTypes")
    if isinstance(grants, list):
        entry["grantTypes"] = [grant for grant in grants if grant not in UNSUPPORTED_GRANTS]
    for name in REORDERED_ON_POST:
        entry[name] = as_set(entry.get(name))
    entry = complete(entry, now)
    entry["deletable"] = bool(entry.get("clientSecretExpiresAt"))
    return entry


def patch_document(entry: JsonObject, secret: str | None) -> JsonObject:
    """The document that a JSON Patch is applied to: every known attribute exists in it."""
    attributes = with_every_member(member_object(entry, "attributes"), attribute_members())
    document: JsonObject = {**entry, "attributes": attributes}
    if secret is not None:
        document["clientSecret"] = secret
    return document


def as_set(value: Json) -> Json:
    """Without duplicates and in an order that does not depend on the one given."""
    if not isinstance(value, list):
        return value
    return [*sorted({str(item) for item in value})]
