"""The commands that are shown, run by the real shell and the real curl."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.support import CLIENTS, config
from tests.listening import Heard, Said, listening
from tests.shell import paste_into_sh
from tui.api import http
from tui.api.curl import curl, token_curl
from tui.api.request import JSON_PATCH, JWT, ApiRequest, body_text, segment
from tui.api.sign_in.authentication import basic_credentials
from tui.models.json import Json

SECRET = "do-not-show-this"
HOSTILE = "'\"\\$HOME `id` $(id) !! \n\r\t;&|<>*?[a]{b,c}~#%25 é\u202e\x7f--output x"


@dataclass
class Seen:
    """What the server got, and what it answers."""

    url: str = ""
    status: int = 200
    body: str = "{}"
    requests: list[Heard] = field(default_factory=list)

    def __call__(self, heard: Heard) -> Said:
        self.requests.append(heard)
        return Said(self.status, self.body)


@pytest.fixture
def seen() -> Iterator[Seen]:
    """A server that remembers its requests."""
    seen = Seen()
    with listening(seen) as seen.url:
        yield seen


REQUESTS = [
    ApiRequest("GET", CLIENTS, {"pattern": HOSTILE, "limit": "1"}),
    ApiRequest("GET", f"{CLIENTS}/{segment('inum', HOSTILE)}"),
    ApiRequest("DELETE", f"{CLIENTS}/{segment('inum', '@/etc/passwd')}"),
    ApiRequest("POST", CLIENTS, json={HOSTILE: [HOSTILE, 1, None, True]}),
    ApiRequest("PUT", CLIENTS, json={"inum": "a", "clientName": "Zoë's “shop”"}),
    ApiRequest("PATCH", f"{CLIENTS}/a", json=[{"op": "add", "value": "x"}], media_type=JSON_PATCH),
    ApiRequest("POST", CLIENTS, json={"half": "\ud800"}),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: request.method)
def test_the_command_sends_what_the_program_would(seen: Seen, request_: ApiRequest) -> None:
    seen.body = '{"a": "b"}'
    done = paste_into_sh(curl(request_, config(base_url=seen.url)), {"TOKEN": "tok"})
    assert (done.returncode, done.stdout, done.stderr) == (0, seen.body, "")
    method, path, headers, content = seen.requests[0]
    assert method == request_.method
    assert path == http.URL(seen.url + request_.target).raw_path.decode()
    assert headers["authorization"] == "Bearer tok"
    assert headers["accept"] == "application/json"
    if request_.json is None:
        assert content == b""
        assert "content-type" not in headers
    else:
        assert content == body_text(request_.json).encode()
        assert headers["content-type"] == request_.media_type


def test_the_command_fails_as_the_server_does_and_shows_why(seen: Seen) -> None:
    seen.status, seen.body = 404, '{"message": "none"}'
    done = paste_into_sh(curl(ApiRequest("GET", "/x"), config(base_url=seen.url)))
    assert done.returncode == 22
    assert done.stdout == seen.body
    assert "404" in done.stderr


PATCH: Json = [
    {"op": "add", "path": "/clientName", "value": "it's"},
    {"op": "add", "path": "/clientSecret", "value": SECRET},
]


def test_a_secret_in_the_body_comes_from_a_variable(seen: Seen) -> None:
    command = curl(ApiRequest("PATCH", "/x", json=PATCH), config(base_url=seen.url))
    assert SECRET not in command
    done = paste_into_sh(command, {"NEW_CLIENT_SECRET": "it's $HOME `x` new"})
    assert done.returncode == 0, done.stderr
    sent = json.loads(seen.requests[0][3])
    assert sent[0]["value"] == "it's"
    assert sent[1]["value"] == "it's $HOME `x` new"


@pytest.mark.parametrize("variables", [{}, {"NEW_CLIENT_SECRET": ""}, {"CLIENT_SECRET": "mine"}])
def test_an_unset_secret_is_never_sent_as_an_empty_one(
    seen: Seen, variables: dict[str, str]
) -> None:
    command = curl(
        ApiRequest("POST", "/x", json={"clientSecret": SECRET}), config(base_url=seen.url)
    )
    assert paste_into_sh(command, variables).returncode != 0
    assert not seen.requests


def test_different_secrets_are_different_variables() -> None:
    body: Json = [
        {"clientSecret": "one-secret", "registrationAccessToken": "other-secret"},
        {"clientSecret": "two-secret"},
        {"client_secret": "one-secret"},
    ]
    command = curl(ApiRequest("POST", "/x", json=body), config())
    assert "-secret" not in command
    assert command.count("${NEW_CLIENT_SECRET:?}") == 2
    assert command.count("${NEW_CLIENT_SECRET_2:?}") == 1
    assert command.count("${REGISTRATION_ACCESS_TOKEN:?}") == 1


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_stays_one_word_on_lines_that_a_terminal_can_show(text: str) -> None:
    request = ApiRequest("POST", "/x", {"q": text}, {"a": text})
    command = curl(request, config())
    assert all(line.isprintable() for line in command.split("\n"))
    assert command.count("\n") == command.count(" \\\n  ")


def test_a_ca_file_goes_with_it(seen: Seen, tmp_path: Path) -> None:
    path = tmp_path / "the ca's.pem"
    settings = config(base_url=seen.url.replace("http:", "https:"), ca_file=path)
    for command in (curl(ApiRequest("GET", "/x"), settings), token_curl(settings)):
        done = paste_into_sh(command, {"CLIENT_SECRET": "x"})
        assert "the ca's.pem" in done.stderr, done


def test_without_authentication_no_token_is_named() -> None:
    command = curl(ApiRequest("GET", "/x", authenticated=False), config())
    assert "Authorization" not in command


def test_the_token_variable_can_be_chosen() -> None:
    assert '"Authorization: Bearer $MINE"' in curl(
        ApiRequest("GET", "/x"), config(), token_variable="MINE"
    )
    assert token_curl(config(), token_variable="MINE").startswith("MINE=$(curl ")


@pytest.mark.parametrize("name", ["", "a b", "$(id)", "1a", "é"])
def test_only_a_name_can_be_a_variable(name: str) -> None:
    with pytest.raises(ValueError, match="variable"):
        curl(ApiRequest("GET", "/x"), config(), token_variable=name)
    with pytest.raises(ValueError, match="variable"):
        token_curl(config(), token_variable=name)


@pytest.mark.parametrize("secret", ["plain-1", "p+ss%w:rd&= '\"\\$HOME`"])
@pytest.mark.parametrize("indent", [None, 2])
def test_the_token_command_sets_the_token(seen: Seen, secret: str, indent: int | None) -> None:
    seen.body = json.dumps(
        {"access_token": "eyJ.a-_~+/=.b", "scope": "a", "expires_in": 3}, indent=indent
    )
    settings = config(base_url=seen.url, client_id="1800.a:b 'c", scopes=("a", "b/'c"))
    command = token_curl(settings)
    assert settings.client_secret not in command
    done = paste_into_sh(f'{command}\nprintf %s "$TOKEN"', {"CLIENT_SECRET": secret})
    assert (done.stdout, done.stderr) == ("eyJ.a-_~+/=.b", "")
    method, path, headers, content = seen.requests[0]
    assert (method, path) == ("POST", "/jans-auth/restv1/token")
    assert parse_qs(content.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": ["a b/'c"],
    }
    assert decoded(headers["authorization"]) == decoded(basic_credentials("1800.a:b 'c", secret))


def decoded(authorization: str) -> tuple[str, str]:
    """Client id and secret as a server reads them (RFC 6749 section 2.3.1)."""
    user, _, password = (
        base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
    )
    return unquote_plus(user), unquote_plus(password)


def test_a_refused_token_command_leaves_the_token_empty(seen: Seen) -> None:
    seen.status, seen.body = 401, '{"error": "invalid_client"}'
    done = paste_into_sh(
        f'{token_curl(config(base_url=seen.url))}\nprintf "[%s]" "$TOKEN"', {"CLIENT_SECRET": "x"}
    )
    assert done.stdout == "[]"
    assert "401" in done.stderr


def test_a_signed_request_and_further_headers(seen: Seen) -> None:
    headers = {"jti": HOSTILE.split("\n")[0].strip()}
    request = ApiRequest(
        "POST", "/register", text="a.b.c", media_type=JWT, authenticated=False, headers=headers
    )
    command = curl(request, config(base_url=seen.url))
    assert "a.b.c" not in command
    paste_into_sh(command, {"SIGNED_REQUEST": "a.b.c"})
    method, path, sent, content = seen.requests[0]
    assert (method, path, content) == ("POST", "/register", b"a.b.c")
    assert sent["content-type"] == JWT
    assert sent["jti"] == headers["jti"]
    assert "authorization" not in sent
    assert paste_into_sh(command, {}).returncode != 0
