"""Calls whose answers are on the disk before anything else happens.

Between an answer and the disk nothing is awaited: not even the loop's next turn may come, in
which a program could end or a person leave the screen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import urlsplit

from tui.api.errors import Invalid, NotProvider, TokenRefused
from tui.api.registration.api import RegistrationApi
from tui.api.registration.caller import Answer
from tui.models.json import JsonObject
from tui.models.plain import plain
from tui.models.registration.picture import after_read, after_write, left_out
from tui.registrations.registration import Registration
from tui.registrations.vault import Vault

Send: TypeAlias = Callable[[str, str], Awaitable[Answer]]
"""A call to a registration: gets its URI and token."""


@dataclass(slots=True)
class Wire:
    """One registration while something is done with it; the vault follows each answer.

    Attributes:
        registration: as the vault has it.
        notes: what the vault had to say.
    """

    api: RegistrationApi
    vault: Vault
    registration: Registration
    notes: list[str] = field(default_factory=list)

    async def read(self, written: JsonObject | None = None) -> JsonObject:
        """Read the registration; ``written`` is the answer of the write just before, if any.

        Raises:
            ApiError: of whatever kind went wrong.
            VaultError: the answer could not be kept.
        """
        answer = await self._call(self.api.read)
        body = answer.body
        if body is None:
            raise NotProvider(
                f"{_host(self.registration.uri)} answered with nothing when asked for the "
                "registration, which says nothing about it. Try again."
            )
        now = self.registration
        unread = tuple(name for name in now.unread if name in now.picture and name not in body)
        if written is not None:
            unread = tuple(dict.fromkeys([*unread, *left_out(written, body)]))
        picture = after_read(now.picture, body, unread)
        self._keep(replace(now, picture=picture, unread=unread))
        return body

    async def update(self, body: JsonObject) -> JsonObject | None:
        """Replace the registration; the answer, or None when it was empty.

        Raises:
            ApiError: of whatever kind went wrong.
            VaultError: the answer could not be kept.
        """
        answer = await self._call(lambda uri, token: self.api.update(uri, token, body))
        if answer.body is not None:
            picture = after_write(body, answer.body, self.registration.unread)
            self._keep(replace(self.registration, picture=picture))
        return answer.body

    async def delete(self) -> None:
        """Delete the client at the provider; here it is still kept.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        await self._call(self.api.delete)

    async def _call(self, send: Send) -> Answer:
        """The answer to the token, or to the one before if the new one never arrived there."""
        now = self.registration
        try:
            answer = await send(now.uri, now.token)
        except TokenRefused:
            if not now.previous:
                raise
            answer = await send(now.uri, now.previous)
            now = replace(now, token=now.previous)
        # The token has worked, so the one before is not needed any more.
        now = replace(now, previous="")
        body = answer.body or {}
        if body.get("client_id", now.client_id) != now.client_id:
            raise NotProvider(
                f"{_host(now.uri)} answered for another client than was asked for. Nothing was "
                "taken over. Check the registration's address."
            )
        self._keep(now.with_tokens_of(body, address_after(now.uri, body)))
        return answer

    def _keep(self, registration: Registration) -> None:
        if registration == self.registration:
            return
        self.registration = replace(registration, changed=datetime.now(UTC))
        note = self.vault.save(self.registration)
        if note and note not in self.notes:
            self.notes.append(note)


def address_after(uri: str, body: JsonObject) -> str:
    """The registration's address after an answer.

    A token goes only to the host that it came from, whatever an answer says later.
    """
    given = body.get("registration_client_uri")
    if not isinstance(given, str) or not given:
        return uri
    try:
        same_host = urlsplit(given)[:2] == urlsplit(uri)[:2]
    except ValueError:
        return uri
    return given if same_host or not uri else uri


def check_manageable(registration: Registration) -> None:
    """Do nothing if the registration can be read and changed.

    Raises:
        Invalid: its provider gave no address or no token for it; nothing was sent.
    """
    if not registration.is_manageable:
        raise Invalid(unmanageable(registration))


def unmanageable(registration: Registration) -> str:
    """The sentence about a registration without address or token."""
    lacking = "access token" if registration.uri else "address (registration_client_uri)"
    return (
        f"{_host(registration.provider)} gave no {lacking} for this client, so it can't be read "
        "or changed from here. If you have it from elsewhere, import the client with it."
    )


def _host(url: str) -> str:
    try:
        return plain(urlsplit(url).netloc, 200) or plain(url, 200)
    except ValueError:
        return plain(url, 200)
