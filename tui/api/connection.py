"""What the program needs of a server, by whichever way its clients are managed."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from tui.models.document import ClientDocument, Document
from tui.models.json import JsonObject
from tui.models.page import Page

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.registration.statement_check import StatementCheck


class ClientList(Protocol):
    """The clients of a server, to be read. Its methods raise ``ApiError``."""

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
        """As ``Listing.page``."""

    def iterate(
        self,
        *,
        page_size: int = 200,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[ClientDocument]:
        """As ``Listing.iterate``."""

    async def get(self, inum: str) -> ClientDocument:
        """The client called ``inum``, read anew; ``NotFound`` when there is none."""


class EntryList(Protocol):
    """What clients refer to."""

    async def all(self) -> Sequence[Document]:
        """All of it; raises ``ApiError``."""


class Connection(Protocol):
    """A server with clients: ``ConfigApi``, or a provider that registers clients."""

    @property
    def config(self) -> ApiConfig:
        """How it is spoken to."""

    @property
    def granted_scopes(self) -> tuple[str, ...] | None:
        """Scopes of the token in use; None when nobody knows."""

    @property
    def clients(self) -> ClientList:
        """Its clients."""

    @property
    def scopes(self) -> EntryList:
        """Its scopes."""

    @property
    def claims(self) -> EntryList:
        """Its claims."""

    @property
    def scripts(self) -> EntryList:
        """Its custom scripts."""

    async def discovery(self) -> JsonObject:
        """What it supports, as it came; raises ``ApiError``."""

    async def check_statement(self, text: str, now: datetime) -> StatementCheck:
        """A software statement of anybody, decoded, with what its issuer's keys say of it.

        ``now`` has its zone. Raises ``NotAStatementError`` when it is no JWT.
        """

    async def health(self) -> Sequence[JsonObject]:
        """A sign of life; raises ``ApiError``."""

    async def sign_out(self, *, revoke: bool) -> bool:
        """Forget the tokens of the sign-in; whether there were any."""

    async def aclose(self) -> None:
        """Close the connections."""
