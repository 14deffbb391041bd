"""A provider that registers clients, with the shape that the Config API has for the program."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tui.models.document import Document
from tui.models.json import JsonObject
from tui.registrations.clients import Keeping, KeptClients
from tui.registrations.outcome import TokenSource
from tui.registrations.service import Registrations

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.registration.statement_check import StatementCheck


class ProviderConnection:
    """Registration with one provider; close it when done.

    Attributes:
        config: how the provider is spoken to.
        registrations: what can be done there.
        keeping: what is done when something cannot be kept.
        initial_token: gives initial access tokens as the person set it up; None: without.
        ask_token: asks the person for one; returns "" when they have none.
        clients: those that are kept here.
    """

    granted_scopes = None

    def __init__(
        self,
        config: ApiConfig,
        registrations: Registrations,
        *,
        initial_token: TokenSource | None = None,
        ask_token: TokenSource | None = None,
    ) -> None:
        self.config = config
        self.registrations = registrations
        self.initial_token = initial_token
        self.ask_token = ask_token
        self.keeping = Keeping()
        self.clients = KeptClients(registrations, self.keeping)
        self.scopes = Listed(self.discovery, "scopes_supported")
        self.claims = Listed(self.discovery, "claims_supported")
        self.scripts = Listed(self.discovery, "")

    async def discovery(self) -> JsonObject:
        """What the provider supports, as it came; {} when only its endpoint is known.

        Raises:
            ApiError: it cannot be found out.
        """
        return await self.registrations.metadata()

    async def check_statement(self, text: str, now: datetime) -> StatementCheck:
        """As ``Connection.check_statement``."""
        from tui.api.statements import check_anybodys

        return await check_anybodys(text, now, self.config, self.registrations.check_statement)

    async def health(self) -> Sequence[JsonObject]:
        """A sign of life: its metadata, read anew.

        Raises:
            ApiError: there is none.
        """
        return [await self.registrations.metadata(anew=True)]

    async def sign_out(self, *, revoke: bool) -> bool:
        """Nobody signs in to register, so there is nothing to forget."""
        del revoke
        return False

    async def aclose(self) -> None:
        """Let calls end that have begun, then close the connections."""
        await self.registrations.aclose()


@dataclass(frozen=True, slots=True)
class Listed:
    """Names that a provider's metadata lists under ``member``, as entries of their own."""

    metadata: Callable[[], Awaitable[JsonObject]]
    member: str

    async def all(self) -> Sequence[Document]:
        """An entry for each; registration refers to them by name, which stands for the DN.

        Raises:
            ApiError: the metadata cannot be had.
        """
        listed = (await self.metadata()).get(self.member) if self.member else []
        names = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
        return [Document({"dn": name, "id": name, "name": name}) for name in dict.fromkeys(names)]
