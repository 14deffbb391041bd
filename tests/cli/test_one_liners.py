"""One-liners beyond the examples of the documents."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tests.shell import jans_tui
from tui.models.json import JsonObject

CLIENT: JsonObject = {"clientName": "One-liner", "redirectUris": ["https://rp.example/cb"]}


Run = Callable[..., Any]
"""Runs a one-liner in this process and returns what it printed, read as JSON.

``text`` is its standard input, ``code`` the exit code that it must have.
"""


@pytest.fixture
def run(shell: Shell, server: Server, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run_one(*arguments: str, text: str = "", code: int = 0) -> Any:
        with monkeypatch.context() as patch:
            patch.setenv("jca_client_secret", server.client_secret)
            done = shell(*server.options, "--no-tui", *arguments, text=text)
        assert done.code == code, done.err
        return done.json if done.out else None

    return run_one


def test_the_one_liner(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "my_client.json"
    path.write_text(json.dumps(CLIENT))
    done = jans_tui(
        *server.options,
        "--client-secret",
        server.client_secret,
        "--no-tui",
        "--operation-id=post-oauth-openid-client",
        f"--data={path}",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["clientName"] == "One-liner"
    assert done.stderr.count("\n") == 1
    assert "a secret on the command line" in done.stderr


def test_a_client_s_life_in_one_liners(run: Run, server: Server, tmp_path: Path) -> None:
    sample = jans_tui("--schema-sample", "Client").stdout
    made = run("--operation-id", "post-oauth-openid-client", "--data", "-", text=sample)
    inum = made["inum"]
    one = ("--url-suffix", f"inum:{inum}")
    read = run("-no-color", "--operation-id", "get-oauth-openid-clients-by-inum", *one)
    assert read["clientName"] == made["clientName"]
    whole = tmp_path / "c.json"
    whole.write_text(json.dumps({**read, "description": "replaced"}))
    put = run("--operation-id", "put-oauth-openid-client", "--data", str(whole))
    assert put["description"] == "replaced"
    patch = "patch-oauth-openid-client-by-inum"
    changed = run(
        *("--operation-id", patch, *one),
        *("--patch-add", "accessTokenLifetime:600"),
        *("--patch-replace", "applicationType:native"),
        *("--patch-add", r"attributes/requirePkce:false"),
        *("--patch-remove", "description"),
    )
    assert changed["accessTokenLifetime"] == 600
    assert changed["applicationType"] == "native"
    assert changed["attributes"]["requirePkce"] is False
    assert "description" not in changed
    inline = '[{"op": "add", "path": "/clientName", "value": "Inline"}]'
    assert run("--operation-id", patch, *one, "--data", inline)["clientName"] == "Inline"
    delete = ("--operation-id", "delete-oauth-openid-client-by-inum", *one)
    assert run(*delete) is None
    run(*delete, code=5)


def test_the_old_plural_names(run: Run, server: Server) -> None:
    made = run("--operation-id", "post-oauth-openid-clients", "--data", json.dumps(CLIENT))
    whole = json.dumps({**made, "clientName": "Plural"})
    kept = run("--operation-id", "put-oauth-openid-clients", "--data", whole)
    assert kept["clientName"] == "One-liner"
    del made["displayName"]
    whole = json.dumps({**made, "clientName": "Plural"})
    changed = run("--operation-id", "put-oauth-openid-clients", "--data", whole)
    assert changed["clientName"] == "Plural"
    suffix = ("--url-suffix", f"inum:{made['inum']}")
    run("--operation-id", "delete-oauth-openid-clients-by-inum", *suffix)


def test_a_token_that_is_printed_opens_the_server_until_it_is_revoked(
    server: Server, tmp_path: Path
) -> None:
    done = jans_tui(*server.options, "--output-access-token", env=server.variables)
    token = done.stdout.strip()
    assert token.startswith("eyJ")
    address = ["--host", server.url, "--cacert", server.ca_cert]
    read = ("--operation-id", "get-oauth-openid-clients", "--endpoint-args", "limit:1")
    path = tmp_path / "token"
    path.write_text(f"{token}\n")
    for given in (token, str(path)):
        assert jans_tui(*address, "--access-token", given, *read).returncode == 0
    gone = jans_tui(
        *server.options, "--access-token", token, "-revoke-session", env=server.variables
    )
    assert (gone.returncode, gone.stdout) == (0, "")
    assert "revoked" in gone.stderr
    refused = jans_tui(*address, "--access-token", token, *read)
    assert refused.returncode == 3
    assert token not in refused.stderr


def test_a_kept_token_is_used_and_can_be_revoked(
    run: Run, server: Server, own_folders: Path
) -> None:
    tokens = own_folders / "jans-tui" / "state" / "tokens"
    run("--operation-id", "get-acrs")
    kept = list(tokens.iterdir())
    assert [path.stat().st_mode & 0o777 for path in kept] == [0o600]
    before = kept[0].read_text()
    run("--operation-id", "get-acrs")
    assert kept[0].read_text() == before
    assert jans_tui(*server.options, "-revoke-session", env=server.variables).returncode == 0
    assert not list(tokens.iterdir())
    again = jans_tui(*server.options, "-revoke-session", env=server.variables)
    assert (again.returncode, again.stdout) == (0, "")
    assert "nothing to revoke" in again.stderr


def test_the_variables_of_the_jans_cli(server: Server) -> None:
    env = {
        "jans_host": server.url,
        "jca_client_id": server.client_id,
        "jca_client_secret": server.client_secret,
        "SSL_CERT_FILE": server.ca_cert,
        "jans_client_debug": "true",
    }
    done = jans_tui("--operation-id", "get-acrs", env=env)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"defaultAcr": "simple_password_auth"})
    assert "> GET " in done.stderr
    assert server.client_secret not in done.stderr
    assert "eyJ" not in done.stderr


def test_debugging_goes_to_a_private_file(run: Run, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "log"
    run(
        "-debug",
        "--debug-log-file",
        str(path),
        "--operation-id",
        "get-oauth-openid-clients",
        "--endpoint-args",
        "limit:1,pattern:Lock Client",
    )
    told = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert "< 200" in told
    assert '"clientSecret": "[hidden]"' in told
    assert server.client_secret not in told


def test_noverify_is_a_choice_that_is_told(server: Server) -> None:
    address = ["--host", server.url, "--client-id", server.client_id]
    read = ("--operation-id", "get-acrs")
    refused = jans_tui(*address, *read, env=server.variables)
    assert (refused.returncode, refused.stdout) == (4, "")
    assert "certificate" in refused.stderr
    done = jans_tui(*address, "-noverify", *read, env=server.variables)
    assert done.returncode == 0
    assert "not verified" in done.stderr


def test_without_a_host_it_is_the_sandbox() -> None:
    done = jans_tui("--no-tui", "--operation-id=get-oauth-openid-clients")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["entries"]


def test_flags_of_the_jans_cli_that_mean_nothing_here(run: Run, server: Server) -> None:
    flags = ("-use-test-client", "-auth", "--op-mode", "get", "--plugins", "scim", "--log-dir", "/")
    assert run(*flags, "--operation-id", "get-acrs")
