"""New software statement assertions as requests bring them."""

import uuid
from typing import cast

from tui.models.json import Json, JsonObject
from tui.sandbox.readers import WrongTypeError, flag, number, text, texts
from tui.sandbox.ssa.errors import invalid_ssa_metadata
from tui.sandbox.ssa.record import Ssa

_DAYS = 30
"""How long a statement lives that does not say: the server's ``ssaExpirationInDays``."""

_READERS = {
    "description": text,
    "software_id": text,
    "software_roles": texts,
    "grant_types": texts,
    "one_time_use": flag,
    "rotate_ssa": flag,
    "lifetime": number,
}

_CLAIMS = frozenset({"iss", "iat", "exp", "jti", "nbf", "aud", "sub"})


def new_ssa(given: JsonObject, creator: str, keep_unknown: bool, now: int) -> Ssa:
    """The statement that a request asks for.

    Members that this program does not know become claims of the statement if
    ``keep_unknown``, as those do that the server's ``ssaCustomAttributes`` names.

    Raises:
        OAuthFailure: 400, a member has a value that is not taken.
    """
    known = {name: _read(name, given.get(name)) for name in _READERS}
    lifetime = known["lifetime"]
    if lifetime is not None and (not isinstance(lifetime, int) or lifetime < 1):
        raise invalid_ssa_metadata("lifetime has to be at least one second.")
    expiration = given.get("expiration")
    if expiration is not None and (isinstance(expiration, bool) or not isinstance(expiration, int)):
        raise invalid_ssa_metadata("expiration has to be a number of seconds since 1970.")
    others = given.keys() - _READERS.keys() - _CLAIMS - {"org_id", "expiration"}
    more = {name: given[name] for name in sorted(others)} if keep_unknown else {}
    set_members = {name: value for name, value in known.items() if value is not None}
    return Ssa(
        jti=str(uuid.uuid4()),
        org_id=_organization(given.get("org_id")),
        creator=creator,
        created=now,
        expiration=expiration if expiration and expiration > 0 else now + _DAYS * 24 * 3600,
        more=more,
        **{"software_id": str(uuid.uuid4()), **cast("dict[str, str]", set_members)},  # type: ignore[arg-type]
    )


def _read(name: str, value: Json) -> Json:
    try:
        found = _READERS[name](value)
    except WrongTypeError as error:
        raise invalid_ssa_metadata(f"The member {name} has to be {error}.") from error
    return None if found == "" else found


def _organization(value: Json) -> int | str:
    if isinstance(value, (int, str)) and not isinstance(value, bool) and value != "":
        return value
    raise invalid_ssa_metadata("org_id has to be the number or the name of an organization.")
