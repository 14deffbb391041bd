"""The one table between the members of ``Client`` and those of its registration."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pydantic import BaseModel

from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes
from tui.models.registration.codecs import SAME, Codec, KeySet, OneText, Seconds, Words
from tui.models.registration_names import registration_names

_CODECS: MappingProxyType[str, Codec] = MappingProxyType(
    {
        "clientIdIssuedAt": Seconds(),
        "clientSecretExpiresAt": Seconds(),
        "jwks": KeySet(),
        "scopes": Words("scopes"),
        "claims": Words("claims"),
        "attributes.backchannelLogoutUri": OneText(),
    }
)

_NAMES = MappingProxyType(
    {
        # The Jans server reads the short name alone, whatever its API description says; others
        # have that of RFC 9126 section 6. Both are sent until the provider has used one: what a
        # provider does not understand it must ignore (RFC 7591 section 2).
        "attributes.requirePar": ("require_par", "require_pushed_authorization_requests"),
    }
)

_READ_ALSO = MappingProxyType({"scopes": ("scopes",)})
"""Names that servers used to answer with; never sent where the server does not use them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One member of a client.

    Items of lists stand for themselves on both sides. So does a combination among the response
    types: ``code id_token`` is one of them (OpenID Connect Registration 1.0 section 2). The
    Jans server takes it apart, and answers ``code`` and ``id_token``.

    Attributes:
        path: dotted wire path in the Config API's JSON.
        names: what registration calls it; () when it has no such member. All of them are
            sent, the first one there is read.
        read_also: further names under which it may be found.
        codec: between the values.
        tagged: whether each language stands in a member of its own, ``NAME#TAG``
            (RFC 7591 section 2.2), here kept by tag.
    """

    path: str
    names: tuple[str, ...] = ()
    read_also: tuple[str, ...] = ()
    codec: Codec = SAME
    tagged: bool = False

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every name in the registration."""
        return self.names + self.read_also


@cache
def table() -> tuple[Row, ...]:
    """A row for every member of ``Client`` and of its ``attributes``."""
    paths = [*_paths(Client, ""), *_paths(ClientAttributes, "attributes.")]
    return tuple(_row(path) for path in paths if path != "attributes")


@cache
def row_of_name() -> dict[str, Row]:
    """The row of each registration name that takes no language tag."""
    return {name: row for row in table() if not row.tagged for name in row.known_as}


@cache
def tagged_rows() -> dict[str, Row]:
    """The tagged rows, by name without ``#``."""
    return {row.names[0]: row for row in table() if row.tagged}


@cache
def client_names() -> tuple[frozenset[str], frozenset[str]]:
    """The wire names of ``Client``, and those of its ``attributes``."""
    return frozenset(_paths(Client, "")), frozenset(_paths(ClientAttributes, ""))


def _row(path: str) -> Row:
    name = registration_names().get(path, "")
    names = _NAMES.get(path, (name.removesuffix("#"),) if name else ())
    return Row(
        path,
        names,
        _READ_ALSO.get(path, ()),
        _CODECS.get(path, SAME),
        name.endswith("#"),
    )


def _paths(model: type[BaseModel], prefix: str) -> list[str]:
    return [f"{prefix}{info.alias}" for info in model.model_fields.values()]
