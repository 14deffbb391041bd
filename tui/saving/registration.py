"""Changes to clients by dynamic client registration, each of them noted in the history."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.forms.wording import in_table_order
from tui.journal.lost import LostEdit
from tui.journal.making import created, deleted, edited
from tui.models.changes import Change, Path, Side
from tui.models.document import ClientDocument
from tui.models.json import ABSENT, Absent, Json, JsonObject
from tui.models.registration.mapping import (
    client_path,
    to_client,
    to_registration,
    without_counterpart,
)
from tui.registrations.clients import still_kept, whole
from tui.saving.notes import Notes
from tui.saving.outcome import Saved, SecretState
from tui.saving.plan import Plan
from tui.saving.restore import restored

if TYPE_CHECKING:
    from tui.api.errors import ApiError
    from tui.journal.entry import Entry
    from tui.journal.history import History
    from tui.registrations.connection import ProviderConnection
    from tui.registrations.outcome import Outcome, TokenSource
    from tui.registrations.registration import Registration


class RegistrationWriter:
    """As ``ClientWriter``, with any provider; tokens that rotate are kept before all else."""

    makes_identity = True

    def __init__(self, api: ProviderConnection, lookups: Lookups, history: History) -> None:
        self.api = api
        self.lookups = lookups
        self._notes = Notes(history, api)

    async def edit(
        self, plan: Plan, choices: Mapping[Path, Side], undoes: Entry | None = None
    ) -> Saved:
        """Update a registration (RFC 7592 section 2.2).

        Args:
            plan: made from a read just before.
            choices: which side wins each conflict; theirs where nothing is said.
            undoes: the entry that the plan takes back.

        Raises:
            ApiError: it was refused, or its fate is unknown (``may_have_happened``).
        """
        return await asyncio.shield(self._edit(plan, choices, undoes))

    async def create(self, draft: Draft) -> Saved:
        """Register a client (RFC 7591 section 3); an initial token is asked for where it takes one.

        Raises:
            ApiError: it was refused, or its fate is unknown (``may_have_happened``).
        """
        return await asyncio.shield(self._create(draft))

    async def restore(self, entry: Entry) -> Saved:
        """Register anew the client that ``entry`` noted the end of, with another id.

        Raises:
            ApiError: as ``create``.
        """
        return await asyncio.shield(self._create(restored(entry, same_id=False), undoes=entry))

    async def delete(self, document: ClientDocument, undoes: Entry | None = None) -> str:
        """Delete a client at its provider, then forget it; as ``ClientWriter.delete``."""
        return await asyncio.shield(self._delete(document, undoes))

    async def settle(self, inum: str) -> None:
        """As ``ClientWriter.settle``."""
        await self._notes.settle(inum)

    async def _edit(self, plan: Plan, choices: Mapping[Path, Side], undoes: Entry | None) -> Saved:
        from tui.api.errors import ApiError

        sent = plan.operations(choices)
        before = ClientDocument(plan.latest)
        if not sent:
            return Saved(before)
        wanted = plan.wanted(choices)
        with self.api.keeping.sentences(), still_kept():
            kept = await asyncio.to_thread(self.api.registrations.kept, before.inum)
            metadata = to_registration(wanted, kept.metadata)
            await self._notes.settle_with(before.inum, plan.latest)
            try:
                outcome = await self._updated(kept, metadata, plan, choices)
            except ApiError as error:
                if error.may_have_happened:
                    lost = LostEdit(self._notes.origin, plan.latest, wanted, sent, undoes)
                    self._notes.lost[before.inum] = lost
                raise
        self._notes.lost.pop(before.inum, None)
        saved = _saved(outcome, metadata, kept)
        entry = edited(self._notes.origin, plan.latest, saved.document.raw, sent, undoes)
        return await self._notes.with_note(saved, entry)

    async def _updated(
        self, kept: Registration, metadata: JsonObject, plan: Plan, choices: Mapping[Path, Side]
    ) -> Outcome:
        """What came of the update, also of one whose answer got lost on the way."""
        from tui.api.errors import ApiError

        registrations = self.api.registrations
        try:
            return await registrations.update(kept.client_id, metadata)
        except ApiError as lost:
            if not lost.may_have_happened:
                raise _in_client_terms(lost) from None
            try:
                outcome = await registrations.read(kept.client_id)
            except ApiError:
                raise lost from None
            if plan.differs(whole(outcome.registration).raw, choices):
                raise lost from None
            note = "The answer got lost on the way, but the changes were saved."
            return replace(outcome, notes=(*outcome.notes, note))

    async def _create(self, draft: Draft, undoes: Entry | None = None) -> Saved:
        from tui.api.errors import ApiError

        metadata = to_registration(draft.edited)
        with self.api.keeping.sentences():
            try:
                outcome = await self._registered(metadata)
            except ApiError as refused:
                raise _in_client_terms(refused) from None
        saved = _saved(outcome, metadata, None)
        left_out = without_counterpart(draft.edited)
        if left_out:
            note = f"Registration has no member for {', '.join(left_out)}: not sent."
            saved = replace(saved, notes=[*saved.notes, note])
        entry = created(self._notes.origin, saved.document.raw, undoes)
        return await self._notes.with_note(saved, entry)

    async def _registered(self, metadata: JsonObject) -> Outcome:
        from tui.api.errors import TokenRefused

        api = self.api
        try:
            return await api.registrations.register(metadata, initial_token=api.initial_token)
        except TokenRefused:
            if api.initial_token is not None or api.ask_token is None:
                raise
            token = await api.ask_token()
            if not token:
                raise
        return await api.registrations.register(metadata, initial_token=_just(token))

    async def _delete(self, document: ClientDocument, undoes: Entry | None) -> str:
        with self.api.keeping.sentences(), still_kept():
            kept = await asyncio.to_thread(self.api.registrations.kept, document.inum)
            await self.api.registrations.delete(document.inum)
        return await self._notes.note(deleted(self._notes.origin, whole(kept).raw, undoes))


def _just(token: str) -> TokenSource:
    async def source() -> str:
        return token

    return source


def _in_client_terms(error: ApiError) -> ApiError:
    """``error``, its members named as the form knows them."""
    from tui.api.errors import Invalid
    from tui.api.registration.refusals import fields_of

    if isinstance(error, Invalid):
        error.members = fields_of(error)
    return error


def _saved(outcome: Outcome, asked: JsonObject, before: Registration | None) -> Saved:
    """What came of it, in the terms of clients.

    Args:
        outcome: of the call.
        asked: the metadata that was sent.
        before: the registration before an update; None for a new one.
    """
    now, report = outcome.registration, outcome.report
    # What differs is shown as changes; that a token rotates is the usual thing with some
    # providers, at each read, and asks nothing of the person: the new one is kept.
    told = replace(report, dropped=(), changed=(), not_cleared=(), token_changed=False)
    rest = replace(outcome, report=told)
    is_new_secret = report.secret_changed if before is not None else bool(now.secret)
    names = [*report.dropped, *(one.name for one in report.changed), *report.not_cleared]
    return Saved(
        whole(now),
        in_table_order(list(_changes(names, asked, now.picture))),
        now.secret if is_new_secret else "",
        SecretState.GIVEN if is_new_secret else SecretState.UNTOUCHED,
        list(rest.sentences),
        in_table_order(list(_changes(report.added, {}, now.picture))),
    )


def _changes(
    names: list[str] | tuple[str, ...], asked: JsonObject, granted: JsonObject
) -> Iterator[Change]:
    """The members called ``names`` in registration, as the form has them."""
    wish, answer = to_client(asked), to_client(granted)
    for path in dict.fromkeys(map(client_path, names)):
        yield Change(path, _at(wish, path), _at(answer, path))


def _at(client: JsonObject, path: Path) -> Json | Absent:
    value: Json | Absent = client
    for name in path:
        value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
    return value
