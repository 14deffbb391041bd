"""Exit codes and messages where things go wrong."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Done, Shell
from tests.listening import Heard, Said, listening

SECRET = "not-to-be-told"
READ = ("--operation-id", "get-oauth-openid-clients-by-inum", "--url-suffix", "inum:a")
WRITE = ("--operation-id", "delete-oauth-openid-client-by-inum", "--url-suffix", "inum:a")


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("jca_client_secret", SECRET)


@contextmanager
def answering(
    status: int, body: str, token_status: int = 200, promised: int | None = None
) -> Iterator[list[str]]:
    """A server that gives tokens, and this answer to all else; yield how to reach it.

    It promises a body of ``promised`` bytes, by default as many as it sends until it hangs up.
    """

    def answer(heard: Heard) -> Said:
        if not heard.target.endswith("/token"):
            return Said(status, body, promised)
        if token_status == 200:
            return Said(body='{"access_token": "tok"}')
        return Said(token_status, '{"error": "invalid_client"}')

    with listening(answer) as url:
        yield ["--host", url, "--client-id", "1800.me"]


SCOPES = "Insufficient scopes! , Required scope: [a.write], however token scopes: [b]"


@pytest.mark.parametrize(
    ("status", "body", "code", "words"),
    [
        (401, "Token is Invalid.", 3, "does not accept the access token"),
        (401, SCOPES, 3, "it needs a.write"),
        (403, "no", 3, "forbids this"),
        (404, '{"message": "none of these"}', 5, "“none of these”"),
        (404, "", 1, "There is no Config API"),
        (409, "{}", 6, "stands against this"),
        (400, '{"message": "bad"}', 1, "does not accept"),
        (500, "<html>oops</html>", 1, "failed while working"),
        (200, "<html>sign in</html>", 1, "answered with a page"),
        (302, "", 1, "redirects"),
    ],
)
def test_answers(shell: Shell, status: int, body: str, code: int, words: str) -> None:
    with answering(status, body) as options:
        done = shell(*options, *WRITE)
        as_json = shell(*options, *WRITE, "--output", "json")
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert done.err.count("\n") == 1
    error = json.loads(as_json.err)["error"]
    assert (error["exitCode"], as_json.code, error["status"]) == (code, code, status)
    assert SECRET not in done.err + as_json.err


def test_a_client_that_is_not_let_in(shell: Shell) -> None:
    with answering(200, "{}", token_status=401) as options:
        done = shell(*options, *READ)
    assert (done.code, done.out) == (3, "")
    assert "client ID and secret" in done.err


def test_an_answer_that_breaks_off(shell: Shell) -> None:
    with answering(200, '{"inum": "a", "clientName": ', promised=1_000) as options:
        done = shell(*options, *WRITE)
    assert (done.code, done.out) == (4, "")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


VERBS = (
    ("clients", "list"),
    ("clients", "get", "a"),
    ("clients", "create", "New", "--redirect-uri", "https://a.example/"),
    ("clients", "set", "a", "disabled=true"),
    ("clients", "delete", "a", "--yes"),
    ("clients", "export"),
    ("clients", "diff", "a", "b"),
    ("scopes", "list"),
)


@pytest.mark.parametrize("words", VERBS, ids=" ".join)
def test_verbs_fail_alike(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """With one sentence, nothing on standard output, and the code of what went wrong."""
    monkeypatch.setattr("tui.api.retry._FIRST_BACKOFF", 0.0)
    for status, body, promised, code in (
        (401, "Token is Invalid.", None, 3),
        (500, "<html>oops</html>", None, 1),
        (200, "<html>sign in</html>", None, 1),
        (200, '{"inum": "a", ', 1_000, 4),
        (200, '{"inum": "a", "clientName": 1', None, 1),
    ):
        with answering(status, body, promised=promised) as options:
            done = shell(*options, *words)
        assert (done.code, done.out) == (code, ""), (status, body, done.err)
        assert done.err.count("\n") == 1
        assert done.err.startswith("jans-tui: ")
    with answering(200, "{}", token_status=401) as options:
        done = shell(*options, *words)
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    done = shell("--host", "https://127.0.0.1:9", "--client-id", "x", *words)
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)


@pytest.mark.parametrize("words", [WRITE, VERBS[0]], ids=lambda words: words[1])
def test_another_port_than_that_of_tls(shell: Shell, words: tuple[str, ...]) -> None:
    with answering(200, "{}") as options:
        done = shell(options[0], options[1].replace("http:", "https:"), *options[2:], *words)
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert "does not speak TLS" in done.err


@pytest.mark.parametrize("words", [WRITE, VERBS[0]], ids=lambda words: words[1])
def test_a_certificate_of_nobody_known(
    shell: Shell, server: Server, words: tuple[str, ...]
) -> None:
    done = shell("--host", server.url, "--client-id", "x", *words)
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert "an authority that this machine does not know" in done.err


def test_what_a_server_does_not_take_as_it_was_sent(shell: Shell) -> None:
    made = shell(
        *("clients", "create", "Odd", "--redirect-uri", "https://rp.example/"),
        "attributes.parLifetime=0",
    )
    assert (made.code, made.json["clientName"]) == (7, "Odd")
    assert "did not take attributes.parLifetime" in made.err


def test_nobody_listens(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    done = shell("--host", f"http://127.0.0.1:{port}", "--client-id", "x", *WRITE)
    assert (done.code, done.out) == (4, "")
    assert "refuses connections" in done.err


def test_a_name_that_nobody_has(shell: Shell) -> None:
    done = shell("--host", "op.invalid", "--client-id", "x", *WRITE)
    assert (done.code, done.out) == (4, "")


def wrong(shell: Shell, *arguments: str) -> Done:
    """Run what must fail for how it was asked."""
    done = shell(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    return done


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--operation-id", "get-clients"), "there is no operation"),
        (("--operation-id", "get-oauth-openid-client"), "did you mean get-oauth-openid-clients"),
        (READ[:2], "needs --url-suffix inum:VALUE"),
        ((*READ[:2], "--url-suffix", "id:x"), "has no path parameter 'id'"),
        ((*READ[:2], "--url-suffix", "inum"), "takes NAME:VALUE"),
        ((*READ[:2], "--url-suffix", "inum:.."), "cannot be addressed"),
        ((*READ, "--data", "{}"), "takes no --data"),
        (("--operation-id", "get-oauth-scopes", "--endpoint-args", "limt:5"), "did you mean limit"),
        (("--operation-id", "get-oauth-scopes", "--endpoint-args", "limit:x"), "a whole number"),
        (
            ("--operation-id", "get-oauth-scopes", "--endpoint-args", "withAssociatedClients:1"),
            "true or false",
        ),
        (("--operation-id", "post-oauth-openid-client"), "needs --data"),
        (("--operation-id", "post-oauth-openid-client", "--data", "/no/file"), "no file"),
        (("--operation-id", "post-oauth-openid-client", "--data", "{"), "is not JSON"),
        (("--operation-id", "post-oauth-openid-client", "--data", '{"a": NaN}'), "is not JSON"),
        (("--operation-id", "post-oauth-openid-client", "--data", "[]"), "takes a JSON object"),
        (("--operation-id", "post-oauth-openid-client", "--data", "[" * 100_000), "too deeply"),
        (("--operation-id", "post-oauth-openid-client", "--patch-add", "a:b"), "that patches"),
        (
            (
                "--operation-id",
                "post-oauth-openid-client",
                "--data",
                '{"a": "_file /no/file"}',
            ),
            "no file",
        ),
        (("--url-suffix", "inum:x"), "add --operation-id"),
        ((*READ, "clients", "list"), "exclude each other"),
        (("--info", "Clients"), "there is no group"),
        (("--schema", "Klient"), "did you mean Client"),
        (("--access-token", "a b", "--host", "op.example", *READ), "characters that no token has"),
        (("--host", "http://op.example", "--client-id", "x", *READ), "without TLS"),
        (("-noverify", *READ), "add --host"),
        (("--host", "op.example", "--client-id", "x", "-CC", __file__, *READ), "-CC and -CK"),
    ],
)
def test_wrong_flags_are_sentences(shell: Shell, arguments: tuple[str, ...], words: str) -> None:
    assert words in wrong(shell, *arguments).err


def test_a_client_certificate_that_is_none(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "own.pem"
    path.write_text("no certificate")
    done = shell(
        *("--host", "https://127.0.0.1:9", "--client-id", "x", "-CC", str(path), "-CK", str(path)),
        *READ,
    )
    assert (done.code, done.out) == (4, "")
    assert "client certificate" in done.err
