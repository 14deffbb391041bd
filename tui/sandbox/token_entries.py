"""``/token``: the tokens that the server issued, as the Config API shows them."""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.dates import to_wire
from tui.models.json import JsonObject
from tui.sandbox.entries import routes_of
from tui.sandbox.errors import api_error, not_found
from tui.sandbox.listing import Listing, UnknownColumnError
from tui.sandbox.paging import listing
from tui.sandbox.protection import needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tables import CLIENTS
from tui.sandbox.tokens import Token, all_tokens, by_hash, of_client, revoke
from tui.sandbox.urls import CONFIG_API
from tui.sandbox.users import USER

READ = needs("token.readonly", "token.write", "token.admin read-all write-all")
DELETE = needs("token.delete", "openid/openid.delete", "token.admin delete-all")

PATH = f"{CONFIG_API}/token"

_OF_CLIENT = Listing(limit=50)
"""The fixed page of the tokens of one client."""

_COLUMNS: dict[str, Callable[[Token], str | int]] = {
    "tknCde": lambda token: token.hash,
    "clnId": lambda token: token.client,
    "grtTyp": lambda token: token.grant_type,
    "tknTyp": lambda token: token.kind,
    "scp": lambda token: token.scopes,
    "usrId": lambda token: "" if token.role is None else USER.name,
    "iat": lambda token: token.issued,
    "exp": lambda token: token.expires,
}
"""What ``fieldValuePair`` and ``sortBy`` may name."""

_NAMES = {"clientId": "clnId", "grantType": "grtTyp", "tokenType": "tknTyp", "tokenCode": "tknCde"}
"""Members that stand for columns."""


async def search(request: Request, sandbox: Sandbox) -> Response:
    """GET a page of all tokens that still count."""
    wanted = listing(request, sandbox.settings.max_count)
    found = await sandbox.run(lambda store: _live(all_tokens(store), sandbox.now))
    return _page(found, wanted)


async def get_of_client(request: Request, sandbox: Sandbox) -> Response:
    """GET the tokens of one client that still count, at most 50."""
    inum = request.path_params["clientId"]

    def work(store: Store) -> list[Token]:
        if store.key(CLIENTS, inum) is None:
            raise not_found("The requested Client doesn't exist")
        return _live(of_client(store, inum), sandbox.now)

    return _page(await sandbox.run(work), _OF_CLIENT)


async def get_one(request: Request, sandbox: Sandbox) -> Response:
    """GET one token by its code, which is a hash of it."""
    code = request.path_params["tknCde"]
    return JSONResponse(_entry(await sandbox.run(lambda store: _existing(store, code, sandbox))))


async def delete_one(request: Request, sandbox: Sandbox) -> Response:
    """DELETE a token by its code, that is revoke it; 204."""
    code = request.path_params["tknCde"]
    await sandbox.run(lambda store: revoke(store, _existing(store, code, sandbox).hash))
    return Response(status_code=204)


def routes() -> list[Route]:
    """The routes of this noun."""
    return routes_of(
        [
            (f"{PATH}/search", "GET", protected(READ, search)),
            (f"{PATH}/client/{{clientId}}", "GET", protected(READ, get_of_client)),
            (f"{PATH}/tknCde/{{tknCde}}", "GET", protected(READ, get_one)),
            (f"{PATH}/revoke/{{tknCde}}", "DELETE", protected(DELETE, delete_one)),
        ]
    )


def _existing(store: Store, code: str, sandbox: Sandbox) -> Token:
    found = by_hash(store, code)
    if found is None or not found.good(found.kind, sandbox.now):
        raise api_error(404, "404", "Not Found", f"Token identified by {code} not found.")
    return found


def _live(tokens: list[Token], now: int) -> list[Token]:
    return [token for token in tokens if token.good(token.kind, now)]


def _page(tokens: list[Token], wanted: Listing) -> Response:
    """A ``TokenEntityPagedResult``; it has ``entries`` even when there are none.

    Raises:
        UnknownColumnError, ValueError: as for lists of other entries.
    """
    order = "tknCde" if wanted.sort_by == "inum" else wanted.sort_by
    pairs = [(_NAMES.get(name, name), value) for name, value in wanted.equal]
    if wanted.start < 0:
        raise ValueError("The offset of a list is never negative.")
    if order not in _COLUMNS or any(name not in _COLUMNS for name, _ in pairs):
        raise UnknownColumnError("There is no such column.")
    matching = [
        token
        for token in tokens
        if all(str(_COLUMNS[name](token)) == value for name, value in pairs)
        and _matches(token, wanted.pattern)
    ]
    matching.sort(key=lambda token: (str(_COLUMNS[order](token)), token.hash))
    if wanted.descending:
        matching.reverse()
    end = wanted.start + wanted.limit if wanted.limit else None
    entries = [_entry(token) for token in matching[wanted.start : end]]
    return JSONResponse(
        {
            "start": wanted.start,
            "totalEntriesCount": len(matching),
            "entriesCount": len(entries),
            "entries": entries,
        }
    )


def _matches(token: Token, pattern: str) -> bool:
    words = [word.casefold() for word in pattern.split(",") if word]
    text = f"{token.client}\n{token.grant_type}\n{token.kind}\n{token.scopes}".casefold()
    return not words or any(word in text for word in words)


def _entry(token: Token) -> JsonObject:
    user: JsonObject = {"userId": USER.name, "userDn": USER.dn} if token.role is not None else {}
    return {
        "dn": f"tknCde={token.hash},ou=tokens,o=jans",
        "grantId": token.grant_id,
        **user,
        "clientId": token.client,
        "creationDate": _date(token.issued),
        "expirationDate": _date(token.expires),
        "deletable": True,
        "scope": token.scopes,
        "tokenCode": token.hash,
        "tokenType": token.kind,
        "grantType": token.grant_type,
        "tokenTypeEnum": token.kind.upper(),
    }


def _date(seconds: int) -> str:
    return to_wire(datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None))
