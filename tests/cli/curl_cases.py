"""What each operation is run on, to compare what it does with what its curl command does.

An operation without a case here gets hostile values for all that it takes, and a sample as its
body; the server may then refuse both ways alike.
"""

import hashlib
import json
import sqlite3
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, cast
from urllib.parse import quote_plus

import httpx

from tests.cli.conftest import Server
from tests.cli.in_process import Done, Shell
from tui.models.json import Json, JsonObject
from tui.models.new_client import new_client
from tui.sandbox.client_entry import client_dn
from tui.sandbox.store import FILE
from tui.sandbox.users import USER

HOSTILE = "'\"$HOME `id` $(id) !! \n\\;&|<>*?[a]{b}~#%25 é/../@x"

IN_PATH = HOSTILE.replace("/", "|")
"""A slash in a path is one more segment to the server, however it is encoded."""

IN_HEADER = "".join(char for char in HOSTILE if " " <= char <= "~")
"""What goes into a header is ASCII in one line."""

_numbers = count(1)

Made = dict[str, str]


@dataclass(frozen=True)
class Hands:
    """What makes the things that operations are run on."""

    shell: Shell
    server: Server

    def run(self, operation: str, *flags: str, **path: str) -> Done:
        """Run an operation by itself; ``path`` has its path parameters."""
        suffix = ",".join(f"{name}:{value}" for name, value in path.items())
        more = ("--url-suffix", suffix) if suffix else ()
        return self.shell(*self.server.options, "--operation-id", operation, *more, *flags)

    def store(self, statement: str, *values: str) -> None:
        """Put a row into the server's database."""
        with sqlite3.connect(self.server.folder / FILE, timeout=30) as connection:
            connection.execute(statement, values)
        connection.close()

    def post(self, path: str, **how: Any) -> JsonObject:
        """POST to the auth server; return its answer."""
        address = f"{self.server.url}/jans-auth/restv1/{path}"
        answer = httpx.post(address, verify=self.server.context, **how)
        return cast(JsonObject, answer.raise_for_status().json())


def client(hands: Hands, **members: Json) -> Made:
    """A client with a hostile inum and name."""
    inum = f"{next(_numbers)} {IN_PATH}"
    body = {
        **new_client(),
        "inum": inum,
        "clientName": HOSTILE,
        "redirectUris": ["https://rp.example/"],
        **members,
    }
    done = hands.run("post-oauth-openid-client", "--data", json.dumps(body))
    assert done.code == 0, done.err
    return {"inum": inum, "clientId": inum}


def scope(hands: Hands) -> Made:
    """A scope with a hostile id."""
    body = {"id": f"{next(_numbers)} {HOSTILE}", "displayName": HOSTILE}
    done = hands.run("post-oauth-scopes", "--data", json.dumps(body))
    assert done.code == 0, done.err
    return {"inum": done.json["inum"], "id": body["id"]}


def token(hands: Hands, inum: str = "") -> Made:
    """A client that has a token, and the token's code; ``inum`` is hostile by default."""
    body = {
        **new_client(),
        "inum": inum or f"{next(_numbers)} {IN_PATH}",
        "redirectUris": ["https://rp.example/"],
        "grantTypes": ["client_credentials"],
        "clientSecret": "a-secret",
    }
    made = hands.shell(
        *hands.server.options, "clients", "create", "--from-json", "-", text=json.dumps(body)
    )
    assert made.code == 0, made.err
    inum = str(body["inum"])
    form = {"grant_type": "client_credentials", "scope": "openid"}
    answer = hands.post("token", data=form, auth=(quote_plus(inum), "a-secret"))
    code = hashlib.sha256(str(answer["access_token"]).encode()).hexdigest()
    return {"clientId": inum, "tknCde": code}


def authorization(hands: Hands, client_id: str = "") -> Made:
    """What the sandbox's user lets a client do, one with a hostile inum by default."""
    names = {"userId": USER.inum, "clientId": client_id or f"{next(_numbers)} {IN_PATH}"}
    statement = "INSERT INTO authorizations (user, client, scopes) VALUES (?, ?, 'openid')"
    hands.store(statement, *names.values())
    return {**names, "username": USER.name}


def uma_resource(hands: Hands, key: str = "") -> Made:
    """A UMA resource of a client, both called ``key``, which is hostile by default."""
    names = {name: key or f"{next(_numbers)} {IN_PATH}" for name in ("id", "clientId")}
    body = {"id": names["id"], "name": HOSTILE, "clients": [client_dn(names["clientId"])]}
    statement = "INSERT INTO uma_resources (id, body) VALUES (?, ?)"
    hands.store(statement, names["id"], json.dumps(body))
    return names


def statement(hands: Hands) -> Made:
    """A software statement with hostile words."""
    body = {"org_id": HOSTILE, "description": HOSTILE, "software_roles": [HOSTILE]}
    done = hands.run("post-register-ssa", "--data", json.dumps(body))
    assert done.code == 0, done.err
    payload = str(done.json["ssa"]).split(".")[1]
    claims = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return {"jti": claims["jti"]}


def nothing(hands: Hands) -> Made:
    """Nothing is needed; path parameters are hostile."""
    return {}


@dataclass(frozen=True)
class Case:
    """What an operation is run on.

    Attributes:
        prepare: makes what the operation works on, once for each way; its path parameters.
        query: values of query parameters and headers, where ``prepare`` gives none of that
            name; by default all in the query that take a text are hostile.
        body: from what was made to the body; by default a sample with hostile texts.
        look: operation that reads afterwards what came of it, by a path parameter of the same
            name as in ``prepare``, or by this member of the answer.
        gone: whether ``look`` finds nothing any more.
        works: whether the server does it, rather than refuse what is hostile; None when both
            will do, if only both ways end alike.
    """

    prepare: Callable[[Hands], Made] = nothing
    query: Mapping[str, str] | None = None
    body: Callable[[Made], Json] | None = None
    look: tuple[str, str] = ("", "")
    gone: bool = False
    works: bool | None = True


def _changed(made: Made) -> Json:
    return {"inum": made["inum"], "clientName": HOSTILE, "redirectUris": ["https://other.example/"]}


def _changed_scope(made: Made) -> Json:
    return {"inum": made["inum"], "id": made["id"], "description": HOSTILE}


def _patched(_made: Made) -> Json:
    return [{"op": "add", "path": "/description", "value": HOSTILE}]


_CLIENT = ("get-oauth-openid-clients-by-inum", "inum")
_SCOPE = ("get-oauth-scopes-by-inum", "inum")
_TOKEN = ("get-token-by-id", "tknCde")
_LIST = {"limit": "2", "startIndex": "0", "pattern": HOSTILE, "sortOrder": HOSTILE}

CASES: Mapping[str, Case] = {
    "get-oauth-openid-clients": Case(client, {**_LIST, "fieldValuePair": "clientName=" + HOSTILE}),
    "get-oauth-openid-clients-by-inum": Case(client),
    "post-oauth-openid-client": Case(
        body=lambda _: {**new_client(), "clientName": HOSTILE, "redirectUris": ["https://a/"]},
        look=_CLIENT,
    ),
    "put-oauth-openid-client": Case(client, body=_changed, look=_CLIENT),
    "patch-oauth-openid-client-by-inum": Case(client, body=_patched, look=_CLIENT),
    "delete-oauth-openid-client-by-inum": Case(client, look=_CLIENT, gone=True),
    "search-token": Case(token, {"limit": "2", "fieldValuePair": "clnId=" + HOSTILE}),
    "get-token-by-client": Case(token),
    "get-token-by-id": Case(token),
    "revoke-token": Case(token, look=_TOKEN, gone=True),
    "delete-client-authorization": Case(authorization),
    "get-oauth-uma-resources-by-clientid": Case(uma_resource),
    "delete-oauth-uma-resources-by-id": Case(uma_resource),
    "get-oauth-scopes": Case(scope, {**_LIST, "withAssociatedClients": "true"}),
    "get-oauth-scopes-by-inum": Case(scope, {"withAssociatedClients": "true"}),
    "post-oauth-scopes": Case(
        body=lambda _: {"id": f"{next(_numbers)} {HOSTILE}", "displayName": HOSTILE}, look=_SCOPE
    ),
    "put-oauth-scopes": Case(scope, body=_changed_scope, look=_SCOPE),
    "patch-oauth-scopes-by-id": Case(scope, body=_patched, look=_SCOPE),
    "delete-oauth-scopes-by-inum": Case(scope, look=_SCOPE, gone=True),
    "get-attributes": Case(query={"pattern": HOSTILE, "status": HOSTILE}),
    "get-config-scripts": Case(query={"pattern": HOSTILE}),
    "get-client-authorization": Case(),
    "get-scope-by-creator": Case(),
    "get-scope-by-type": Case(),
    "get-acrs": Case(),
    "get-server-stat": Case(),
    "get-app-version": Case(),
    "get-service-status": Case(),
    "get-stat": Case(query={"month": "202001"}),
    "get-properties": Case(),
    "patch-properties": Case(
        body=lambda _: [{"op": "add", "path": "/clientBlackList", "value": [HOSTILE]}],
        look=("get-properties", ""),
    ),
    "get-config-jwks": Case(),
    "get-plugins": Case(),
    "search-session": Case(query={"limit": "2", "pattern": HOSTILE}),
    "delete-session": Case(works=False),
    "get-config-health": Case(),
    "get-config-health-live": Case(),
    "get-config-health-ready": Case(),
    "get-auth-server-health": Case(),
    "post-register": Case(
        body=lambda _: {"client_name": HOSTILE, "redirect_uris": ["https://a.example/"]}
    ),
    "post-register-ssa": Case(
        body=lambda _: {"org_id": HOSTILE, "description": HOSTILE, "software_roles": [HOSTILE]}
    ),
    "get-ssa": Case(statement, {"jti": ""}),
    "get-jwt-ssa": Case(statement, {"jti": ""}),
    "validate-ssa": Case(statement, {"jti": ""}),
    "delete-ssa": Case(statement, {"jti": ""}),
    "revoke-ssa": Case(statement, {"jti": ""}),
}
