"""One open connection: a server, the API to it, and what was learnt from it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui import access, locations
from tui.commands import Command
from tui.settings.profile import Profile

if TYPE_CHECKING:
    from tui.api.activity import Activity, OnActivity
    from tui.api.config_api import ConfigApi
    from tui.api.sign_in.asking import Asking
    from tui.forms.lookups import Lookups
    from tui.journal.history import History
    from tui.models.document import Document
    from tui.sandbox.settings import SandboxSettings

SANDBOX_URL = "http://sandbox.localhost"


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
        kind: ``sandbox`` for the embedded server.
        caution: what to be careful of.
        profile: how the server was set up.
        activity: what goes on while a call waits; None before the first one.
        asking: asks the person what signing in takes; to be set before ``connect``.
        on_warning: told what is not safe about the profile, in a sentence.
    """

    def __init__(
        self,
        name: str,
        kind: Literal["sandbox", "server"],
        build: Callable[[OnActivity], ConfigApi] | None = None,
        caution: Caution = NO_CAUTION,
        profile: Profile | None = None,
    ) -> None:
        """Make a session that is not connected.

        Args:
            name: what the person calls the server.
            kind: ``sandbox`` for the embedded server.
            build: makes the API, which tells what goes on; it blocks, in a thread. None: the
                profile says how.
            caution: what to be careful of.
            profile: how the server was set up; None for one that ``build`` knows alone.
        """
        self.name = name
        self.kind = kind
        self.caution = caution
        self.profile = profile or Profile(name, SANDBOX_URL)
        self.activity: Activity | None = None
        self.asking: Asking | None = None
        self.on_warning: Callable[[str], None] | None = None
        self._watchers: list[Callable[[], object]] = []
        self._noticed: tuple[str, ...] | None = None
        self._build = build
        self._api: ConfigApi | None = None
        self._connecting = asyncio.Lock()
        self._reading = asyncio.Lock()

    @property
    def address(self) -> str:
        """The server, by what stays when a profile is renamed; drafts and history go by it."""
        return self.name if self.kind == "sandbox" else self.profile.url.partition("://")[2]

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

    async def connect(self) -> ConfigApi:
        """The API, made at the first call; signing in may ask the person.

        Raises:
            ApiError: a secret cannot be had, or the person did not sign in.
        """
        async with self._connecting:
            if self._api is None:
                self._api = await self._opened()
            return self._api

    async def sign_out(self, *, revoke: bool) -> bool:
        """Forget the tokens and the connection; the next ``connect`` signs in anew.

        Args:
            revoke: have the server forget the tokens, too.

        Returns:
            Whether there were any.

        Raises:
            ApiError: the server does not revoke them; they are forgotten here all the same.
        """
        api = await self.connect()
        try:
            return await api.sign_out(revoke=revoke)
        finally:
            await self.close()
            if self.kind == "server":
                from tui.connecting.kept_tokens import forget_tokens

                # One-liners that need more scopes keep a token of their own.
                await asyncio.to_thread(forget_tokens, self.profile.name)

    async def _opened(self) -> ConfigApi:
        if self._build is not None:
            return await asyncio.to_thread(self._build, self.tell)
        from tui.connecting.opening import Surroundings, open_profile

        loop = asyncio.get_running_loop()

        def warn(sentence: str) -> None:
            # Secrets are looked up in threads.
            if self.on_warning is not None:
                loop.call_soon_threadsafe(self.on_warning, sentence)

        around = Surroundings(asking=self.asking, warn=warn, on_activity=self.tell)
        return await open_profile(self.profile, around)

    # What screens show of it at each moment

    def watch(self, changed: Callable[[], object]) -> Callable[[], None]:
        """Have ``changed`` called when ``activity`` or ``why_not`` may have; returns the end."""
        self._watchers.append(changed)
        return lambda: self._watchers.remove(changed)

    def why_not(self, command: Command) -> str:
        """Why ``command`` would be refused, a sentence; "" when nothing is known against it."""
        read_only = self.caution.read_only
        return access.why_not(command, read_only=read_only, granted=self.granted_scopes)

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
            await (await self.connect()).health()
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

        return Lookups()

    async def read_lookups(self, changed: Callable[[], None]) -> Lookups:
        """Read what clients refer to, once; what failed is tried again at the next call.

        Args:
            changed: called each time something has arrived.
        """
        api = await self.connect()
        async with self._reading:
            await asyncio.gather(
                self._read_metadata(api, changed),
                self._read("scopes", api.scopes.all, changed),
                self._read("claims", api.claims.all, changed),
                self._read("scripts", api.scripts.all, changed),
            )
        return self.lookups

    async def _read_metadata(self, api: ConfigApi, changed: Callable[[], None]) -> None:
        from tui.api.errors import ApiError

        if self.lookups.metadata:
            return
        try:
            self.lookups.metadata = await api.discovery()
            self.lookups.failures.pop("metadata", None)
        except ApiError as error:
            self.lookups.failures["metadata"] = error.sentence
        changed()

    async def _read(
        self,
        what: Literal["scopes", "claims", "scripts"],
        read: Callable[[], Awaitable[Sequence[Document]]],
        changed: Callable[[], None],
    ) -> None:
        from tui.api.errors import ApiError

        if getattr(self.lookups, what) is not None:
            return
        try:
            setattr(self.lookups, what, await read())
            self.lookups.failures.pop(what, None)
        except ApiError as error:
            self.lookups.failures[what] = error.sentence
        changed()

    async def close(self) -> None:
        """Close the connection, if there is one."""
        if self._api is not None:
            await self._api.aclose()
            self._api = None


def sandbox_session(folder: Path | None = None, settings: SandboxSettings | None = None) -> Session:
    """A session with the embedded server, which keeps its data in ``folder``.

    ``settings`` name the folder themselves, and tell what else is unusual of the server.
    """
    return Session(
        "sandbox",
        "sandbox",
        lambda on_activity: sandbox_api(folder, settings, on_activity=on_activity),
    )


def sandbox_api(
    folder: Path | None = None,
    settings: SandboxSettings | None = None,
    debug: Callable[[str], None] | None = None,
    on_activity: OnActivity | None = None,
    scopes: Sequence[str] = (),
) -> ConfigApi:
    """The API to the embedded server; it blocks, for the first time longer.

    Args:
        folder: where it keeps its data; None: where ``locate`` says.
        settings: name the folder themselves.
        debug: told what goes over the wire.
        on_activity: told what goes on while a call waits.
        scopes: OAuth scopes to ask for besides those that managing clients needs.
    """
    from tui.api.config import CLIENT_SCOPES, ApiConfig
    from tui.api.config_api import ConfigApi
    from tui.api.http import ASGITransport
    from tui.api.token_store import FileTokenStore, token_key
    from tui.sandbox.app import create_app
    from tui.sandbox.credentials import load_or_create
    from tui.sandbox.settings import SandboxSettings

    chosen = settings or SandboxSettings(data_folder=folder or locations.sandbox_folder())
    credentials = load_or_create(chosen)
    config = ApiConfig(
        base_url=SANDBOX_URL,
        client_id=credentials.client_id,
        client_secret=credentials.client_secret,
        scopes=tuple(dict.fromkeys((*CLIENT_SCOPES, *scopes))),
    )
    return ConfigApi(
        config,
        transport=ASGITransport(app=create_app(chosen), raise_app_exceptions=False),
        token_store=FileTokenStore(chosen.data_folder / "token.json", token_key(config)),
        debug=debug,
        on_activity=on_activity,
    )


def profile_session(profile: Profile) -> Session:
    """A session with the server of ``profile``."""
    caution = Caution(
        profile.colour, profile.read_only, profile.protected, insecure=profile.tls.insecure
    )
    return Session(profile.name, "server", caution=caution, profile=profile)


def session_of(profile: Profile | None) -> Session:
    """A session with the server of ``profile``; None: with the embedded one."""
    return sandbox_session() if profile is None else profile_session(profile)
