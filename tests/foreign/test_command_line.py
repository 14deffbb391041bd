"""The life of a registration by commands, with a provider that nobody here wrote."""

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.cli.in_process import Shell
from tests.cli.test_curl import paste
from tests.foreign.running import Canaille
from tui.models.secrets import MASK

URI = "redirect_uris=https://shop.example/cb"


def test_the_life_of_a_registration(shell: Shell, provider: Canaille) -> None:
    made = shell(
        *("register", "client_name=Shop", URI),
        *("grant_types=authorization_code,refresh_token", "response_types=code"),
        *("scope=openid profile", "jwks_uri=https://shop.example/keys"),
        *("--issuer", provider.issuer),
    )
    assert (made.code, made.err) == (0, "")
    one = made.json["client_id"]
    assert made.json["client_secret"] != MASK
    assert made.json["scope"] == "openid profile"

    (kept,) = shell("registration", "list", "--issuer", provider.issuer).json
    assert (kept["client_id"], kept["issuer"]) == (one, provider.issuer)
    assert kept["registration_client_uri"] == f"{provider.issuer}/oauth/register/{one}"
    read = shell("registration", "read", "Shop")
    assert (read.code, read.err, read.json["client_secret"]) == (0, "", MASK)

    changed = shell(
        *("registration", "update", "Shop", "client_name=Shop 2", "contacts+=a@shop.example"),
        *("redirect_uris+=https://shop.example/cb2", "scope-=profile", "jwks_uri="),
    )
    assert (changed.code, changed.err) == (0, "")
    again = shell("registration", "read", one).json
    assert again == changed.json
    expected = {
        "client_name": "Shop 2",
        "contacts": ["a@shop.example"],
        "redirect_uris": ["https://shop.example/cb", "https://shop.example/cb2"],
        "grant_types": ["authorization_code", "refresh_token"],
        "jwks_uri": None,
    }
    assert {name: again[name] for name in expected} == expected
    assert again["scope"] == "openid"

    handed = shell("registration", "export", one).json
    assert handed["client_secret"] == made.json["client_secret"]
    assert shell("registration", "forget", one, "--yes").code == 0
    uri, token = handed["registration_client_uri"], handed["registration_access_token"]
    assert shell("registration", "import", uri, "--issuer", provider.issuer, text=token).code == 0
    assert shell("registration", "delete", "Shop 2", "--yes").code == 0
    assert shell("registration", "list").json == []
    gone = shell("registration", "import", uri, "--issuer", provider.issuer, text=token)
    assert gone.code == 3
    assert token not in gone.err


def test_what_it_drops_is_told_and_exits_with_partly_done(shell: Shell, provider: Canaille) -> None:
    made = shell("register", URI, "require_pkce=yes", "--issuer", provider.issuer)
    assert (made.code, made.err) == (7, "jans-tui: The provider dropped require_pkce.\n")
    assert made.json["client_secret"]
    assert shell("registration", "delete", made.json["client_id"], "-y").code == 0


def test_what_it_refuses_is_said(shell: Shell, provider: Canaille) -> None:
    refused = shell("register", URI, 'grant_types:=["no-such"]', "--issuer", provider.issuer)
    assert (refused.code, refused.out) == (1, "")
    assert "does not accept grant_types" in refused.err
    wrong = shell(
        *("registration", "import", f"{provider.issuer}/oauth/register/none", "--token", "x"),
        *("--issuer", provider.issuer),
    )
    assert (wrong.code, wrong.out) == (3, "")
    assert "refuses the registration access token" in wrong.err


def test_initial_tokens(shell: Shell, guarded: Canaille, tmp_path: Path) -> None:
    refused = shell("register", URI, "--issuer", guarded.issuer)
    assert (refused.code, refused.out) == (3, "")
    assert "does not register clients without leave" in refused.err
    token = asyncio.run(guarded.initial_token())
    path = tmp_path / "token"
    path.write_text(f"{token}\n")
    once = ("register", URI, "--initial-token", str(path), "--issuer", guarded.issuer)
    assert shell(*once).code == 0
    used = shell(*once)
    assert (used.code, used.out) == (3, "")
    assert "get a fresh one for each client" in used.err
    assert token not in used.err


def test_the_life_by_curl(shell: Shell, provider: Canaille) -> None:
    def run(*words: str, **variables: str) -> Any:
        printed = shell(*words, "--curl", "--issuer", provider.issuer)
        assert (printed.code, printed.err) == (0, "")
        done = paste(printed.out, **variables)
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout) if done.stdout else None

    made = run("register", URI, "client_name=By curl")
    uri, token = made["registration_client_uri"], made["registration_access_token"]
    shell("registration", "import", uri, f"--token={token}", "--issuer", provider.issuer)
    held = {"REGISTRATION_ACCESS_TOKEN": token, "NEW_CLIENT_SECRET": made["client_secret"]}
    assert run("registration", "read", "By curl", **held)["client_name"] == "By curl"
    changed = run("registration", "update", "By curl", "client_name=Otherwise", **held)
    assert changed["client_name"] == "Otherwise"
    assert run("registration", "delete", made["client_id"], **held) is None
