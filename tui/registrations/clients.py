"""The clients that were registered with a provider from here, as a list like a server's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import contextmanager

from tui.api.errors import ApiError, Exchange, NotFound, NotKept
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.models.page import Page
from tui.models.plain import plain
from tui.models.registration.mapping import to_client
from tui.registrations.registration import Registration
from tui.registrations.service import Registrations
from tui.registrations.vault import VaultError

OnUnkept = Callable[[Registration], None]
"""Told of a registration that could not be kept, with its token: nobody can give it again."""


class KeptClients:
    """A provider lists no clients (RFC 7592): what is kept on this machine is the list."""

    def __init__(self, registrations: Registrations, keeping: Keeping) -> None:
        self._registrations = registrations
        self._keeping = keeping

    async def page(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> Page[ClientDocument]:
        """As ``ClientList.page``; the provider is not asked."""
        found = await self._found(pattern, sort_by, filters or {}, descending=descending)
        return Page(offset, len(found), found[offset : offset + limit])

    async def iterate(
        self,
        *,
        page_size: int = 200,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[ClientDocument]:
        """As ``ClientList.iterate``; ``page_size`` does not matter."""
        del page_size
        for one in await self._found(pattern, sort_by, filters or {}, descending=descending):
            yield one

    async def get(self, inum: str) -> ClientDocument:
        """The client as its provider has it now, with its secret.

        Raises:
            NotFound: its registration is not kept here.
            ApiError: the provider did not show it.
        """
        with self._keeping.sentences():
            if await asyncio.to_thread(self._load, inum) is None:
                raise NotFound(f"The registration of {plain(inum, 100)} is not kept here.")
            with still_kept():
                outcome = await self._registrations.read(inum)
        return whole(outcome.registration)

    async def kept(self) -> dict[str, Registration]:
        """All that are kept, by client id.

        Raises:
            NotKept: they cannot be read.
        """
        with self._keeping.sentences():
            found = await asyncio.to_thread(self._registrations.list)
        return {one.client_id: one for one in found}

    async def _found(
        self, pattern: str, sort_by: str, filters: Mapping[str, str], *, descending: bool
    ) -> list[ClientDocument]:
        """All that match, in their order."""
        sought = pattern.casefold()
        listed = [without_secret(one) for one in (await self.kept()).values()]
        found = [
            one
            for one in listed
            if (sought in one.name.casefold() or sought in one.inum.casefold())
            and all(_is(one, name, value) for name, value in filters.items())
        ]
        found.sort(key=lambda one: (_text(one, sort_by).casefold(), one.inum), reverse=descending)
        return found

    def _load(self, client_id: str) -> Registration | None:
        registrations = self._registrations
        return registrations.vault.load(registrations.provider.address, client_id)


class Keeping:
    """What is done about registrations that cannot be kept.

    Attributes:
        on_unkept: told of each; None: nobody is.
    """

    def __init__(self) -> None:
        self.on_unkept: OnUnkept | None = None

    @contextmanager
    def sentences(self) -> Iterator[None]:
        """Have failures of the vault raised as ``NotKept``, after what was lost has been told."""
        try:
            yield
        except VaultError as error:
            if error.registration is not None and self.on_unkept is not None:
                self.on_unkept(error.registration)
            raise NotKept(error.sentence) from None


@contextmanager
def still_kept() -> Iterator[None]:
    """Have a registration that the provider does not know, but is kept, be no ``NotFound``.

    The list still has it, and what made the provider say so may pass.
    """
    try:
        yield
    except NotFound as error:
        raise ApiError(
            error.sentence,
            Exchange(error.method, error.url, error.status, error.server_words, error.request_id),
        ) from None


def whole(registration: Registration) -> ClientDocument:
    """The client of a registration, with its secret but without its token."""
    return _client(registration.metadata)


def without_secret(registration: Registration) -> ClientDocument:
    """The client of a registration, as a list shows it."""
    metadata: JsonObject = {"client_id": registration.client_id, **registration.picture}
    return _client(metadata)


def _client(metadata: JsonObject) -> ClientDocument:
    client = to_client(metadata)
    # It is the registration's address, nothing of the client: nobody can change it.
    client.pop("registration_client_uri", None)
    return ClientDocument(client)


def _text(client: ClientDocument, column: str) -> str:
    return client.name if column == "displayName" else client.text(column)


def _is(client: ClientDocument, name: str, value: str) -> bool:
    """Whether a member has a value; a flag that is not there is off."""
    found = client.get(name)
    text = str(found).lower() if isinstance(found, bool) else client.text(name)
    return (text or "false") == value.lower()
