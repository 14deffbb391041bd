"""What can go wrong between this program and a server, in words for a person.

ApiError
├── Unreachable         no connection, or it broke
├── TlsProblem          the server's certificate or the CA file
├── TimedOut            no answer in time
├── Unauthorised        the credentials or the token are refused
│   ├── TokenRefused    the initial or the registration access token is
│   └── SignInNeeded    a person has to sign in again
├── SignInFailed        a person's sign-in was denied, given up, or of no use
├── SecretMissing       a secret that the profile refers to cannot be had
├── InsufficientScope   the token is good, but not for this
├── NotFound            no such entry
├── Invalid             the request is refused for what it says
│   └── InvalidMetadata  registration refuses what the client asks for
├── NotSupported        the provider does not offer this
├── Conflict            something else stands in the way
├── RateLimited         too many requests
├── ServerFailed        the server's own failure
├── NotConfigApi        the answer is not the Config API's
├── NotProvider         the answer is not that of a provider that registers clients
├── TooLarge            the answer is longer than is taken in
├── ReadOnly            a write through a read-only connection, not sent
└── NotKept             what has to be kept on this machine cannot be
"""

# ruff: noqa: N818 -- the names say what happened; every one of them is an error.

from typing import NamedTuple


class Exchange(NamedTuple):
    """What is known about the request that failed; nothing in it is secret.

    Attributes:
        method: HTTP method, "" when nothing was to be sent.
        url: where to, without query.
        status: HTTP status of the answer; None without one.
        server_words: the server's own words, plain text, shortened.
        request_id: the server's name for this request, if it gave one.
        may_have_happened: a write whose fate is unknown.
    """

    method: str = ""
    url: str = ""
    status: int | None = None
    server_words: str = ""
    request_id: str | None = None
    may_have_happened: bool = False


NO_EXCHANGE = Exchange()
"""For what failed before there was a request."""


class ApiError(Exception):
    """Base of all. ``sentence`` says what failed, why, and what to do next, as plain text."""

    def __init__(self, sentence: str, exchange: Exchange = NO_EXCHANGE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.method = exchange.method
        self.url = exchange.url
        self.status = exchange.status
        self.server_words = exchange.server_words
        self.request_id = exchange.request_id
        self.may_have_happened = exchange.may_have_happened

    @property
    def words(self) -> str:
        """The sentence, and what the server said itself, which is foreign text."""
        return f"{self.sentence} {self.server_words}".strip()


class Unreachable(ApiError):
    """The server could not be reached, or the connection broke."""


class TlsProblem(ApiError):
    """The connection is not safe: certificate, CA file or protocol."""


class TimedOut(ApiError):
    """No answer in time."""


class Unauthorised(ApiError):
    """The client's credentials or its token are refused."""


class TokenRefused(Unauthorised):
    """The initial or the registration access token is refused (RFC 7591, RFC 7592)."""


class SignInNeeded(Unauthorised):
    """The token cannot be renewed without a person: they have to sign in again."""


class SignInFailed(ApiError):
    """A person did not sign in: denied, given up, too late, or without the role for it."""


class SecretMissing(ApiError):
    """A secret that the profile refers to cannot be had; nothing was sent."""


class InsufficientScope(ApiError):
    """The token lacks scopes. ``required`` and ``held`` are as the server listed them."""

    def __init__(
        self, sentence: str, exchange: Exchange, required: tuple[str, ...], held: tuple[str, ...]
    ) -> None:
        super().__init__(sentence, exchange)
        self.required = required
        self.held = held


class NotFound(ApiError):
    """The entry does not exist, or no longer."""


class Invalid(ApiError):
    """The request is refused; ``members`` are the wire names concerned."""

    def __init__(
        self, sentence: str, exchange: Exchange = NO_EXCHANGE, members: tuple[str, ...] = ()
    ) -> None:
        super().__init__(sentence, exchange)
        self.members = members


class InvalidMetadata(Invalid):
    """Registration refuses the client; ``members`` are registration names, ``code`` its error."""

    def __init__(
        self, sentence: str, exchange: Exchange, members: tuple[str, ...], code: str
    ) -> None:
        super().__init__(sentence, exchange, members)
        self.code = code


class NotSupported(ApiError):
    """The provider does not offer this; nothing is wrong with the request."""


class Conflict(ApiError):
    """The entry's state, or another entry, stands in the way."""


class RateLimited(ApiError):
    """Too many requests; ``retry_after`` is the wait asked for, in seconds, if any."""

    def __init__(self, sentence: str, exchange: Exchange, retry_after: float | None) -> None:
        super().__init__(sentence, exchange)
        self.retry_after = retry_after


class ServerFailed(ApiError):
    """The server, or a proxy before it, failed."""


class NotConfigApi(ApiError):
    """HTML, a redirect, cut or foreign JSON: not what the Config API answers."""


class NotProvider(ApiError):
    """Not the answer of an OpenID provider or authorization server that registers clients."""


class TooLarge(ApiError):
    """The answer is longer than is taken in."""


class ReadOnly(ApiError):
    """A write was asked for on a read-only connection; nothing was sent."""


class NotKept(ApiError):
    """What has to be kept on this machine, such as an access token, cannot be written or read."""
