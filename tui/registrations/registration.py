"""One client that was registered, with what it takes to manage it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tui.models.json import JsonObject
from tui.private_files import digest


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Registration:
    """A client at a provider.

    Attributes:
        provider: the issuer, or the registration endpoint where there is no issuer.
        client_id: the provider's.
        uri: the ``registration_client_uri``; "" when the provider gave none.
        token: the registration access token, good for ``uri`` alone; "" when there is none.
        previous: the token before, until ``token`` has worked once; "" for none.
        secret: the client secret; "" when there is none.
        picture: the registration in full, without token and secret.
        unread: members of it that the provider leaves out when it is read.
        registered: when it came here, with its zone.
        changed: when it was last read or changed, with its zone.
    """

    provider: str
    client_id: str
    uri: str
    token: str = field(repr=False)
    registered: datetime = field(default_factory=_now)
    changed: datetime = field(default_factory=_now)
    previous: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    picture: JsonObject = field(default_factory=dict, repr=False)
    unread: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What its files are called by."""
        return key_of(self.provider, self.client_id)

    @property
    def name(self) -> str:
        """``client_name``, else ""; foreign text."""
        name = self.picture.get("client_name")
        return name if isinstance(name, str) else ""

    @property
    def is_manageable(self) -> bool:
        """Whether the provider gave what it takes to read and change it."""
        return bool(self.uri and self.token)

    @property
    def metadata(self) -> JsonObject:
        """The registration in full with the client secret, for a form; without the token."""
        secret: JsonObject = {"client_secret": self.secret} if self.secret else {}
        return {"client_id": self.client_id, **self.picture, **secret}

    def handed_over(self) -> JsonObject:
        """All that somebody needs who goes on with this client. It is secret."""
        return {
            "issuer": self.provider,
            "registration_client_uri": self.uri,
            "registration_access_token": self.token,
            **self.metadata,
        }

    def with_tokens_of(self, body: JsonObject, uri: str) -> Registration:
        """With the token and secret that an answer brought; the token before is kept.

        Args:
            body: the answer, which was given to the present token.
            uri: the address from now on.
        """
        token = _text(body, "registration_access_token") or self.token
        return replace(
            self,
            token=token,
            previous=self.token if token != self.token else "",
            secret=_text(body, "client_secret") or self.secret,
            uri=uri,
        )


def key_of(provider: str, client_id: str) -> str:
    """A name for files; foreign ids make no odd ones."""
    return f"{digest(provider, 16)}-{digest(client_id, 32)}"


def _text(body: JsonObject, name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""
