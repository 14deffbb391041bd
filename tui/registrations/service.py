"""Registration with one provider: the call, and the vault, as one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from tui.api.closing import Closing
from tui.api.errors import ApiError, Invalid, NotProvider
from tui.api.registration.api import RegistrationApi, register_request
from tui.api.registration.caller import Answer
from tui.api.registration.key_sets import refuse_private_keys
from tui.api.registration.metadata import registration_endpoint
from tui.models.json import JsonObject
from tui.models.plain import plain
from tui.models.registration.picture import after_write, cleared, registration_body, update_body
from tui.models.registration.report import compare
from tui.registrations.clearing import clear
from tui.registrations.outcome import Outcome, Provider, Signer, TokenSource
from tui.registrations.registration import Registration
from tui.registrations.vault import Vault, VaultError
from tui.registrations.wire import Wire, address_after, check_manageable, unmanageable

if TYPE_CHECKING:
    from tui.api.registration.statement_check import StatementCheck

T = TypeVar("T")


class Registrations(Closing):
    """The clients that were registered with ``provider`` from here.

    A call that has begun goes on when its caller is cancelled, so that no answer is lost:
    close this when done, or use it as a context manager. Calls raise ``ApiError`` of whatever
    kind went wrong, and ``VaultError`` when an answer could not be kept.
    """

    def __init__(self, provider: Provider, api: RegistrationApi, vault: Vault) -> None:
        self.provider = provider
        self.vault = vault
        self._api = api
        self._metadata: JsonObject | None = None
        self._running: set[asyncio.Task[Any]] = set()

    async def check_statement(self, text: str, now: datetime) -> StatementCheck:
        """As ``RegistrationApi.check_statement``."""
        return await self._api.check_statement(text, now)

    async def metadata(self, *, anew: bool = False) -> JsonObject:
        """What the provider supports; {} when only its endpoint is known.

        Args:
            anew: ask for it although it is known already.
        """
        if self._metadata is None or anew:
            self._metadata = await self._shown_metadata()
        return self._metadata

    async def _shown_metadata(self) -> JsonObject:
        provider = self.provider
        if provider.endpoint == provider.address:
            return {}
        try:
            return await self._api.metadata(provider.address)
        except NotProvider:
            if provider.endpoint:
                return {}  # That is why somebody named the endpoint.
            raise

    async def endpoint(self) -> str:
        """The registration endpoint: the given one, else the discovered one."""
        return self.provider.endpoint or registration_endpoint(await self.metadata())

    def list(self) -> list[Registration]:
        """Those that are kept here, the newest first; it blocks, and asks no provider.

        Raises:
            VaultError: the vault cannot be read.
        """
        return self.vault.all(self.provider.address)

    def kept(self, client_id: str) -> Registration:
        """The registration of a client, as it is kept here; it blocks.

        Raises:
            Invalid: there is none.
            VaultError: the vault cannot be read.
        """
        found = self.vault.load(self.provider.address, client_id)
        if found is None:
            raise Invalid(
                f"No registration of {plain(client_id, 100)} with "
                f"{plain(self.provider.address, 200)} is kept here. Import it with its address "
                "and token."
            )
        return found

    async def register(
        self,
        metadata: JsonObject,
        *,
        initial_token: TokenSource | None = None,
        sign: Signer | None = None,
    ) -> Outcome:
        """Register a new client, and read it back.

        Args:
            metadata: what is wanted; a ``software_statement`` is one of its members.
            initial_token: asked for one initial access token; None: without.
            sign: makes a signed request of it (``application/jwt``); None: plain JSON.
        """
        return await self._to_the_end(self._register(metadata, initial_token, sign))

    async def read(self, client_id: str) -> Outcome:
        """Read a registration anew; the report says what is other than it was known."""
        return await self._to_the_end(self._read(client_id))

    async def update(self, client_id: str, wanted: JsonObject) -> Outcome:
        """Make a registration what is wanted, and read it back.

        Args:
            client_id: whose it is.
            wanted: all of its metadata, as from ``Registration.metadata`` with changes;
                members that are null, empty or not in it are cleared.
        """
        return await self._to_the_end(self._update(client_id, wanted))

    async def delete(self, client_id: str) -> None:
        """Delete a client at the provider, then forget it."""
        await self._to_the_end(self._delete(client_id))

    async def import_(self, uri: str, token: str) -> Outcome:
        """Take over a client that was registered elsewhere: read it, and keep it.

        Args:
            uri: its ``registration_client_uri``.
            token: its registration access token.
        """
        return await self._to_the_end(self._import(uri, token))

    def forget(self, client_id: str) -> None:
        """Keep a client no longer. At the provider it stays, and its token is lost; it blocks.

        Raises:
            Invalid: it is not kept here.
            VaultError: it could not be forgotten.
        """
        self.vault.remove(self.kept(client_id))

    def export(self, client_id: str) -> JsonObject:
        """All that it takes to manage a client, to be handed over. It is secret; it blocks.

        Raises:
            Invalid: it is not kept here.
            VaultError: the vault cannot be read.
        """
        return self.kept(client_id).handed_over()

    async def aclose(self) -> None:
        """Let calls end that have begun, then close the connections."""
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._api.aclose()

    async def _to_the_end(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            # Looked at, so that asyncio does not tell of it when the caller has gone.
            task.exception()

    async def _register(
        self, metadata: JsonObject, initial_token: TokenSource | None, sign: Signer | None
    ) -> Outcome:
        body = registration_body(metadata)
        refuse_private_keys(body)
        endpoint = await self.endpoint()
        await asyncio.to_thread(self.vault.prove)
        signed = await asyncio.to_thread(sign, body) if sign is not None else ""
        token = await initial_token() if initial_token is not None else ""
        answer = await self._api.register(endpoint, register_request(body, signed), token)
        wire = self._begin(body, answer, endpoint)
        registered = wire.registration
        problem: ApiError | None = None
        if registered.is_manageable:
            problem = await _read_back(wire, answer.body)
        else:
            wire.notes.append(unmanageable(registered))
        return _outcome(wire, body, registered, problem=problem)

    async def _read(self, client_id: str) -> Outcome:
        async with self._wire(client_id) as wire:
            before = wire.registration
            await wire.read()
        return _outcome(wire, before.picture, before, was=before.picture)

    async def _update(self, client_id: str, wanted: JsonObject) -> Outcome:
        refuse_private_keys(wanted)
        async with self._wire(client_id) as wire:
            before = wire.registration
            to_clear = cleared(before.picture, wanted)
            body = update_body(before.picture, wanted, before.client_id, before.secret)
            answered = await wire.update(body)
            problem = await _read_back(wire, answered)
            if problem is not None and answered is None:
                raise problem
            if problem is None:
                try:
                    await clear(wire, body, before.picture, to_clear)
                except ApiError as error:
                    problem = error
        return _outcome(wire, body, before, was=before.picture, to_clear=to_clear, problem=problem)

    async def _delete(self, client_id: str) -> None:
        async with self._wire(client_id) as wire:
            await wire.delete()
            self.vault.remove(wire.registration)

    async def _import(self, uri: str, token: str) -> Outcome:
        await asyncio.to_thread(self.vault.prove)
        answer = await self._api.read(uri, token)
        wire = self._begin({}, answer, uri, Registration(self.provider.address, "", uri, token))
        return _outcome(wire, {}, wire.registration, was=wire.registration.picture)

    def _begin(
        self, sent: JsonObject, answer: Answer, url: str, known: Registration | None = None
    ) -> Wire:
        """Keep the client of an answer before anything else happens.

        Args:
            sent: what was asked for.
            answer: to a registration, or to the first read.
            url: where it came from.
            known: what is known of an imported client.
        """
        body = answer.body or {}
        client_id = body.get("client_id")
        if not isinstance(client_id, str) or not client_id:
            raise NotProvider(
                f"{plain(url, 200)} answered without a client_id ({answer.status}), so nothing "
                "can be kept. The client may have been registered all the same: look there."
            )
        start = known or Registration(self.provider.address, client_id, "", "")
        with suppress(VaultError):
            older = self.vault.load(self.provider.address, client_id)
            if older is not None:
                start = replace(start, secret=older.secret, registered=older.registered)
        registration = replace(
            start.with_tokens_of(body, address_after(start.uri, body)),
            client_id=client_id,
            picture=after_write(sent, body),
        )
        note = self.vault.save(registration)
        return Wire(self._api, self.vault, registration, [note] if note else [])

    @asynccontextmanager
    async def _wire(self, client_id: str) -> AsyncIterator[Wire]:
        """Speak for a client alone, with what the vault has of it now."""
        async with self.vault.turn(self.provider.address, client_id):
            registration = await asyncio.to_thread(self.kept, client_id)
            check_manageable(registration)
            await asyncio.to_thread(self.vault.prove)
            yield Wire(self._api, self.vault, registration)


async def _read_back(wire: Wire, answered: JsonObject | None) -> ApiError | None:
    """Read after a write; what went wrong, if anything did: the write has been done."""
    try:
        await wire.read(answered)
    except ApiError as error:
        return error
    return None


def _outcome(
    wire: Wire,
    asked: JsonObject,
    before: Registration,
    *,
    was: JsonObject | None = None,
    to_clear: tuple[str, ...] = (),
    problem: ApiError | None = None,
) -> Outcome:
    now = wire.registration
    report = compare(
        asked,
        now.picture,
        before=was,
        to_clear=to_clear,
        unread=now.unread,
        secret_changed=bool(before.secret) and now.secret != before.secret,
        token_changed=now.token != before.token,
        read_back=problem is None and now.is_manageable,
    )
    return Outcome(now, report, problem, tuple(wire.notes))
