"""Entries made from what a request changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui.journal.entry import CREATE, DELETE, EDIT, UNDO, Entry
from tui.journal.redaction import noted, without_secrets
from tui.models.changes import difference, inverse, to_patch
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.models.members import READ_ONLY_MEMBERS

LONGEST_NAME = 200
"""Characters of a client's name that are noted."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a change is made, and by whom; the attributes are those of ``Entry``."""

    profile: str
    server: str
    user: str
    client_id: str


def created(origin: Origin, client: JsonObject, undoes: Entry | None = None) -> Entry:
    """A client came into being; ``client`` is as it came back."""
    return _whole(CREATE, origin, client, undoes)


def deleted(origin: Origin, client: JsonObject, undoes: Entry | None = None) -> Entry:
    """A client was deleted; ``client`` is as it was."""
    return _whole(DELETE, origin, client, undoes)


def _whole(effect: str, origin: Origin, client: JsonObject, undoes: Entry | None) -> Entry:
    kept, secrets = without_secrets(client)
    document = ClientDocument(kept)
    return Entry(
        kind=UNDO if undoes else effect,
        effect=effect,
        inum=document.inum,
        name=document.name[:LONGEST_NAME],
        client=kept,
        secrets=sorted(secrets),
        undoes=undoes.id if undoes else "",
        profile=origin.profile,
        server=origin.server,
        user=origin.user,
        client_id=origin.client_id,
    )


def edited(
    origin: Origin,
    before: JsonObject,
    after: JsonObject,
    sent: Iterable[Mapping[str, object]],
    undoes: Entry | None = None,
) -> Entry:
    """A client was changed.

    Args:
        origin: where and by whom.
        before: the client as read just before.
        after: the client as it came back.
        sent: the operations of the request.
        undoes: the entry that was taken back, if this did.
    """
    changes = difference(_lasting(before), _lasting(after))
    patch = noted(sent)
    document = ClientDocument(after)
    return Entry(
        kind=UNDO if undoes else EDIT,
        effect=EDIT,
        inum=document.inum,
        name=document.name[:LONGEST_NAME],
        patch=patch,
        result=noted(to_patch(changes)),
        inverse=noted(to_patch(inverse(changes))),
        secrets=sorted(
            {str(one["path"]).rpartition("/")[2] for one in patch if one.get("secret") is True}
        ),
        undoes=undoes.id if undoes else "",
        profile=origin.profile,
        server=origin.server,
        user=origin.user,
        client_id=origin.client_id,
    )


def _lasting(client: JsonObject) -> JsonObject:
    """What stays the same between two reads, unless somebody changes it."""
    kept = {name: item for name, item in client.items() if name not in READ_ONLY_MEMBERS}
    return without_secrets(kept)[0]
