"""``jans-tui ssa`` and its one-liners."""

import json
import time
from pathlib import Path

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tests.cli.test_curl import paste
from tests.shell import jans_tui
from tui.models.registration.software_statement import decode

KEY = ECKey.generate_key("P-256")


def signed(**claims: object) -> str:
    return jwt.encode({"alg": "ES256"}, dict(claims), KEY)


def jtis(shell: Shell, *options: str) -> list[str]:
    return [entry["ssa"]["jti"] for entry in shell("ssa", "list", *options).json]


def test_the_life_of_a_statement(shell: Shell) -> None:
    made = shell(
        *("ssa", "create", "7", "software_id=shop", "grant_types=client_credentials,password"),
        *("lifetime=30d", "expiration=2036-01-02", "one_time_use=no", 'roles:=["a", 1]'),
    )
    assert (made.code, made.err) == (0, "")
    claims = decode(made.json["ssa"]).claims
    assert made.json["expires"] == "2036-01-02T00:00:00Z"
    assert claims["org_id"] == 7
    assert claims["grant_types"] == ["client_credentials", "password"]
    assert (claims["lifetime"], claims["one_time_use"]) == (2592000, False)
    assert claims["roles"] == ["a", 1]
    jti = made.json["jti"]

    assert jtis(shell) == [jti]
    assert jtis(shell, "--org", "7") == jtis(shell, "--jti", jti) == [jti]
    assert jtis(shell, "--org", "8") == []
    table = shell("ssa", "list", "--output", "table").out
    assert "2036-01-02T00:00:00Z" in table
    names, row = table.splitlines()
    assert [*names.split()] == [
        *("ssa.jti", "status", "ssa.org_id", "ssa.software_id", "created", "expires"),
        *("ssa.one_time_use", "ssa.software_roles", "ssa.grant_types"),
    ]
    assert row.endswith("client_credentials, password")
    assert " ACTIVE " in row
    (head, row) = shell("--operation-id", "get-ssa", "--output", "table").out.splitlines()
    assert head.split() == [*("ssa.jti", "ssa.org_id", "ssa.software_id"), "status", "expiration"]
    assert row.split() == [jti, "7", "shop", "ACTIVE", "2082844800"]
    assert decode(shell("ssa", "get", jti).json["ssa"]).claims == claims
    valid = shell("ssa", "validate", jti)
    assert (valid.code, valid.json) == (0, {"jti": jti, "active": True})
    revoked = shell("ssa", "revoke", jti, "--yes")
    assert (revoked.code, revoked.out) == (0, "")
    again = shell("ssa", "revoke", jti, "-y")
    assert again.code == 5
    assert "nothing active" in again.err
    gone = shell("ssa", "validate", jti)
    assert (gone.code, gone.json["active"]) == (1, False)
    assert shell("ssa", "get", jti).code == 1
    assert [entry["status"] for entry in shell("ssa", "list").json] == ["REVOKED"]


def test_all_of_an_organization(shell: Shell) -> None:
    for _ in range(2):
        shell("ssa", "create", "acme")
    assert shell("ssa", "revoke", "--org", "acme", "--yes").code == 0
    assert {entry["status"] for entry in shell("ssa", "list").json} == {"REVOKED"}


def test_from_a_file_or_standard_input(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "ssa.json"
    path.write_text(json.dumps({"org_id": 3, "software_id": "x"}))
    made = shell("ssa", "create", "--from-json", str(path), "software_id=y")
    assert decode(made.json["ssa"]).claims["software_id"] == "y"
    piped = shell("ssa", "create", "acme", "--from-json", "-", text='{"org_id": 3}')
    assert decode(piped.json["ssa"]).claims["org_id"] == "acme"
    sample = shell("--schema-sample", "Ssa").out
    assert shell("ssa", "create", "--from-json", "-", text=sample).code == 0


def test_on_a_terminal_the_statement_stands_alone(shell: Shell) -> None:
    made = shell("ssa", "create", "1", "--output", "table")
    decode(made.out)
    assert made.out.count("\n") == 1
    assert "Its jti is" in made.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["create"], "org_id"),
        (["create", "a", "b"], "one organization"),
        (["create", "1", "lifetime=soon"], "lifetime"),
        (["create", "1", "expiration=1"], "expiration"),
        (["create", "1", "one_time_use=perhaps"], "true or false"),
        (["create", "1", "software_roles+=x"], "does not fit"),
        (["create", "1", "x:={"], "not JSON"),
        (["create", "--from-json", "[]"], "JSON object"),
        (["revoke"], "say which one"),
        (["revoke", "a", "--org", "b"], "say which one"),
        (["revoke", "a"], "--yes"),
        (["validate", "é"], "no ID"),
        (["decode", "nowhere.jwt"], "no file"),
        ([], "say what to do"),
    ],
)
def test_what_is_refused_here(shell: Shell, words: list[str], said: str) -> None:
    done = shell("ssa", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_what_the_server_refuses(shell: Shell) -> None:
    done = shell("ssa", "create", "1", "lifetime=0")
    assert done.code == 1
    assert "lifetime" in done.err


def test_a_client_without_the_scope(shell: Shell, server: Server) -> None:
    made = jans_tui(
        *(*server.options, "clients", "create", "Weak", "--redirect-uri", "https://a/"),
        *("grantTypes=client_credentials", "scopes=openid", "--output", "json"),
        env=server.variables,
    )
    client = json.loads(made.stdout)
    done = jans_tui(
        *("--host", server.url, "--cacert", server.ca_cert, "--client-id", client["inum"]),
        *("ssa", "list"),
        env={"jca_client_secret": client["clientSecret"]},
    )
    assert done.returncode == 3
    assert "scope" in done.stderr


def test_a_foreign_statement_is_looked_at(shell: Shell, tmp_path: Path) -> None:
    now = int(time.time())
    path = tmp_path / "s.jwt"
    path.write_text(signed(iss="https://op.example", iat=now, exp=now + 600, software_id="x"))
    fine = shell("ssa", "decode", str(path))
    assert (fine.code, fine.err) == (0, "")
    assert fine.json["claims"]["software_id"] == "x"
    assert fine.json["header"]["alg"] == "ES256"
    old = shell("ssa", "decode", "-", text=signed(iss="https://op.example", exp=now - 1))
    assert old.code == 1
    assert "expired" in old.err
    early = shell("ssa", "decode", signed(nbf=now + 600, exp=1e300), "--output", "table")
    assert early.code == 1
    assert "not valid before" in early.err
    assert "iss" in early.err


def test_its_signature_is_checked_when_asked_for(shell: Shell) -> None:
    own = shell("ssa", "create", "1").json["ssa"]
    good = shell("ssa", "decode", own, "--verify")
    assert (good.code, good.json["signature"]) == (0, "good")
    issuer = decode(own).claims["iss"]
    forged = shell("ssa", "decode", signed(iss=issuer), "--verify")
    assert (forged.code, forged.json["signature"]) == (1, "bad")
    assert "No key of" in forged.err
    for other in ("no url", "https://127.0.0.1:1", "http://127.0.0.1:1"):
        unknown = shell("ssa", "decode", signed(iss=other), "--verify")
        assert (unknown.code, unknown.json["signature"]) == (1, "unknown")


def test_one_liners(shell: Shell) -> None:
    def run(operation: str, *more: str) -> list[str]:
        return ["-auth", "--operation-id", operation, *more]

    made = shell(*run("post-register-ssa", "--data", '{"org_id": 1}')).json
    jti = decode(made["ssa"]).claims["jti"]
    one = ("--endpoint-args", f"jti:{jti}")
    assert shell(*run("get-ssa", *one)).json[0]["status"] == "ACTIVE"
    assert shell(*run("get-jwt-ssa", *one)).json.keys() == {"ssa"}
    assert shell(*run("validate-ssa", *one)).code == 0
    assert shell(*run("delete-ssa", *one)).code == 0
    assert shell(*run("validate-ssa", *one)).code == 1
    assert shell(*run("validate-ssa", "--endpoint-args", "jti:é")).code == 2


def test_curl_on_a_real_server(shell: Shell, server: Server) -> None:
    hostile = 'it\'s "$HOME" `id`'

    def printed(*words: str) -> str:
        done = shell("ssa", *words, "--curl", *server.options)
        assert done.code == 0, done.err
        return done.out

    made = paste(printed("create", hostile, f"description={hostile}"), server.client_secret)
    claims = decode(json.loads(made.stdout)["ssa"]).claims
    assert (claims["org_id"], claims["description"]) == (hostile, hostile)
    jti = str(claims["jti"])
    for words, code in (
        (("list", "--org", hostile), 0),
        (("get", jti), 0),
        (("validate", jti), 0),
        (("revoke", jti), 0),
        (("revoke", "--org", hostile), 22),
        (("validate", hostile), 22),
    ):
        assert paste(printed(*words), server.client_secret).returncode == code, words
