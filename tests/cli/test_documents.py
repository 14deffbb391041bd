"""Each example of the documents of Jans, run by a shell on a sandbox that is served with TLS."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import httpx
import pytest

from tests.cli import curl_cases
from tests.cli.conftest import Server
from tests.cli.curl_cases import Hands
from tests.cli.documents import EXAMPLES
from tests.cli.documents.example import API, Answers, Example, Gone, Holds, Lacks
from tests.cli.in_process import Shell
from tests.shell import environment
from tui.cli.operations.table import OPERATIONS
from tui.sandbox.seed.clients import TUI_CLIENT
from tui.sandbox.users import USER

Made = dict[str, str]


@dataclass(frozen=True)
class World:
    """The server over plain HTTP, with nothing of ours in between."""

    server: Server
    http: httpx.Client
    hands: Hands

    def get(self, path: str, made: Made) -> httpx.Response:
        """The answer to somebody who may read all; for a registration to whom it belongs."""
        headers = {"Authorization": f"Bearer {made['TOKEN']}"} if "TOKEN" in made else None
        return self.http.get(Template(path).substitute(made), headers=headers)

    def made(self, path: str, body: object) -> Any:
        """The answer to a POST that has to work."""
        answer = self.http.post(path, json=body)
        assert answer.status_code == 201, answer.text
        return answer.json()


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, verify=server.context) as http:
        answer = http.post(
            "/jans-auth/restv1/token",
            auth=(server.client_id, server.client_secret),
            data={"grant_type": "client_credentials"},
        )
        http.headers["Authorization"] = f"Bearer {answer.raise_for_status().json()['access_token']}"
        yield http


@pytest.fixture
def world(
    server: Server, http: httpx.Client, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> World:
    monkeypatch.setenv("jca_client_secret", server.client_secret)
    return World(server, http, Hands(shell, server))


def _client(world: World) -> Made:
    body = {
        "clientName": "Given",
        "redirectUris": ["https://given.example/"],
        "clientUri": "https://given.example/",
    }
    return {"INUM": world.made(f"{API}/openid/clients", body)["inum"]}


def _scope(world: World) -> Made:
    return {"INUM": world.made(f"{API}/scopes", {"id": "given"})["inum"]}


def _token(world: World) -> Made:
    made = curl_cases.token(world.hands, str(uuid.uuid4()))
    return {"INUM": made["clientId"], "CODE": made["tknCde"]}


def _uma_resource(world: World) -> Made:
    made = curl_cases.uma_resource(world.hands, str(uuid.uuid4()))
    return {"INUM": made["clientId"], "CODE": made["id"]}


def _authorization(world: World) -> Made:
    made = curl_cases.authorization(world.hands, str(uuid.uuid4()))
    return {"INUM": made["clientId"], "PERSON": made["userId"], "NAME": USER.name}


def _registration(world: World) -> Made:
    body = {"redirect_uris": ["https://given.example/"]}
    made = world.made("/jans-auth/restv1/register", body)
    return {"INUM": made["client_id"], "TOKEN": made["registration_access_token"]}


def _statement(world: World) -> Made:
    return {"INUM": curl_cases.statement(world.hands)["jti"]}


GIVEN: Mapping[str, Callable[[World], Made]] = {
    "": lambda _: {},
    "client": _client,
    "scope": _scope,
    "token": _token,
    "UMA resource": _uma_resource,
    "authorization": _authorization,
    "registration": _registration,
    "statement": _statement,
}


def shell_run(
    world: World, example: Example, made: Made, folder: Path
) -> subprocess.CompletedProcess[str]:
    """Type the example's command where its files are."""
    for name, text in example.files.items():
        (folder / name).write_text(Template(text).safe_substitute(made))
    server = world.server
    host = server.url.removeprefix("https://")
    named = {
        "jans_host": host,
        "jca_client_id": server.client_id,
        "jca_client_secret": server.client_secret,
        "SSL_CERT_FILE": server.ca_cert,
        "CURL_CA_BUNDLE": server.ca_cert,
        "API": API,
        "FQDN": host,
        "MY_CLIENT_ID": server.client_id,
        "MY_CLIENT_SECRET": server.client_secret,
        "CLIENT_ID": server.client_id,
        "SECRET": server.client_secret,
        "TUI_CLIENT": TUI_CLIENT,
        "TUI_SECRET": "sandbox-secret-1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        ["sh", "-c", example.command],
        cwd=folder,
        env={**environment(), **named, **made},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.command[:120])
def test_an_example_does_what_the_documents_say(
    world: World, example: Example, tmp_path: Path
) -> None:
    made = GIVEN[example.given](world)
    if isinstance(example.then, Lacks):
        assert (
            Template(example.then.text).substitute(made) in world.get(example.then.path, made).text
        )
    done = shell_run(world, example, made, tmp_path)
    assert done.returncode == example.code, done.stderr
    assert "Traceback" not in done.stderr
    if example.code:
        assert done.stdout == ""
        assert "jans-tui: " in done.stderr
    made = {**made_by(done.stdout), **made}
    then = example.then
    if isinstance(then, Answers):
        answer = world.get(then.path, made).raise_for_status()
        assert shown(json.loads(done.stdout)) == shown(answer.json())
    elif isinstance(then, Holds):
        held = world.get(then.path, made).raise_for_status().json()
        held = held[0] if isinstance(held, list) else held
        assert {name: held.get(name) for name in then.members} == then.members
    elif isinstance(then, Lacks):
        left = world.get(then.path, made).raise_for_status().text
        assert Template(then.text).substitute(made) not in left
    elif isinstance(then, Gone):
        made.pop("TOKEN", None)
        assert world.get(then.path, made).status_code == 404
    else:
        for text in then.texts:
            assert text in done.stdout
        if then.count is not None:
            assert len(json.loads(done.stdout)["entries"]) == then.count


def made_by(text: str) -> Made:
    """The key of the entry in an answer, and the token that opens a registration."""
    entry = json.loads(text) if text.startswith("{") else {}
    names = {"INUM": ("inum", "client_id"), "TOKEN": ("registration_access_token",)}
    return {
        variable: entry[name] for variable, keys in names.items() for name in keys if name in entry
    }


def shown(value: Any) -> Any:
    """An answer without what is encrypted anew in each."""
    if isinstance(value, list):
        return [shown(item) for item in value]
    if isinstance(value, dict):
        return {name: shown(item) for name, item in value.items() if name != "clientSecret"}
    return value


def test_no_operation_is_without_an_example() -> None:
    """Each under its own name, those that older documents call otherwise under that one, too."""
    text = "\n".join(example.command for example in EXAMPLES)
    named = set(re.findall(r"--operation-id[ =]([a-z-]+)", text))
    operations = {one.name for one in OPERATIONS}
    assert operations - named == OTHERS
    plural = {"post-oauth-openid-clients", "put-oauth-openid-clients"}
    assert named - operations == {*plural, "delete-oauth-openid-clients-by-inum", "get-clients"}


OTHERS = {"get-server-stat", "get-service-status", "get-stat", "get-token-by-id"}
"""Operations that the documents have no example for."""
