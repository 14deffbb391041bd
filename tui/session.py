"""One open connection: a server, the API to it, and what was learnt from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast

from tui import access, locations
from tui.commands import Command, Way
from tui.embedded import SANDBOX_URL as SANDBOX_URL
from tui.embedded import sandbox_api as sandbox_api
from tui.embedded import sandbox_provider
from tui.settings.profile import Profile

if TYPE_CHECKING:
    from tui.api.activity import Activity, OnActivity
    from tui.api.config_api import ConfigApi
    from tui.api.connection import Connection
    from tui.api.sign_in.asking import Asking
    from tui.connecting.opening import Surroundings
    from tui.forms.lookups import Lookups
    from tui.journal.history import History
    from tui.registrations.connection import ProviderConnection
    from tui.registrations.registration import Registration
    from tui.sandbox.settings import SandboxSettings

Kind: TypeAlias = Literal["sandbox", "server", "registration"]
"""``sandbox``: the embedded server; ``server``: another one with a Config API; ``registration``:
any provider that registers clients, the embedded server too."""


class Caution(NamedTuple):
    """What a person should see of a server at each moment.

    Attributes:
        colour: in which its name stands, such as ``red``; "" for none in particular.
        read_only: whether every write is refused.
        protected: whether a client's name is typed before it is deleted or disabled.
        insecure: whether the server's certificate is not verified.
    """

    colour: str = ""
    read_only: bool = False
    protected: bool = False
    insecure: bool = False


NO_CAUTION = Caution()


class Session:
    """Connects when first asked to, so that the first frame need not wait.

    Attributes:
        name: what the person calls the server.
        kind: see ``Kind``.
        caution: what to be careful of.
        profile: how the server was set up.
        activity: what goes on while a call waits; None before the first one.
        asking: asks the person what signing in takes; to be set before ``connect``.
        on_warning: told what is not safe about the profile, in a sentence.
        kept: registrations with this server that are kept here, by client id.
        on_unkept: told of a registration that could not be kept, so that its token is shown.
    """

    def __init__(
        self,
        name: str,
        kind: Kind,
        build: Callable[[OnActivity], Connection] | None = None,
        caution: Caution = NO_CAUTION,
        profile: Profile | None = None,
        provider: Callable[[Session], ProviderConnection] | None = None,
    ) -> None:
        """Make a session that is not connected.

        Args:
            name: what the person calls the server.
            kind: see ``Kind``.
            build: makes the API, which tells what goes on; it blocks, in a thread. None: the
                profile says how.
            caution: what to be careful of.
            profile: how the server was set up; None for one that ``build`` knows alone.
            provider: as ``build``, of what registers clients there; gets the session for that.
        """
        self.name = name
        self.kind = kind
        self.caution = caution
        self.profile = profile or Profile(name, SANDBOX_URL)
        self.activity: Activity | None = None
        self.asking: Asking | None = None
        self.on_warning: Callable[[str], None] | None = None
        self.on_unkept: Callable[[Registration], None] | None = None
        self.kept: Mapping[str, Registration] = {}
        self._watchers: list[Callable[[], object]] = []
        self._noticed: tuple[str, ...] | None = None
        self._build = build
        self._loop: asyncio.AbstractEventLoop | None = None
        self._provider = provider
        self._registering: Session | None = None
        self._api: Connection | None = None
        self._connecting = asyncio.Lock()
        self._reading = asyncio.Lock()

    @property
    def address(self) -> str:
        """The server, by what stays when a profile is renamed; drafts and history go by it."""
        return self.name if self.kind == "sandbox" else self.profile.url.partition("://")[2]

    @property
    def way(self) -> Way:
        """How clients are managed here."""
        return "registration" if self.kind == "registration" else "config-api"

    @property
    def read_only(self) -> bool:
        """Whether every write is refused."""
        return self.caution.read_only

    @property
    def granted_scopes(self) -> tuple[str, ...] | None:
        """What the token may do; None before the first call, or when nobody said."""
        return self._api.granted_scopes if self._api is not None else None

    @cached_property
    def history(self) -> History:
        """What this program changed, noted on this machine."""
        from tui.journal.history import History
        from tui.journal.journal import Journal

        return History(Journal(locations.state_folder() / "journal"), self.address)

    @property
    def label(self) -> str:
        """The server's name, and what should be known of it at each moment."""
        return "sandbox · this machine" if self.kind == "sandbox" else self.name

    @property
    def where(self) -> str:
        """For the end of a sentence: on which server; "" on the sandbox, which no slip can hurt."""
        return "" if self.kind == "sandbox" else f", on {self.name}"

    async def connection(self) -> Connection:
        """What all ways of managing clients share, made at the first call.

        Raises:
            ApiError: a secret cannot be had, or the person did not sign in.
        """
        async with self._connecting:
            if self._api is None:
                self._api = await self._opened()
            return self._api

    async def connect(self) -> ConfigApi:
        """The Config API, made at the first call; signing in may ask the person.

        Raises:
            NotSupported: clients are only registered here.
            ApiError: as ``connection``.
        """
        api = await self.connection()
        if self.kind == "registration":
            from tui.api.errors import NotSupported

            raise NotSupported(f"At {self.name} clients are only registered: it is not managed.")
        return cast("ConfigApi", api)

    async def provider(self) -> ProviderConnection:
        """The registration of clients, on this server itself or beside its Config API.

        Raises:
            ApiError: as ``connection``.
        """
        api = await self.registering.connection()
        return cast("ProviderConnection", api)

    @property
    def registering(self) -> Session:
        """The session for registering clients with the same server; this one if it is that."""
        if self.kind == "registration":
            return self
        if self._registering is None:
            from dataclasses import replace

            from tui.settings.profile import SignIn

            # What was set up to sign in is nothing to register with.
            profile = replace(self.profile, kind="registration", sign_in=SignIn())
            made = Session(self.name, "registration", None, self.caution, profile, self._provider)
            made.asking, made.on_warning = self.asking, self.on_warning
            made.on_unkept = self.on_unkept
            self._registering = made
        return self._registering

    async def sign_out(self, *, revoke: bool) -> bool:
        """Forget the tokens and the connection; the next ``connect`` signs in anew.

        Args:
            revoke: have the server forget the tokens, too.

        Returns:
            Whether there were any.

        Raises:
            ApiError: the server does not revoke them; they are forgotten here all the same.
        """
        from tui.connecting.kept_tokens import forget_tokens, has_tokens

        name = self.profile.name
        if self._api is None and self.kind == "server" and self._build is None:
            # Nobody is to sign in for signing out.
            if not (revoke and await asyncio.to_thread(has_tokens, name)):
                return await asyncio.to_thread(forget_tokens, name)
            self._api = await self._opened(signed_in=False)
        api = await self.connection()
        try:
            return await api.sign_out(revoke=revoke)
        finally:
            await self.close()
            if self.kind == "server":
                # One-liners that need more scopes keep a token of their own.
                await asyncio.to_thread(forget_tokens, name)

    async def _opened(self, *, signed_in: bool = True) -> Connection:
        self._loop = asyncio.get_running_loop()
        if self.kind == "registration":
            return await self._provider_opened()
        if self._build is not None:
            return await asyncio.to_thread(self._build, self.tell)
        from tui.connecting.opening import open_profile

        return await open_profile(self.profile, self._surroundings(), signed_in=signed_in)

    async def _provider_opened(self) -> ProviderConnection:
        from tui.registrations.profiles import open_provider

        if self._provider is not None:
            provider = await asyncio.to_thread(self._provider, self)
        else:
            provider = await open_provider(self.profile, self._surroundings())
        provider.keeping.on_unkept = self.on_unkept
        return provider

    def _surroundings(self) -> Surroundings:
        from tui.connecting.opening import Surroundings

        return Surroundings(asking=self.asking, warn=self.warn, on_activity=self.tell)

    def warn(self, sentence: str) -> None:
        """Tell the person something, from any thread."""
        if self.on_warning is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self.on_warning, sentence)

    # What screens show of it at each moment

    def watch(self, changed: Callable[[], object]) -> Callable[[], None]:
        """Have ``changed`` called when ``activity`` or ``why_not`` may have; returns the end."""
        self._watchers.append(changed)
        return lambda: self._watchers.remove(changed)

    def why_not(self, command: Command) -> str:
        """Why ``command`` would be refused, a sentence; "" when nothing is known against it."""
        read_only, granted = self.caution.read_only, self.granted_scopes
        return access.why_not(command, read_only=read_only, granted=granted, way=self.way)

    def notice_scopes(self) -> None:
        """Tell those who watch when the token has other scopes than it had."""
        if self.granted_scopes != self._noticed:
            self._noticed = self.granted_scopes
            self._tell()

    def tell(self, activity: Activity) -> None:
        """Tell those who watch what goes on."""
        self.activity = activity
        self._noticed = self.granted_scopes
        self._tell()

    async def is_there(self) -> bool:
        """Whether the server answers at all, be it that it refuses."""
        from tui.api.errors import ApiError, ServerFailed, TimedOut, TlsProblem, Unreachable

        try:
            await (await self.connection()).health()
        except ApiError as error:
            return not isinstance(error, Unreachable | TimedOut | TlsProblem | ServerFailed)
        return True

    def _tell(self) -> None:
        for changed in tuple(self._watchers):
            changed()

    # What clients refer to

    @cached_property
    def lookups(self) -> Lookups:
        """What has been read of it."""
        from tui.forms.lookups import Lookups

        return Lookups(by_name=self.kind == "registration")

    async def read_lookups(self, changed: Callable[[], None]) -> Lookups:
        """Read what clients refer to, once; what failed is tried again at the next call.

        Args:
            changed: called each time something has arrived.
        """
        from tui.looking_up import read_lookups

        api = await self.connection()
        async with self._reading:
            await read_lookups(api, self.lookups, changed)
        return self.lookups

    async def read_kept(self) -> None:
        """Look which registrations are kept here; where that fails, none is known."""
        from tui.registrations.kept import kept_with

        self.kept = await asyncio.to_thread(kept_with, self.profile.url)

    async def close(self) -> None:
        """Close the connection, if there is one."""
        if self._registering is not None:
            await self._registering.close()
        if self._api is not None:
            await self._api.aclose()
            self._api = None


def sandbox_session(folder: Path | None = None, settings: SandboxSettings | None = None) -> Session:
    """A session with the embedded server, which keeps its data in ``folder``.

    ``settings`` name the folder themselves, and tell what else is unusual of the server.
    """

    def build(on_activity: OnActivity) -> ConfigApi:
        return sandbox_api(folder, settings, on_activity=on_activity, warn=session.warn)

    def provider(session: Session) -> ProviderConnection:
        return sandbox_provider(session.asking, session.tell, folder, settings, session.warn)

    session = Session("sandbox", "sandbox", build, provider=provider)
    return session


def profile_session(profile: Profile) -> Session:
    """A session with the server of ``profile``."""
    caution = Caution(
        profile.colour, profile.read_only, profile.protected, insecure=profile.tls.insecure
    )
    return Session(profile.name, profile.kind, caution=caution, profile=profile)


def session_of(profile: Profile | None) -> Session:
    """A session with the server of ``profile``; None: with the embedded one."""
    return sandbox_session() if profile is None else profile_session(profile)
