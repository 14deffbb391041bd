"""Between a registration and the client that the Config API would have for it.

Both are raw JSON. Members that neither side knows pass through under their own names, except
where the name means something else on the other side: those stay in the base that
``to_registration`` is given. What was not changed comes back byte for byte as it was.
"""

from collections.abc import Iterator

from tui.models.document import member
from tui.models.json import ABSENT, Absent, Json, JsonObject, copied, same
from tui.models.registration.table import Row, client_names, row_of_name, table, tagged_rows
from tui.models.registration.vocabulary import NO_VOCABULARY, Vocabulary

_ATTRIBUTES = "attributes"
_LOCALIZED = "Localized"


def to_client(registration: JsonObject, words: Vocabulary = NO_VOCABULARY) -> JsonObject:
    """The client, as the Config API would have it; shares nothing with ``registration``."""
    client: JsonObject = {name: registration[name] for name in registration if _passes(name)}
    inner = registration.get(_ATTRIBUTES)
    attributes = dict(inner) if isinstance(inner, dict) and _are_unknown(inner) else {}
    for row in table():
        value = _read(row, registration, words)
        if value is not ABSENT:
            outer, _, name = row.path.rpartition(".")
            (attributes if outer else client)[name] = value
    if attributes:
        client[_ATTRIBUTES] = attributes
    return copied(client)


def to_registration(
    client: JsonObject, base: JsonObject | None = None, words: Vocabulary = NO_VOCABULARY
) -> JsonObject:
    """The registration of a client; shares nothing with its arguments.

    Args:
        client: as the Config API has it, or as ``to_client`` made it and a person changed it.
        base: the registration that ``client`` was made from: what is the same in the client
            stays exactly as it is there. None: there was none.
        words: names of scopes and claims.
    """
    base = base or {}
    before = to_client(base, words)
    made: JsonObject = {name: value for name, value in base.items() if _is_hidden(name, value)}
    made |= {name: value for name, value in client.items() if _passes(name)}
    unknown = _unknown_attributes(client)
    hidden = made.get(_ATTRIBUTES, {})
    if unknown and isinstance(hidden, dict):
        made[_ATTRIBUTES] = {**hidden, **unknown}
    for row in table():
        wish = _wish(row, client)
        if same(wish, _wish(row, before)):
            made |= {name: base[name] for name in _found(row, base)}
        elif wish is not ABSENT:
            made |= dict(_write(row, wish, base, words))
    return copied({name: made[name] for name in [*base, *made] if name in made})


def without_counterpart(client: JsonObject) -> tuple[str, ...]:
    """Paths of members that the client has and registration has no member for.

    Null, empty and false ones do not count: nothing is lost with them.
    """
    rows = (row for row in table() if not row.names)
    return tuple(
        row.path
        for row in rows
        if (value := member(client, row.path)) is not ABSENT and value not in (None, False, "", [])
    )


def client_paths(name: str) -> tuple[str, ...]:
    """The paths of the members that ``name`` of a registration is about; () for none."""
    stem, sign, _ = name.partition("#")
    row = tagged_rows().get(stem) if sign else row_of_name().get(name)
    return (row.path,) if row is not None else ()


def client_path(name: str) -> tuple[str, ...]:
    """Where in the client the member ``name`` of a registration stands, name by name.

    What has no place of its own there passes through under its own name.
    """
    _, sign, tag = name.partition("#")
    paths = client_paths(name)
    if not paths:
        return (name,)
    return (*paths[0].split("."), *(("values", tag) if sign else ()))


def _read(row: Row, registration: JsonObject, words: Vocabulary) -> Json | Absent:
    """The client's value for ``row``."""
    found = _found(row, registration)
    if not found:
        return ABSENT
    if row.tagged:
        return {"values": {name.partition("#")[2]: registration[name] for name in found}}
    return row.codec.to_client(registration[found[0]], words)


def _write(row: Row, wish: Json, base: JsonObject, words: Vocabulary) -> Iterator[tuple[str, Json]]:
    """The registration's members for the client's value, under the names that are used."""
    if row.tagged:
        texts = wish.get("values") if isinstance(wish, dict) else None
        for tag, text in (texts if isinstance(texts, dict) else {}).items():
            if tag:
                yield f"{row.names[0]}#{tag}", text
        return
    value = row.codec.to_registration(wish, words)
    if value is not ABSENT:
        for name in _found(row, base) or row.names:
            yield name, value


def _wish(row: Row, client: JsonObject) -> Json | Absent:
    """The client's value; where only a text by languages is there, that without a language."""
    value = member(client, row.path)
    if value is ABSENT and row.names and row.names[0] in tagged_rows() and not row.tagged:
        return member(client, f"{row.path}{_LOCALIZED}.values.")
    return value


def _found(row: Row, registration: JsonObject) -> list[str]:
    """The names of ``row`` that are in ``registration``, the one to be read first."""
    if row.tagged:
        return [name for name in registration if _tagged_row(name) is row]
    return [name for name in row.known_as if name in registration]


def _tagged_row(name: str) -> Row | None:
    stem, _, tag = name.partition("#")
    return tagged_rows().get(stem) if tag else None


def _passes(name: str) -> bool:
    """Whether a member is called the same on both sides because neither knows it."""
    known = name in row_of_name() or _tagged_row(name) is not None
    return not known and name not in client_names()[0]


def _is_hidden(name: str, value: Json) -> bool:
    """Whether a registration's member has no place in the client."""
    if name == _ATTRIBUTES:
        return not _are_unknown(value)
    return name in client_names()[0] and name not in row_of_name()


def _are_unknown(value: Json) -> bool:
    """Whether ``value`` holds attributes of a client, all of a kind that nobody knows."""
    return isinstance(value, dict) and bool(value) and not client_names()[1] & value.keys()


def _unknown_attributes(client: JsonObject) -> JsonObject:
    inner = client.get(_ATTRIBUTES)
    known = client_names()[1]
    if not isinstance(inner, dict):
        return {}
    return {name: value for name, value in inner.items() if name not in known}
