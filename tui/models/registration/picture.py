"""The last full picture of a registration, from all that the provider has answered.

Some providers leave members out of a read that they gave when registering, or read a list
where they registered a text. An update replaces the whole registration, so it is built from
this picture, never from the last answer alone.
"""

from collections.abc import Collection

from tui.models.json import Json, JsonObject, copied
from tui.models.registration.members import REDIRECTING_GRANTS, SERVER_MEMBERS, TEXT_LISTS
from tui.models.secrets import SECRET_MEMBERS

EMPTY: tuple[Json, ...] = (None, "", [], {})


def is_empty(value: Json) -> bool:
    """Whether a member says nothing: null, or an empty text, list or object."""
    return not isinstance(value, bool | int | float) and value in EMPTY


def after_write(sent: JsonObject, answered: JsonObject, unread: Collection[str] = ()) -> JsonObject:
    """The picture after a registration or an update that was answered with ``answered``.

    What was sent and is not in the answer is not taken for granted, unless it is one of
    ``unread``, the members that this provider never tells again.
    """
    kept = {name: value for name, value in sent.items() if name in unread}
    fresh = {name: like(sent.get(name), value) for name, value in answered.items()}
    return copied(
        {name: value for name, value in (kept | fresh).items() if name not in SECRET_MEMBERS}
    )


def after_read(picture: JsonObject, read: JsonObject, unread: Collection[str]) -> JsonObject:
    """The picture after a read; ``unread`` are members that this provider leaves out of it."""
    kept = {name: value for name, value in picture.items() if name in unread}
    fresh = {name: like(picture.get(name), value) for name, value in read.items()}
    return copied(
        {name: value for name, value in (kept | fresh).items() if name not in SECRET_MEMBERS}
    )


def left_out(answered: JsonObject, read: JsonObject) -> tuple[str, ...]:
    """The members of a write's answer that the read right after it does not have."""
    return tuple(
        name
        for name, value in answered.items()
        if name not in read and name not in SECRET_MEMBERS and not is_empty(value)
    )


def like(before: Json, now: Json) -> Json:
    """``now``, written as a text if ``before`` was one and ``now`` lists its words."""
    if isinstance(before, str) and isinstance(now, list):
        words = [word for word in now if isinstance(word, str)]
        if len(words) == len(now) and (len(words) == 1 or before.split() == words):
            return " ".join(words)
    return now


def registration_body(wanted: JsonObject) -> JsonObject:
    """What is sent to register ``wanted``: without members that the server makes.

    A client whose grants need no redirect URI says so with empty lists: left out, the
    response type would be ``code``, which needs one (RFC 7591 section 2).
    """
    body = {
        name: value
        for name, value in copied(wanted).items()
        if name not in SERVER_MEMBERS | SECRET_MEMBERS | {"client_id"} and not is_empty(value)
    }
    return body | _no_redirects(wanted)


def update_body(
    picture: JsonObject, wanted: JsonObject, client_id: str, client_secret: str = ""
) -> JsonObject:
    """What is sent to make a registration ``wanted``: all of it (RFC 7592 section 2.2).

    Args:
        picture: the registration as it is.
        wanted: as it should be; members that are null, empty or not in it are to go.
        client_id: must be sent.
        client_secret: the one that the server gave; "" when there is none.
    """
    body = registration_body(
        {name: _as_registered(name, picture.get(name), value) for name, value in wanted.items()}
    )
    identity: JsonObject = {"client_id": client_id}
    if client_secret:
        identity["client_secret"] = client_secret
    return identity | body


def cleared(picture: JsonObject, wanted: JsonObject) -> tuple[str, ...]:
    """The members that ``picture`` has and that are to go."""
    return tuple(
        name
        for name, value in picture.items()
        if name not in SERVER_MEMBERS | SECRET_MEMBERS | {"client_id"}
        and not is_empty(value)
        and is_empty(wanted.get(name))
    )


def _as_registered(name: str, before: Json, value: Json) -> Json:
    if isinstance(before, str) and isinstance(value, list):
        words = [word for word in value if isinstance(word, str)]
        if len(words) == len(value) and (name in TEXT_LISTS or len(words) == 1):
            return " ".join(words)
    return value


def _no_redirects(wanted: JsonObject) -> JsonObject:
    grants = wanted.get("grant_types")
    if not isinstance(grants, list) or not grants or not is_empty(wanted.get("redirect_uris")):
        return {}
    if any(grant in REDIRECTING_GRANTS for grant in grants):
        return {}
    lists: JsonObject = {"redirect_uris": []}
    if is_empty(wanted.get("response_types")):
        lists["response_types"] = []
    return lists
