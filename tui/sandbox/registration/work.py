"""Registering, reading, updating and deleting, on the store."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from starlette.requests import Request

from tui.models.enums import AuthMethod
from tui.models.json import Json, JsonObject
from tui.sandbox import client_secrets
from tui.sandbox.registration.access import new_token, registered
from tui.sandbox.registration.checks import check
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.choices import updated, with_defaults
from tui.sandbox.registration.errors import stale_evidence
from tui.sandbox.registration.granting import claim_dns, scope_dns
from tui.sandbox.registration.reading import read
from tui.sandbox.registration.showing import answer, metadata
from tui.sandbox.registration.statements import Statement, check_there, statement_in
from tui.sandbox.registration.storing import entry_of, local_date
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import CLIENTS

Documents = Mapping[str, list[Json] | None]
"""What was read at each URI; None for nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a request comes to, before it is checked.

    ``metadata`` is what the client would have; ``asked`` are the members of the request, in
    which those of the software statement have taken the place of its own.
    """

    metadata: JsonObject
    asked: JsonObject
    statement: Statement | None
    row: Row | None = None

    @property
    def sector_uri(self) -> str | None:
        """Where the sector identifier is to be read."""
        uri = self.metadata.get("sector_identifier_uri")
        return uri if isinstance(uri, str) else None


def plan(
    sandbox: Sandbox, store: Store, given: JsonObject, issuer: str, request: Request | None = None
) -> Plan:
    """What ``given`` comes to: a new client, or with ``request`` an update of the one it names.

    Raises:
        OAuthFailure: the request may not do this, or cannot be read.
    """
    settings = sandbox.settings
    row = registered(store, request, sandbox.now) if request else None
    known = row.entry.get("softwareStatement") if row else None
    statement = statement_in(sandbox, store, given, issuer, known)
    if row is None:
        check_there(sandbox, statement)
    members = statement.members if statement else {}
    asked = read({**given, **members}, settings.keep_unknown)
    if row is None:
        if settings.registration.evidence_required and "evidence" not in asked:
            raise stale_evidence()
        return Plan(with_defaults(asked), asked, statement)
    current = metadata(store, row.entry)
    wanted = updated(current, asked, settings.registration.replace_on_update)
    return Plan(wanted, asked, statement, row)


def save(
    sandbox: Sandbox, store: Store, planned: Plan, documents: Documents, issuer: str
) -> JsonObject:
    """Check a plan and carry it out; to be called in a transaction. Returns the answer.

    Raises:
        OAuthFailure: a rule is broken.
    """
    settings, now = sandbox.settings.registration, sandbox.now
    wanted = planned.metadata
    check(Checked(wanted, settings, documents.get(planned.sector_uri or "")))
    before = planned.row.entry if planned.row else _new(wanted, now)
    entry = entry_of(wanted, before, *_granted(store, planned), now)
    if planned.row is None:
        secret = None if _public(wanted) else sandbox.cipher.encrypt(str(uuid.uuid4()))
        store.add(CLIENTS, entry, secret)
    else:
        secret = planned.row.secret
        _rotate(sandbox, entry)
        store.put(CLIENTS, entry, secret)
    if planned.statement:
        planned.statement.use(store)
    return _answer(sandbox, store, entry, secret, issuer, planned.row is None)


def show(sandbox: Sandbox, store: Store, request: Request, issuer: str) -> JsonObject:
    """The client that ``request`` names; to be called in a transaction.

    Raises:
        OAuthFailure: its token is not the client's.
    """
    row = registered(store, request, sandbox.now)
    entry = row.entry
    if _rotate(sandbox, entry):
        store.put(CLIENTS, entry, row.secret)
    return _answer(sandbox, store, entry, row.secret, issuer, first=False)


def delete(sandbox: Sandbox, store: Store, request: Request) -> None:
    """Delete the client that ``request`` names; to be called in a transaction.

    Raises:
        OAuthFailure: its token is not the client's.
    """
    row = registered(store, request, sandbox.now)
    store.delete(CLIENTS, str(row.entry["inum"]))


def _new(wanted: JsonObject, now: int) -> JsonObject:
    """What the server makes of its own accord for a new client."""
    date = local_date(now)
    entry: JsonObject = {
        "inum": str(uuid.uuid4()),
        "clientIdIssuedAt": date,
        "lastAccessTime": date,
        "lastLogonTime": date,
        "registrationAccessToken": new_token(),
        "persistClientAuthorizations": True,
        "deletable": False,
    }
    lifetime = wanted.get("lifetime")
    if isinstance(lifetime, int) and lifetime > 0:
        end = local_date(now + lifetime)
        entry |= {"clientSecretExpiresAt": end, "expirationDate": end, "deletable": True}
    return entry


def _granted(store: Store, planned: Plan) -> tuple[list[str], list[str]]:
    """The DNs of scopes and claims; those of an update that is silent about them stay."""
    by_statement = planned.statement.members.get("scope") if planned.statement else None
    scopes = scope_dns(store, planned.asked.get("scope"), by_statement)
    claims = claim_dns(store, planned.asked.get("claims"))
    before = planned.row.entry if planned.row else {}
    if "scope" in planned.metadata and "scope" not in planned.asked:
        scopes = cast("list[str]", before["scopes"])
    if "claims" in planned.metadata and "claims" not in planned.asked:
        claims = cast("list[str]", before["claims"])
    return scopes, claims


def _public(wanted: JsonObject) -> bool:
    return wanted.get("token_endpoint_auth_method") == AuthMethod.NONE


def _rotate(sandbox: Sandbox, entry: JsonObject) -> bool:
    if sandbox.settings.registration.rotate_tokens:
        entry["registrationAccessToken"] = new_token()
    return sandbox.settings.registration.rotate_tokens


def _answer(
    sandbox: Sandbox, store: Store, entry: JsonObject, stored: str | None, issuer: str, first: bool
) -> JsonObject:
    told = first or sandbox.settings.registration.return_secret_on_read
    secret = client_secrets.plain(sandbox.cipher, stored) if told else None
    return answer(store, entry, secret, issuer)
