"""Managing clients by dynamic client registration (RFC 7591, RFC 7592)."""

from __future__ import annotations

import asyncio
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.forms.fitting import Fitting
    from tui.models.json import JsonObject
    from tui.registrations.connection import ProviderConnection
    from tui.saving.writer import Writer
    from tui.screens.copy_menu import Entry
    from tui.screens.way import Wish
    from tui.session import Session


class ByRegistration:
    """A ``Way``."""

    where = ("Registered clients",)
    empty = (
        "No client registered here yet. {clients.add} registers one, {clients.import} imports one."
    )

    async def writer(self, session: Session) -> Writer:
        """As ``Way.writer``."""
        from tui.saving.registration import RegistrationWriter

        return RegistrationWriter(await session.provider(), session.lookups, session.history)

    async def prepare(self, session: Session) -> None:
        """Ask for the provider's metadata: which settings there are hangs on it."""
        await session.read_lookups(lambda: None)

    def fitting(self, session: Session) -> Fitting:
        """What registration has and the provider supports."""
        from tui.forms.fitting import Registered

        return Registered(session.lookups)

    def new_client(self, session: Session) -> JsonObject:
        """Sound defaults, as far as the provider has them."""
        from tui.models.new_client import new_registration

        return new_registration(session.lookups.metadata)

    async def commands(self, session: Session, wish: Wish) -> list[Entry]:
        """With curl, and with jans-tui itself."""
        provider = await session.provider()
        with provider.keeping.sentences():
            if wish.before is None:
                return await _registering(session, provider, wish.wanted)
            return await asyncio.to_thread(_managing, session, provider, wish)


async def _registering(
    session: Session, provider: ProviderConnection, client: JsonObject
) -> list[Entry]:
    from tui.api.curl import json_word
    from tui.api.registration.api import register_request
    from tui.api.registration.shown import INITIAL_TOKEN, registration_curl
    from tui.models.registration.mapping import to_registration
    from tui.models.registration.picture import registration_body
    from tui.screens.as_command import server_options

    body = registration_body(to_registration(client))
    endpoint = await provider.registrations.endpoint()
    variable = INITIAL_TOKEN if provider.initial_token is not None else ""
    curl = registration_curl(
        endpoint, register_request(body), provider.config, token_variable=variable
    )
    words = ["jans-tui", "register", server_options(session), "--from-json=-"]
    return [
        ("The curl command that registers it", _remark(session) + curl),
        ("The one-liner that registers it", f"printf %s {json_word(body)} | {' '.join(words)}"),
    ]


def _managing(session: Session, provider: ProviderConnection, wish: Wish) -> list[Entry]:
    from tui.api.curl import json_word
    from tui.api.registration.api import READ, update_request
    from tui.api.registration.shown import REGISTRATION_TOKEN, registration_curl
    from tui.models.registration.mapping import to_registration
    from tui.models.registration.picture import registration_body, update_body

    kept = provider.registrations.kept(wish.inum)
    client = quote(kept.client_id)
    if wish.changes:
        metadata = to_registration(wish.wanted, kept.metadata)
        body = update_body(kept.picture, metadata, kept.client_id, kept.secret)
        request, verb = update_request(body), "changes"
        source = f"printf %s {json_word(registration_body(metadata))} | "
        line = f"{source}jans-tui registration update {client} --from-json=-"
    else:
        request, verb = READ, "reads"
        line = f"jans-tui registration read {client}"
    curl = registration_curl(kept.uri, request, provider.config, token_variable=REGISTRATION_TOKEN)
    return [
        (f"The curl command that {verb} it", _remark(session) + curl),
        (f"The one-liner that {verb} it", line),
    ]


def _remark(session: Session) -> str:
    from tui.screens.by_config_api import NEEDS_SERVE
    from tui.session import SANDBOX_URL

    return NEEDS_SERVE if session.profile.url == SANDBOX_URL else ""
