"""Client authentication at the token and revocation endpoints (RFC 6749 section 2.3)."""

import base64
import binascii
import hmac
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote_plus

from starlette.requests import Request

from tui.models.json import JsonObject
from tui.sandbox.bodies import FORM, expect, read
from tui.sandbox.client_secrets import plain
from tui.sandbox.oauth_errors import OAuthFailure, invalid_client, invalid_request
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tables import CLIENTS

_METHODS = frozenset({"client_secret_basic", "client_secret_post"})


@dataclass(frozen=True, slots=True)
class Presented:
    """Credentials as a request brings them."""

    client_id: str
    secret: str
    basic: bool


async def form(request: Request) -> dict[str, str]:
    """The form that the request carries; empty values count as absent (section 3.1).

    Raises:
        Failure: 413, 415. OAuthFailure: a parameter is there twice.
    """
    data = await read(request)
    if data:
        expect(request, FORM)
    try:
        pairs = parse_qsl(data.decode("ascii"), errors="strict", max_num_fields=100)
    except ValueError:
        raise invalid_request("The form cannot be read.") from None
    found = dict(pairs)
    if len(found) != len(pairs):
        raise invalid_request("A parameter is there more than once.")
    return found


def presented(request: Request, fields: dict[str, str]) -> Presented:
    """The credentials in the ``Authorization`` header or in the form.

    Raises:
        OAuthFailure: there are none, or both, or they cannot be read.
    """
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        if "client_secret" in fields:
            raise invalid_request("Authenticate in one way only.")
        try:
            user, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
        except (binascii.Error, ValueError):
            raise invalid_client(basic=True) from None
        if not colon:
            raise invalid_client(basic=True)
        client_id = unquote_plus(user)
        if fields.get("client_id", client_id) != client_id:
            raise invalid_request("The form names another client than the header.")
        return Presented(client_id, unquote_plus(password), basic=True)
    if "client_id" in fields and "client_secret" in fields:
        return Presented(fields["client_id"], fields["client_secret"], basic=False)
    raise invalid_client(basic=False)


def authenticate(sandbox: Sandbox, store: Store, given: Presented) -> JsonObject:
    """The client that ``given`` proves to be.

    Raises:
        OAuthFailure: ``invalid_client``, or ``disabled_client`` (403, as Jans has it).
    """
    row = store.get(CLIENTS, given.client_id)
    if row is None:
        raise invalid_client(given.basic)
    client = row.entry
    secret = plain(sandbox.cipher, row.secret)
    methods = client.get("allAuthenticationMethods")
    allowed = not methods or (isinstance(methods, list) and _METHODS & set(map(str, methods)))
    if secret is None or not allowed or not _same(secret, given.secret):
        raise invalid_client(given.basic)
    if client.get("disabled"):
        raise OAuthFailure(403, "disabled_client", "The client is disabled.")
    return client


def _same(left: str, right: str) -> bool:
    pair = (text.encode("utf-8", "surrogatepass") for text in (left, right))
    return hmac.compare_digest(*pair)
