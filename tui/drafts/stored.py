"""A draft as it is kept on disk: without secrets, with who it is for and when it was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tui.forms.draft import Draft, Rejected
from tui.models.json import JsonObject, copied
from tui.models.secrets import holds_private_key, mask, unmask

LEFT_OUT = "(not kept)"
"""Stands for a secret."""

SECRET = "clientSecret"
KEY_SET = "jwks"
TYPE_AGAIN = "A new secret was typed here. Drafts do not keep secrets: type the new secret again."
PRIVATE_KEY = "A private key stood here. Drafts do not keep it: only public keys belong here."
TYPED = "This was being typed when jans-tui ended. enter goes on with it."


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """Edits of one client that are not saved on the server.

    Attributes:
        inum: the client's; of a new client, what its draft is known by.
        profile: the server that it belongs to.
        name: of the client, as edited; may be foreign text.
        time: of the last change, with its zone.
        draft: the edits; every secret in them is ``LEFT_OUT``.
        secret_typed: whether a new client secret was typed.
    """

    inum: str
    profile: str
    name: str
    time: datetime
    draft: Draft
    secret_typed: bool

    def same_edits(self, other: StoredDraft | None) -> bool:
        """Whether ``other`` differs by no more than its time."""
        return other is not None and (
            self.draft.edited == other.draft.edited
            and self.draft.rejected == other.draft.rejected
            and self.secret_typed == other.secret_typed
        )


def to_store(
    draft: Draft, inum: str, profile: str, time: datetime, typing: Mapping[str, str]
) -> StoredDraft | None:
    """What is to be kept of ``draft``; None when nothing would be lost without it.

    Args:
        draft: the edits; it stays as it is.
        inum: what the draft is known by.
        profile: the server that it belongs to.
        time: now, with its zone.
        typing: texts that are being typed and are in no draft yet, by path.
    """
    if not (draft.is_dirty or typing):
        return None
    whole = Draft(draft.original, draft.start)
    whole.edited = copied(draft.edited)
    whole.rejected = {**draft.rejected, **{path: Rejected(typing[path], TYPED) for path in typing}}
    typed = whole.is_changed(SECRET)
    whole.revert(SECRET)
    _leave_out_private_keys(whole)
    kept = _mapped(whole, lambda raw: mask(raw, LEFT_OUT))
    return StoredDraft(inum, profile, draft.document.name, time, kept, typed)


def _leave_out_private_keys(whole: Draft) -> None:
    rejected = whole.rejected.get(KEY_SET)
    text = rejected.text if rejected else whole.value(KEY_SET)
    if whole.is_changed(KEY_SET) and isinstance(text, str) and holds_private_key(text):
        whole.revert(KEY_SET)
        whole.reject(KEY_SET, "", PRIVATE_KEY)


def restored(stored: StoredDraft, latest: JsonObject | None) -> Draft:
    """The draft to go on with.

    A secret that was typed has to be typed again, which the draft says in its place.

    Args:
        stored: as it was kept.
        latest: the client as the server has it now, from which the secrets are taken; None
            when the server does not have it.
    """
    draft = _mapped(stored.draft, lambda raw: unmask(raw, latest or {}, LEFT_OUT))
    if stored.secret_typed:
        draft.reject(SECRET, "", TYPE_AGAIN)
    return draft


def _mapped(draft: Draft, change: Callable[[JsonObject], JsonObject]) -> Draft:
    """A draft whose documents are what ``change`` makes of those of ``draft``."""
    original = None if draft.original is None else change(draft.original)
    made = Draft(original, change(draft.start))
    made.edited = change(draft.edited)
    made.rejected = dict(draft.rejected)
    return made
