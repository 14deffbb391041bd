"""``jans-tui register`` and ``registration``: on the sandbox, a real server, an odd provider."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tests.cli.test_curl import paste
from tests.registrations.odd_provider import OddProvider
from tests.registrations.serving import serving as serving_odd
from tests.shell import serving
from tui.models.json import JsonObject
from tui.models.secrets import MASK
from tui.session import SANDBOX_URL

URI = "redirect_uris=https://rp.example/cb"
HOSTILE = 'it\'s "$HOME" `id` [/b]'


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """A server whose tokens rotate, and that wants an initial access token."""
    folder = str(tmp_path_factory.mktemp("strict"))
    options = ("--tls", "--initial-token", "ticket", "--rotate-registration-tokens")
    with serving("--data", folder, *options) as (facts, _):
        yield ["--host", facts["url"], "--cacert", facts["ca_cert"]]


def test_the_life_of_a_registration(shell: Shell) -> None:
    made = shell("register", URI, "client_name=Shop", "client_name#fr=Magasin", "scope=openid")
    assert (made.code, made.err) == (0, "")
    assert made.json["client_secret"]
    assert "registration_access_token" not in made.json
    (kept,) = shell("registration", "list").json
    assert (kept["client_id"], kept["client_name"]) == (made.json["client_id"], "Shop")
    read = shell("registration", "read", "Shop")
    assert (read.code, read.json["client_secret"]) == (0, MASK)
    changed = shell(
        *("registration", "update", "Shop", "scope+=email", "contacts+=a@rp.example"),
        *("require_pkce=yes", "defaultMaxAge=60", 'future:={"a": 1}', "spiffe_id=spiffe://x"),
    )
    assert (changed.code, changed.err) == (0, "")
    expected = {
        "scope": "openid email",
        "contacts": ["a@rp.example"],
        "require_pkce": True,
        "default_max_age": 60,
        "future": {"a": 1},
        "spiffe_id": "spiffe://x",
        "client_name#fr": "Magasin",
    }
    assert {name: changed.json[name] for name in expected} == expected
    assert changed.json["client_secret"] == MASK
    gone = shell("registration", "delete", "Shop", "--yes")
    assert (gone.code, gone.out) == (0, "")
    assert shell("registration", "list").json == []
    assert shell("registration", "read", "Shop").code == 5


def test_hand_over_forget_and_import(shell: Shell) -> None:
    made = shell("register", URI, "--with-secrets").json
    handed = shell("registration", "export", made["client_id"]).json
    assert handed["registration_access_token"] == made["registration_access_token"]
    assert shell("registration", "forget", made["client_id"]).code == 2
    assert shell("registration", "forget", made["client_id"], "--curl").code == 2
    assert len(shell("registration", "list").json) == 1
    assert shell("registration", "forget", made["client_id"], "-y").code == 0
    taken = shell(
        *("registration", "import", handed["registration_client_uri"]),
        text=handed["registration_access_token"],
    )
    assert (taken.code, taken.json["client_id"]) == (0, made["client_id"])
    assert shell("registration", "read", made["client_id"]).code == 0
    wrong = shell("registration", "import", handed["registration_client_uri"], "--token", "x")
    assert wrong.code == 3


def test_what_was_exported_is_imported_as_it_is(shell: Shell, tmp_path: Path) -> None:
    made = shell("register", URI).json
    printed = shell("registration", "export", made["client_id"]).out
    path = tmp_path / "shop.json"
    path.write_text(printed)
    for source, text in ((str(path), ""), ("-", printed), (printed, "")):
        assert shell("registration", "forget", made["client_id"], "-y").code == 0
        taken = shell("registration", "import", source, text=text)
        assert (taken.code, taken.err) == (0, "")
        (kept,) = shell("registration", "list").json
        assert (kept["client_id"], kept["issuer"]) == (made["client_id"], SANDBOX_URL)
    wrong = shell("registration", "import", str(path), "--token", "x")
    assert wrong.code == 3
    shown = shell("registration", "import", str(path), "--curl").out
    assert json.loads(printed)["registration_access_token"] not in shown
    path.write_text("{}")
    none = shell("registration", "import", str(path))
    assert (none.code, none.out) == (2, "")
    assert "no registration_client_uri" in none.err


def test_on_a_terminal_it_says_how_to_go_on(shell: Shell) -> None:
    made = shell("register", URI, "--output", "table")
    assert "client_secret" in made.out
    assert "To change it:\njans-tui registration update " in made.err


def test_from_json_and_standard_input(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "client.json"
    path.write_text(json.dumps({"redirect_uris": ["https://a.example/"], "client_name": "a"}))
    made = shell("register", "--from-json", str(path), "client_name=b")
    assert made.json["client_name"] == "b"
    inline = shell("register", "--from-json", '{"redirect_uris": ["https://a.example/"]}')
    assert inline.json["client_name"] == "a.example"
    sample = shell("--schema-sample", "Registration").out
    assert shell("register", "--from-json", "-", text=sample).code == 0


def test_with_a_software_statement(shell: Shell) -> None:
    statement = shell("ssa", "create", "7", "software_id=shop").json["ssa"]
    made = shell("register", URI, "--software-statement", statement)
    assert (made.code, made.json["software_id"], made.json["org_id"]) == (0, "shop", "7")
    again = shell("register", URI, "--software-statement", "-", text=statement)
    assert again.code == 1
    assert "used" in again.err
    assert shell("register", URI, "--software-statement", "eyJ.x.y").code == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["register"], 1, "redirect_uris"),
        (["register", "Shop"], 2, "KEY=VALUE"),
        (["register", URI, "client_secret=mine"], 2, "provider only"),
        (["register", URI, "client_name+=x"], 2, "no list"),
        (["register", URI, "require_pkce=perhaps"], 2, "true or false"),
        (["register", URI, "jwks={"], 2, "not JSON"),
        (["register", "--from-json", "[]"], 2, "JSON object"),
        (["register", URI, "--issuer", "http://127.0.0.1:1"], 4, ""),
        (["registration"], 2, "say what to do"),
        (["registration", "update", "a=b"], 2, "which client first"),
        (["registration", "read", "nobody"], 5, "nobody"),
    ],
)
def test_what_is_refused(shell: Shell, words: list[str], code: int, said: str) -> None:
    done = shell(*words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_a_refusal_names_its_members_in_json_too(shell: Shell) -> None:
    done = shell("register", URI, "initiate_login_uri=http://rp.example/", "--output", "json")
    assert (done.code, done.out) == (1, "")
    error = json.loads(done.err)["error"]
    assert (error["kind"], error["status"]) == ("InvalidMetadata", 400)
    assert error["members"] == ["initiate_login_uri"]


def test_tokens_that_rotate_and_an_initial_token(shell: Shell, strict: list[str]) -> None:
    refused = shell("register", URI, *strict)
    assert refused.code == 3
    made = shell("register", URI, "client_name=Once", "--initial-token", "ticket", *strict)
    assert made.code == 0, made.err
    tokens = set()
    for _ in range(2):
        assert shell("registration", "read", "Once", *strict).code == 0
        exported = shell("registration", "export", "Once").json
        tokens.add(exported["registration_access_token"])
    assert len(tokens) == 2
    assert shell("registration", "update", "Once", "client_name=Twice", *strict).code == 0
    assert shell("registration", "delete", "Twice", "--yes", *strict).code == 0


def test_a_provider_with_ideas_of_its_own(shell: Shell) -> None:
    odd = OddProvider(created=200, drops={"scope"}, alters={"client_name": "Renamed"})
    with serving_odd(odd):
        made = shell("register", URI, "client_name=Shop", "scope=openid", "--issuer", odd.issuer)
        assert made.code == 7
        assert "dropped scope" in made.err
        assert "Renamed" in made.err
        assert shell("registration", "delete", "Renamed", "--yes").code == 0
        direct = shell("register", URI, "--endpoint", f"{odd.issuer}/register")
        assert direct.json["client_id"], direct.err


def test_an_update_keeps_what_others_have_changed_meanwhile(shell: Shell) -> None:
    with serving_odd(OddProvider()) as odd:
        there = ("--issuer", odd.issuer)
        assert shell("register", URI, "client_name=Shop", "contacts=a@x.example", *there).code == 0
        elsewhere: JsonObject = {"contacts": ["a@x.example", "b@x.example"], "tos_uri": "https://t"}
        odd.clients["client-1"] |= elsewhere
        changed = shell("registration", "update", "Shop", "contacts+=c@x.example", *there)
        assert (changed.code, changed.err) == (0, "")
        assert changed.json["contacts"] == ["a@x.example", "b@x.example", "c@x.example"]
        assert changed.json["tos_uri"] == "https://t"
        odd.clients["client-1"]["client_secret"] = "another secret"
        told = shell("registration", "update", "Shop", "client_uri=https://v", *there)
        assert told.json["client_secret"] == "another secret"
        assert "has changed the client secret" in told.err
        odd.unreadable = True
        again = shell("registration", "update", "Shop", "client_uri=https://u", *there)
        assert again.code == 0
        assert "It was not read back" in again.err
        assert odd.clients["client-1"]["contacts"] == changed.json["contacts"]


def test_curl_on_a_real_server(shell: Shell, server: Server) -> None:
    options = ["--host", server.url, "--cacert", server.ca_cert]

    def printed(*words: str) -> str:
        done = shell(*words, "--curl", *options)
        assert (done.code, done.err) == (0, "")
        return done.out

    def run(*words: str, **variables: str) -> Any:
        done = paste(printed(*words), **variables)
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout) if done.stdout else None

    made = run("register", URI, f"client_name={HOSTILE}", f"{HOSTILE}:=[1]")
    assert made["client_name"] == HOSTILE
    assert made[HOSTILE] == [1]
    uri, token = made["registration_client_uri"], made["registration_access_token"]
    assert shell("registration", "import", uri, f"--token={token}", *options).code == 0
    held = {"REGISTRATION_ACCESS_TOKEN": token, "NEW_CLIENT_SECRET": made["client_secret"]}
    one = made["client_id"]
    assert run("registration", "read", one, **held)["client_name"] == HOSTILE
    assert run("registration", "import", uri, **held)["client_name"] == HOSTILE
    after = run("registration", "update", one, f"client_uri=https://a/?{HOSTILE}", **held)
    assert after["client_uri"] == f"https://a/?{HOSTILE}"
    assert made["client_secret"] not in printed("registration", "update", one, "client_name=x")
    assert token not in printed("registration", "read", one)
    assert run("registration", "delete", one, **held) is None
    with_ticket = printed("register", URI, "--initial-token", "hush")
    assert "hush" not in with_ticket
    assert "$INITIAL_ACCESS_TOKEN" in with_ticket


def test_what_cannot_be_kept_is_printed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.registrations import vault

    shell("register", URI)

    def full(path: Path, data: bytes) -> None:
        if path.name != vault.PROBE:
            raise OSError(28, "No space left on device")
        path.write_bytes(data)

    monkeypatch.setattr(vault, "write_private", full)
    done = shell("register", URI)
    assert done.code == 1
    assert done.json["registration_access_token"]
    assert "can't be kept" in done.err


def test_one_liners(shell: Shell, tmp_path: Path) -> None:
    def run(operation: str, *more: str) -> list[str]:
        return ["-auth", "--operation-id", operation, *more]

    body = {"redirect_uris": ["https://a.example/"], "client_name": "One"}
    made = shell(*run("post-register", "--data", json.dumps(body)))
    assert (made.code, made.json["client_name"]) == (0, "One")
    one = ("--endpoint-args", f"client_id:{made.json['client_id']}")
    token = made.json["registration_access_token"]
    assert shell(*run("get-register", *one)).json["client_name"] == "One"
    changed = shell(*run("put-register", *one, "--data", json.dumps(body | {"client_name": "Two"})))
    assert changed.json["client_name"] == "Two"
    shell("registration", "forget", made.json["client_id"], "--yes")
    unknown = shell(*run("get-register", *one))
    assert (unknown.code, unknown.out) == (5, "")
    assert shell(*run("get-register", *one, f"--access-token={token}")).json["client_name"] == "Two"
    assert shell(*run("get-register", *one, "--access-token", "x")).code == 3
    put = run("put-register", *one, f"--access-token={token}", "--data", json.dumps(body))
    assert shell(*put).json["client_name"] == "One"
    assert shell(*run("delete-register", *one, f"--access-token={token}")).code == 0
    assert shell(*run("delete-register", *one, f"--access-token={token}")).code == 3


def test_the_claims_of_a_jwt_are_sent(shell: Shell, tmp_path: Path) -> None:
    from joserfc import jwt
    from joserfc.jwk import ECKey

    claims = {"redirect_uris": ["https://a.example/"], "client_name": "From a JWT"}
    path = tmp_path / "request.jwt"
    path.write_text(jwt.encode({"alg": "ES256"}, claims, ECKey.generate_key("P-256")))
    made = shell("--operation-id", "post-register", "--data", str(path))
    assert (made.code, made.json["client_name"]) == (0, "From a JWT")
