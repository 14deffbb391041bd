"""A provider in memory that registers clients, and can be made as odd as real ones are."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.registration.api import RegistrationApi
from tui.models.json import Json, JsonObject
from tui.models.secrets import SECRET_MEMBERS
from tui.registrations.outcome import Outcome, Provider
from tui.registrations.service import Registrations
from tui.registrations.vault import Vault

ISSUER = "https://op.example"
ENDPOINT = f"{ISSUER}/register"
PAGE = "<html><title>Sign in</title><p>Who are you?</p></html>"
WEB: JsonObject = {
    "client_name": "Shop",
    "redirect_uris": ["https://shop.example/cb"],
    "grant_types": ["authorization_code"],
    "scope": "openid profile",
}
"""What a client asks for."""

SERVER_MEMBERS = (
    "registration_access_token",
    "registration_client_uri",
    "client_secret_expires_at",
    "client_id_issued_at",
)


@dataclass
class OddProvider:
    """Behaves by RFC 7591 and RFC 7592, but for what is set.

    Attributes:
        issuer: its own address.
        created: status of a registration.
        deleted: status of a deletion.
        content_type: of JSON.
        drops: members that it ignores.
        alters: values that it has its own idea of.
        adds: members that it gives of its own.
        unread: members that a read leaves out.
        lists: members that a read has as lists though they are texts.
        rotates: whether each use of a token replaces it.
        used_up: whether each token can be used once, and none follows.
        gives: members of management that it gives: ``uri`` and ``token``.
        answers_update: whether an update is answered with more than a status.
        clears_by: what clears a member: ``absent``, ``null``, ``empty`` or ``nothing``.
        new_secret: whether an update changes the secret.
        initial_tokens: tokens that a registration needs, each once; None: none.
        refusal: given to a token that is not good.
        unreadable: whether a registration can be changed, but not read.
        pages: methods that it answers with a page when it is asked about clients.
        instead: an answer to everything from now on.
        endpoints: more of its metadata.
        documents: JSON by path, for everybody.
    """

    issuer: str = ISSUER
    created: int = 201
    deleted: int = 204
    content_type: str = "application/json"
    drops: Collection[str] = ()
    alters: Mapping[str, Json] = field(default_factory=dict)
    adds: Mapping[str, Json] = field(default_factory=dict)
    unread: Collection[str] = ()
    lists: Collection[str] = ()
    rotates: bool = False
    used_up: bool = False
    gives: Collection[str] = ("uri", "token")
    answers_update: bool = True
    clears_by: str = "absent"
    new_secret: bool = False
    initial_tokens: list[str] | None = None
    refusal: tuple[int, str, Json] = (401, "application/json", {"error": "invalid_token"})
    unreadable: bool = False
    pages: Collection[str] = ()
    instead: http.Response | Exception | None = None
    endpoints: JsonObject = field(default_factory=dict)
    documents: dict[str, JsonObject] = field(default_factory=dict)

    clients: dict[str, JsonObject] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    requests: list[http.Request] = field(default_factory=list)
    issued: int = 0

    def __call__(self, request: http.Request) -> http.Response:
        self.requests.append(request)
        if self.instead is not None:
            if isinstance(self.instead, Exception):
                raise self.instead
            return self.instead
        if request.url.path == "/.well-known/openid-configuration":
            return self._json(
                200,
                {
                    "issuer": self.issuer,
                    "registration_endpoint": f"{self.issuer}/register",
                    **self.endpoints,
                },
            )
        if request.url.path in self.documents:
            return self._json(200, self.documents[request.url.path])
        if request.method in self.pages:
            return http.Response(200, headers={"content-type": "text/html"}, text=PAGE)
        if request.method == "POST":
            return self._register(request)
        if self.unreadable and request.method == "GET":
            return http.Response(405)
        return self._managed(request)

    @property
    def bodies(self) -> list[Any]:
        """The JSON of each request that had one."""
        return [json.loads(request.content) for request in self.requests if request.content]

    @property
    def methods(self) -> list[str]:
        return [request.method for request in self.requests]

    def _register(self, request: http.Request) -> http.Response:
        if self.initial_tokens is not None:
            token = request.headers.get("authorization", "").removeprefix("Bearer ")
            if token not in self.initial_tokens:
                return self._refused()
            self.initial_tokens.remove(token)
        client_id = f"client-{len(self.clients) + 1}"
        asked = json.loads(request.content)
        self.clients[client_id] = self._granted(asked) | {
            "client_id": client_id,
            "client_secret": f"secret-of-{client_id}",
            "client_secret_expires_at": 0,
            "client_id_issued_at": 1_800_000_000,
        }
        return self._json(self.created, self._shown(client_id))

    def _managed(self, request: http.Request) -> http.Response:
        client_id = str(request.url.params.get("client_id"))
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not token or self.tokens.get(client_id) != token:
            return self._refused()
        if self.used_up:
            self.tokens[client_id] = ""
        if request.method == "DELETE":
            del self.clients[client_id]
            return http.Response(self.deleted)
        if request.method == "PUT":
            return self._update(client_id, json.loads(request.content))
        shown = self._shown(client_id)
        for name in self.lists:
            shown[name] = list(str(shown[name]).split())
        return self._json(200, {n: v for n, v in shown.items() if n not in self.unread})

    def _update(self, client_id: str, asked: JsonObject) -> http.Response:
        before = self.clients[client_id]
        assert asked.pop("client_id") == client_id
        assert asked.pop("client_secret", before["client_secret"]) == before["client_secret"]
        assert not set(asked) & set(SERVER_MEMBERS)
        kept = {n: v for n, v in before.items() if n in SERVER_MEMBERS or n.startswith("client_")}
        names = {"client_name", "client_uri"} & kept.keys()
        kept = {n: v for n, v in kept.items() if n not in names}
        if self.clears_by != "absent":
            kept |= {n: v for n, v in before.items() if n not in asked}
        for name in [n for n, v in asked.items() if v in (None, "")]:
            cleared = {"null": None, "empty": ""}.get(self.clears_by, 0) == asked.pop(name)
            if not cleared:
                kept[name] = before[name]
        self.clients[client_id] = kept | self._granted(asked)
        if self.new_secret:
            self.issued += 1
            self.clients[client_id]["client_secret"] = f"secret-{self.issued}"
        shown = self._shown(client_id)
        return self._json(200, shown) if self.answers_update else http.Response(200)

    def _granted(self, asked: JsonObject) -> JsonObject:
        kept = {n: v for n, v in asked.items() if n not in self.drops}
        return {**self.adds, **kept, **{n: v for n, v in self.alters.items() if n in kept}}

    def _shown(self, client_id: str) -> JsonObject:
        shown = dict(self.clients[client_id])
        if "uri" in self.gives:
            shown["registration_client_uri"] = f"{self.issuer}/register?client_id={client_id}"
        if "token" in self.gives and not (self.used_up and client_id in self.tokens):
            if self.rotates or client_id not in self.tokens:
                self.issued += 1
                self.tokens[client_id] = f"token-{self.issued}-of-{client_id}"
            shown["registration_access_token"] = self.tokens[client_id]
        return shown

    def _refused(self) -> http.Response:
        status, kind, body = self.refusal
        content = b"" if body is None else json.dumps(body).encode()
        return http.Response(status, headers={"content-type": kind}, content=content)

    def _json(self, status: int, body: JsonObject) -> http.Response:
        return http.Response(
            status, headers={"content-type": self.content_type}, content=json.dumps(body).encode()
        )


def service(provider: OddProvider, folder: Path, **settings: Any) -> Registrations:
    """Registration with ``provider``; ``folder`` is the vault's."""
    config = ApiConfig(provider.issuer, "", "", **settings)
    api = RegistrationApi(config, transport=http.MockTransport(provider))
    return Registrations(Provider(provider.issuer), api, Vault(folder))


def on_disk(folder: Path) -> JsonObject:
    """The only registration file in ``folder``."""
    (path,) = folder.glob("*.json")
    content: JsonObject = json.loads(path.read_bytes())
    return content


def files_in(folder: Path) -> list[str]:
    """The names of all files in ``folder``."""
    return sorted(path.name for path in folder.iterdir())


def secrets_in(text: str) -> set[str]:
    """Which secret members or values of this provider ``text`` shows."""
    return {word for word in (*SECRET_MEMBERS, "token-", "secret-of-") if word in text}


async def registered(provider: OddProvider, folder: Path, metadata: JsonObject = WEB) -> Outcome:
    """What comes of a registration."""
    async with service(provider, folder) as registrations:
        return await registrations.register(metadata)
