"""What ``register`` can do besides: sign the request, keep the token in the keyring, check."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from tests.cli.in_process import Shell
from tests.cli.test_curl import paste
from tests.registrations.keyrings import Backend, playing
from tests.registrations.odd_provider import OddProvider
from tests.registrations.serving import serving as serving_odd
from tests.shell import serving
from tui.keys.generate import KeyPair, generate
from tui.locations import config_folder
from tui.models.json import JsonObject

URI = "redirect_uris=https://rp.example/cb"


@pytest.fixture(scope="module")
def signing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """A server that takes signed requests."""
    folder = str(tmp_path_factory.mktemp("signing"))
    with serving("--data", folder, "--signed-requests") as (facts, _):
        yield ["--issuer", facts["url"]]


@pytest.fixture(scope="module")
def pair() -> KeyPair:
    return generate("EC P-256")


@pytest.fixture
def keyring() -> Iterator[Backend]:
    with playing() as backend:
        yield backend


def test_a_signed_request(shell: Shell, signing: list[str], pair: KeyPair, tmp_path: Path) -> None:
    jwk = ECKey.import_key(pair.private_pem).as_dict(private=True)
    for name, text in (("key.pem", pair.private_pem), ("key.jwk", json.dumps(jwk))):
        path = tmp_path / name
        path.write_text(text)
        made = shell(
            *("register", URI, "software_id=shop", f"client_name={name}", *signing),
            *(f'jwks={{"keys": [{json.dumps(pair.public)}]}}', "--sign-with", str(path)),
        )
        assert (made.code, made.err) == (0, "")
        assert made.json["client_name"] == name
        assert shell("registration", "delete", name, "--yes").code == 0


def test_a_signed_request_with_a_statement_by_curl(
    shell: Shell, signing: list[str], pair: KeyPair, tmp_path: Path
) -> None:
    key = tmp_path / "key.pem"
    key.write_text(pair.private_pem)
    words = ("register", URI, "software_id=shop", "--sign-with", str(key), *signing)
    printed = shell(*words, "--curl")
    assert printed.code == 0
    assert '"${SIGNED_REQUEST:?}"' in printed.out
    assert "Content-Type: application/jwt" in printed.out
    assert "SIGNED_REQUEST stands for" in printed.err
    assert "rp.example" not in printed.out
    claims = {
        "iss": "shop",
        "aud": signing[1],
        "iat": int(time.time()),
        "exp": int(time.time()) + 60,
        "redirect_uris": ["https://rp.example/cb"],
        "jwks": {"keys": [pair.public]},
    }
    signed = jwt.encode({"alg": "ES256"}, claims, ECKey.import_key(pair.private_pem))
    done = paste(printed.out, SIGNED_REQUEST=signed)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["redirect_uris"] == ["https://rp.example/cb"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--signing-alg", "ES256"], 2, "--signing-alg needs --sign-with"),
        (["--sign-with", "KEY"], 2, "which software it is from: add software_id="),
        (["software_id=a", "--sign-with", "nowhere.pem"], 2, "no file 'nowhere.pem'"),
        (["software_id=a", "--sign-with", "KEY", "--signing-alg", "RS256"], 3, "does not fit"),
        (["software_id=a", "--sign-with", "LOCKED"], 2, "no terminal to ask for it"),
        (["software_id=a", "--sign-with", "KEY"], 1, "no signed requests"),
    ],
)
def test_what_keeps_a_request_from_being_signed(
    words: list[str], code: int, said: str, shell: Shell, pair: KeyPair, tmp_path: Path
) -> None:
    files = {"KEY": pair.private_pem, "LOCKED": "-----BEGIN ENCRYPTED PRIVATE KEY-----"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    done = shell("register", URI, *(str(tmp_path / w) if w in files else w for w in words))
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "BEGIN" not in done.err


def test_the_token_is_kept_in_the_keyring(shell: Shell, keyring: Backend) -> None:
    with serving_odd(OddProvider(rotates=True)) as provider:
        there = ("--issuer", provider.issuer)
        made = shell("register", URI, "client_name=Shop", "--keyring", *there)
        assert made.code == 0
        (kept,) = keyring.kept.values()
        assert json.loads(kept)["token"] == provider.tokens["client-1"]
        before = provider.tokens["client-1"]
        assert shell("registration", "read", "Shop").code == 0
        assert provider.tokens["client-1"] != before
        (kept,) = keyring.kept.values()
        assert json.loads(kept)["token"] == provider.tokens["client-1"]
        handed = shell("registration", "export", "Shop").json
        assert handed["registration_access_token"] == provider.tokens["client-1"]
        assert shell("registration", "delete", "Shop", "--yes").code == 0
        assert keyring.kept == {}


def test_the_settings_may_say_so_for_all(shell: Shell, keyring: Backend) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text("keyring = true\n")
    assert shell("register", URI, "client_name=Shop").code == 0
    assert len(keyring.kept) == 1
    keyring.problem = RuntimeError("it is locked")
    done = shell("registration", "read", "Shop")
    assert (done.code, done.out) == (1, "")
    assert "The keyring does not give the token: it is locked." in done.err
    made = shell("register", URI, "client_name=Other")
    assert made.code == 0
    assert "The keyring failed (it is locked), so the token is in a private file" in made.err


STATEMENTS = [
    ({"iss": "https://127.0.0.1:1", "exp": 1_000_000_000}, "expired on 2001-09-09 at 01:46 UTC."),
    ({"exp": 4_000_000_000}, "names no issuer (iss)"),
    ({"iss": "https://127.0.0.1:1", "nbf": 4_000_000_000}, "not valid before 2096-10-02"),
]


@pytest.mark.parametrize(("claims", "said"), STATEMENTS)
@pytest.mark.parametrize("curl", [[], ["--curl"]])
def test_a_statement_is_looked_at_before_it_is_used(
    claims: dict[str, object], said: str, curl: list[str], shell: Shell
) -> None:
    statement = jwt.encode({"alg": "ES256"}, claims, ECKey.generate_key("P-256"))
    done = shell("register", URI, "--software-statement", statement, *curl)
    assert said in done.err.splitlines()[0]
    assert done.code == (0 if curl else 1)
    assert statement not in done.out + done.err


def test_the_signature_of_a_statement_is_checked(shell: Shell) -> None:
    own, other = ECKey.generate_key("P-256"), ECKey.generate_key("P-256")
    keys: JsonObject = json.loads(json.dumps({"keys": [own.as_dict(private=False)]}))
    with serving_odd(OddProvider()) as provider:
        provider.endpoints = {"jwks_uri": f"{provider.issuer}/jwks"}
        provider.documents = {"/jwks": keys}
        claims = {"iss": provider.issuer, "software_id": "shop"}
        for key, told in ((own, ""), (other, f"No key of {provider.issuer} fits its signature")):
            statement = jwt.encode({"alg": "ES256"}, claims, key)
            words = ("register", URI, "--software-statement", statement)
            done = shell(*words, "--issuer", provider.issuer)
            assert done.code == 0
            assert done.err.startswith(f"jans-tui: {told}" if told else "")
            assert bool(done.err) == bool(told)


def test_a_token_comes_from_a_variable_or_a_fresh_one_from_a_command(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it stands in no process list, and each client gets a token of its own."""
    left = tmp_path / "tokens"
    left.write_text("one\ntwo\n")
    pop = f"sh -c 'head -n 1 {left}; sed -i 1d {left}'"
    monkeypatch.setenv("INITIAL", "three")
    with serving_odd(OddProvider(initial_tokens=["one", "two", "three"])) as provider:
        there = ("--issuer", provider.issuer)
        for source in (f"cmd:{pop}", f"cmd:{pop}", "env:INITIAL"):
            assert shell("register", URI, "--initial-token", source, *there).code == 0
        assert provider.initial_tokens == []
        refused = shell("register", URI, "--initial-token", "env:NOWHERE", *there)
        assert (refused.code, refused.out) == (3, "")
        assert "The token of this command is in the variable NOWHERE" in refused.err
        assert provider.methods.count("POST") == 3


def test_a_profile_names_the_endpoint(shell: Shell) -> None:
    """What the provider shows by discovery does not matter then."""
    with serving_odd(OddProvider(endpoints={"registration_endpoint": None})) as provider:
        assert shell("register", "client_name=Shop", URI, "--issuer", provider.issuer).code != 0
        endpoint = f"endpoint={provider.issuer}/register"
        shell("profiles", "add", "op", "kind=registration", f"url={provider.issuer}", endpoint)
        made = shell("register", "client_name=Shop", URI, "--profile", "op")
        assert (made.code, made.json["client_id"]) == (0, "client-1")
        assert shell("registration", "read", "Shop").code == 0
