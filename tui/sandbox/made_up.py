"""One made-up client after another: plausible, varied, and the same every time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TypeVar

from tui.models.dates import to_wire
from tui.models.json import Json, JsonObject
from tui.sandbox.client_entry import complete
from tui.sandbox.scope_entry import scope_dn
from tui.sandbox.seed import INSTALLED

T = TypeVar("T")

_TEAMS = (
    *("Payroll", "Billing", "Warehouse", "Library", "Admissions", "Fleet", "Claims", "Lending"),
    *("Support", "Marketing", "Catalog", "Booking", "Clinic", "Grid", "Permits", "Parking"),
    *("Bürgerbüro", "Été", "Øresund", "Łódź", "Αθήνα", "東京", "Santé", "Procurement"),
)
_PRODUCTS = (
    *("portal", "dashboard", "gateway", "sync", "reports", "mobile", "kiosk", "importer"),
    *("scheduler", "notifier", "search", "archive", "console", "bot", "wallet", "planner"),
)
_STAGES = ("", "", "", "staging", "test", "dev")
_COMPANIES = ("acme", "initech", "globex", "umbra", "hooli", "soylent", "wonka", "stark")
_FIRST = datetime(2019, 1, 1)  # noqa: DTZ001 - the server's date-times have no zone
_SCOPES = [scope_dn(inum) for inum in ("43F1", "764C", "C17A", "B9D2-D6E5", "10B2", "C4F6")]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A usual kind of client; ``weight`` says how usual."""

    weight: int
    grants: tuple[str, ...]
    responses: tuple[str, ...]
    method: str
    redirect: str
    native: bool = False


_CODE = ("authorization_code", "refresh_token")
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
_UMA = "urn:ietf:params:oauth:grant-type:uma-ticket"
_KINDS = (
    _Kind(26, _CODE, ("code",), "client_secret_basic", "https://{host}/callback"),
    _Kind(12, _CODE, ("code",), "client_secret_post", "https://{host}/auth/cb"),
    _Kind(8, _CODE, ("code",), "private_key_jwt", "https://{host}/oidc/return"),
    _Kind(14, _CODE[:1], ("code",), "none", "https://{host}/spa"),
    _Kind(10, _CODE, ("code",), "none", "com.{company}.{slug}:/callback", native=True),
    _Kind(14, ("client_credentials",), (), "client_secret_basic", "https://{host}/"),
    _Kind(3, ("client_credentials",), (), "tls_client_auth", "https://{host}/"),
    _Kind(4, (_DEVICE, "refresh_token"), (), "none", "http://localhost:8080/", native=True),
    _Kind(6, ("implicit",), ("token", "id_token"), "none", "https://{host}/legacy"),
    _Kind(3, (*_CODE[:1], _UMA), ("code",), "client_secret_jwt", "https://{host}/uma"),
)
_WEIGHTED = tuple(kind for kind in _KINDS for _ in range(kind.weight))


class _Dice:
    """Bytes that depend on nothing but a number, taken one after another."""

    def __init__(self, number: int) -> None:
        self.digest = blake2b(number.to_bytes(8, "big")).digest()
        self._next = 16

    def pick(self, options: tuple[T, ...]) -> T:
        """One of ``options``."""
        return options[self.roll() % len(options)]

    def roll(self) -> int:
        """0 to 65535."""
        self._next += 2
        return int.from_bytes(self.digest[self._next - 2 : self._next], "big")

    def one_in(self, count: int) -> bool:
        """True once in ``count`` times."""
        return self.roll() % count == 0

    @property
    def uuid(self) -> str:
        """A version 4 UUID (RFC 9562)."""
        hexed = self.digest[:16].hex()
        return f"{hexed[:8]}-{hexed[8:12]}-4{hexed[13:16]}-a{hexed[17:20]}-{hexed[20:]}"


def made_up(number: int) -> tuple[JsonObject, str | None]:
    """Made-up client ``number`` (from 1), complete, and its secret in plain text, if any."""
    dice = _Dice(number)
    kind = dice.pick(_WEIGHTED)
    team, product, stage = dice.pick(_TEAMS), dice.pick(_PRODUCTS), dice.pick(_STAGES)
    company = dice.pick(_COMPANIES)
    slug = f"{product}{number}"
    host = f"{slug}.{company}.example"
    first = dice.roll() % len(_SCOPES)
    entry: JsonObject = {
        "inum": dice.uuid,
        "clientName": " ".join(filter(None, (team, product, stage, str(number)))),
        "redirectUris": [kind.redirect.format(host=host, company=company, slug=slug)],
        "grantTypes": [*kind.grants],
        "responseTypes": [*kind.responses] or None,
        "applicationType": "native" if kind.native else "web",
        "subjectType": dice.pick(("public", "pairwise")),
        "tokenEndpointAuthMethod": kind.method,
        "scopes": [scope_dn("F0C4"), *_SCOPES[first : first + dice.roll() % 4]],
        "disabled": dice.one_in(16),
        "trustedClient": dice.one_in(7),
        "persistClientAuthorizations": not dice.one_in(5),
        "deletable": False,
        **_extras(dice, host),
    }
    secret = f"made-up-{number}" if kind.method.startswith("client_secret") else None
    return complete(entry, INSTALLED), secret


def _extras(dice: _Dice, host: str) -> JsonObject:
    """When it was issued, and members that only some clients have."""
    issued = _FIRST + timedelta(hours=dice.roll(), minutes=dice.roll() % 60)
    found: JsonObject = {"clientIdIssuedAt": to_wire(issued)}
    if dice.one_in(2):
        found["description"] = f"Runs at {host}"
    if dice.one_in(3):
        found["contacts"] = [f"owner@{host}"]
    if dice.one_in(3):
        found["accessTokenLifetime"] = dice.pick((300, 600, 3600, 86400))
    if dice.one_in(3):
        found["postLogoutRedirectUris"] = [f"https://{host}/bye"]
    if dice.one_in(10):
        expires = to_wire(issued + timedelta(days=dice.pick((365, 1825, 3650, 7300))))
        found |= {"expirationDate": expires, "clientSecretExpiresAt": expires, "deletable": True}
    attributes: dict[str, Json] = {}
    if dice.one_in(2):
        attributes["requirePkce"] = True
    if dice.one_in(10):
        attributes |= {"requirePar": True, "dpopBoundAccessToken": True}
    if dice.one_in(10):
        attributes["backchannelLogoutUri"] = [f"https://{host}/backchannel"]
    return found | {"attributes": attributes}
