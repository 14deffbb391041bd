"""``--curl``: what is printed, run by the real shell and the real curl."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import parse_qsl, quote_plus, unquote, urlsplit

import httpx
import pytest

from tests.cli.conftest import Server
from tests.cli.curl_cases import (
    CASES,
    HOSTILE,
    IN_HEADER,
    IN_PATH,
    Case,
    Hands,
    Made,
    client,
    scope,
)
from tests.cli.in_process import Done, Shell
from tests.listening import Heard, Said, listening
from tests.shell import paste_into_sh, serving
from tui.cli.operations.operation import Operation
from tui.cli.operations.samples import SAMPLES
from tui.cli.operations.table import OPERATIONS
from tui.cli.parser import build_parser
from tui.cli.parser_tree import levels
from tui.models.json import Json

TOKEN = "tok-1"


@dataclass
class Seen:
    """What a server got that gives tokens, but for what was about these."""

    url: str = ""
    requests: list[Heard] = field(default_factory=list)

    @property
    def options(self) -> list[str]:
        return ["--host", self.url, "--client-id", "1800.it's me"]

    def __call__(self, heard: Heard) -> Said:
        if heard.target == "/jans-auth/restv1/token":
            return Said(body=json.dumps({"access_token": TOKEN}))
        self.requests.append(heard)
        return Said()


@pytest.fixture(scope="module")
def listener() -> Iterator[Seen]:
    seen = Seen()
    with listening(seen) as seen.url:
        yield seen


@pytest.fixture
def seen(listener: Seen) -> Seen:
    listener.requests.clear()
    return listener


def paste(command: str, secret: str = "s3cr et", **more: str) -> CompletedProcess[str]:
    """What came of a command that was printed, with the secret of who signs in."""
    return paste_into_sh(command, {"CLIENT_SECRET": secret, **more})


def body_of(operation: Operation) -> Json:
    sample = SAMPLES.get(operation.schema)
    if isinstance(sample, dict):
        return {**sample, HOSTILE: [HOSTILE, {"clientSecret": ""}]}
    return [{"op": "add", "path": f"/{HOSTILE}", "value": HOSTILE}] if sample else None


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_every_operation_with_hostile_values(
    shell: Shell, seen: Seen, operation: Operation
) -> None:
    value = HOSTILE.replace(",", "\\,")
    texts = [one.name for one in operation.query if one.kind == "text"]
    named = [f"{one.name}:{IN_HEADER}" for one in operation.headers]
    body = body_of(operation)
    arguments = [
        *seen.options,
        *("--operation-id", operation.name, "--curl"),
        *("--url-suffix", ",".join(f"{name}:{value}" for name in operation.path_parameters)),
        *("--endpoint-args", ",".join([*(f"{name}:{value}" for name in texts), *named])),
        *(("--data", json.dumps(body)) if body is not None else ()),
    ]
    printed = shell(*arguments)
    assert (printed.code, printed.err) == (0, "")
    assert not seen.requests
    done = paste(printed.out, REGISTRATION_ACCESS_TOKEN=TOKEN)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{}", "")
    ((method, target, headers, content),) = seen.requests
    parts = urlsplit(target)
    assert method == operation.method
    wanted = operation.path
    for name in operation.path_parameters:
        wanted = wanted.replace(f"{{{name}}}", "\0")
    assert [unquote(part) for part in parts.path.split("/")] == [
        HOSTILE if part == "\0" else part for part in wanted.split("/")
    ]
    assert parse_qsl(parts.query) == [(name, HOSTILE) for name in texts]
    assert headers.get("authorization") == (
        f"Bearer {TOKEN}" if operation.scopes or "REGISTRATION" in operation.bearer else None
    )
    for one in operation.headers:
        assert headers[one.name] == IN_HEADER
    if body is None:
        assert content == b""
    else:
        assert json.loads(content) == body
        assert headers["content-type"] == operation.media_type


@pytest.fixture
def hands(shell: Shell, server: Server, monkeypatch: pytest.MonkeyPatch) -> Hands:
    monkeypatch.setenv("jca_client_secret", server.client_secret)
    return Hands(shell, server)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_the_command_has_the_effect_of_the_operation(hands: Hands, operation: Operation) -> None:
    case = CASES.get(operation.name, Case(works=None))
    made, made_by_curl = (case.prepare(hands) for _ in range(2))
    own = hands.run(operation.name, *flags_of(case, operation, made), **path_of(operation, made))
    printed = hands.run(
        operation.name,
        *("--curl", *flags_of(case, operation, made_by_curl)),
        **path_of(operation, made_by_curl),
    )
    assert (printed.code, printed.err) == (0, "")
    pasted = paste(printed.out, hands.server.client_secret)
    assert pasted.returncode in (0, 22), pasted.stderr
    by_curl = Done(5 if pasted.returncode else 0, pasted.stdout, pasted.stderr)
    assert bool(own.code) is bool(by_curl.code), own.err
    assert case.works in (None, not own.code), own.err
    if not own.code:
        assert answer_of(own) == answer_of(by_curl)
    if case.look[0]:
        left = looked_at(hands, case, own, made)
        assert (left.code == 5) is case.gone
        left_by_curl = looked_at(hands, case, by_curl, made_by_curl)
        assert left.code == left_by_curl.code
        if not case.gone:
            assert answer_of(left) == answer_of(left_by_curl)
            assert json.dumps(HOSTILE) in json.dumps(answer_of(left))


def path_of(operation: Operation, made: Made) -> dict[str, str]:
    return {name: made.get(name, IN_PATH) for name in operation.path_parameters}


def flags_of(case: Case, operation: Operation, made: Made) -> list[str]:
    """The query, and the body."""
    query = case.query
    if query is None:
        query = {one.name: HOSTILE for one in operation.query if one.kind == "text"}
    values = {name: made.get(name, value) for name, value in query.items()}
    flags = [f"{name}:{value.replace(',', chr(92) + ',')}" for name, value in values.items()]
    body = case.body(made) if case.body else body_of(operation)
    return [
        *(("--endpoint-args", ",".join(flags)) if flags else ()),
        *(("--data", json.dumps(body)) if body is not None else ()),
    ]


def looked_at(hands: Hands, case: Case, done: Done, made: Made) -> Done:
    operation, name = case.look
    return hands.run(operation, **({name: made.get(name) or done.json[name]} if name else {}))


OWN = re.compile(
    "inum|id|jti|dn|baseDn|ssa|clientSecret|registrationAccessToken|tokenCode|grantId"
    "|client_id|client_secret|registration_access_token|registration_client_uri"
    "|.*(Date|At|_at|Time|Update)"
)
"""Members that differ between two entries whatever made them."""


def answer_of(done: Done) -> Json:
    """The answer, without what is each entry's own."""
    return _shared(json.loads(done.out)) if done.out.strip() else None


def _shared(value: Json) -> Json:
    if isinstance(value, list):
        return [_shared(item) for item in value]
    if isinstance(value, dict):
        return {name: _shared(item) for name, item in value.items() if not OWN.fullmatch(name)}
    return re.sub(r"\d+ (?='\"\$HOME)", "", value) if isinstance(value, str) else value


def test_no_secret_is_printed(shell: Shell, seen: Seen) -> None:
    printed = shell(
        *(*seen.options, "--client-secret", "hush-hush", "clients", "set", "x"),
        *("clientSecret=quite-new", "--curl"),
    )
    assert printed.code == 0
    assert "hush-hush" not in printed.out + printed.err
    assert "quite-new" not in printed.out + printed.err
    assert paste(printed.out, NEW_CLIENT_SECRET="n3w").returncode == 0
    assert json.loads(seen.requests[0][3]) == [
        {"op": "add", "path": "/clientSecret", "value": "n3w"}
    ]


VERBS: Mapping[str, tuple[Sequence[str], str]] = {
    "clients list": ((HOSTILE, "--filter", "disabled=false"), "GET"),
    "clients get": (("INUM",), "GET"),
    "clients create": ((HOSTILE, "--redirect-uri", "https://a/?b='c'"), "POST"),
    "clients clone": (("INUM", HOSTILE), "POST"),
    "clients edit": (("INUM",), "PATCH"),
    "clients set": (("INUM", f"description={HOSTILE}", "disabled=true"), "PATCH"),
    "clients delete": (("INUM",), "DELETE"),
    "clients export": (("INUM",), "GET"),
    "clients import": (("-",), "POST"),
    "clients diff": (("INUM", "INUM"), "GET"),
    "scopes list": ((HOSTILE,), "GET"),
    "scopes get": (("SCOPE",), "GET"),
}
"""Each verb that prints commands -> its words, and the method of the last command."""


SSA_VERBS: Mapping[str, tuple[Sequence[str], str]] = {
    "ssa create": ((HOSTILE, f"software_id={HOSTILE}"), "POST"),
    "ssa list": (("--org", HOSTILE), "GET"),
    "ssa get": (("JTI",), "GET"),
    "ssa validate": (("JTI",), "POST"),
    "ssa revoke": (("JTI",), "DELETE"),
}


def test_no_verb_is_left_out() -> None:
    """Of those for a Jans server; registration at any provider has tests of its own."""
    assert VERBS.keys() | SSA_VERBS.keys() == {
        " ".join(level.path)
        for level in levels(build_parser(full=True))
        if level.path[:1] in (("clients",), ("scopes",), ("ssa",))
        and any("--curl" in flag.flags for flag in level.flags)
    }


@pytest.mark.parametrize("verb", VERBS)
def test_the_commands_of_a_verb_have_its_effect(
    hands: Hands, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, method = VERBS[verb]
    inum = client(hands)["inum"]
    known = {"INUM": inum, "SCOPE": scope(hands)["inum"] if verb.startswith("scopes") else ""}
    editor = tmp_path / "editor.sh"
    editor.write_text('sed \'s/"disabled": false/"disabled": true/\' "$1" > "$1-"; mv "$1-" "$1"')
    monkeypatch.setenv("VISUAL", f"sh {editor}")
    printed = hands.shell(
        *(*hands.server.options, *verb.split(), "--curl"),
        *(known.get(word, word) for word in words),
        text=json.dumps({"clientName": HOSTILE, "redirectUris": ["https://a.example/"]}),
    )
    assert printed.code == 0, printed.err
    assert f"--request {method} " in printed.out.rpartition("\n\n")[2]
    done = paste(printed.out, hands.server.client_secret)
    assert done.returncode == 0, done.stderr
    secrets = SECRET.findall(done.stderr)
    assert len(secrets) == (method == "POST") == bool(done.stderr)
    for made in secrets:
        assert lets_in(hands, *made)
    left = hands.run("get-oauth-openid-clients-by-inum", inum=inum)
    if method == "DELETE":
        assert (done.stdout, left.code) == ("", 5)
        return
    answer, _ = json.JSONDecoder().raw_decode(done.stdout)
    assert json.dumps(HOSTILE)[1:-1] in json.dumps(answer)
    assert left.json["disabled"] is (method == "PATCH")


SECRET = re.compile(r"^client secret of (.+): ([0-9a-f]{64})$", re.MULTILINE)


def lets_in(hands: Hands, inum: str, secret: str, method: str = "client_secret_basic") -> bool:
    """Whether the token endpoint knows the client by its secret."""
    form = {"grant_type": "authorization_code", "code": "none", "redirect_uri": "https://a/"}
    auth = None
    if method == "client_secret_post":
        form |= {"client_id": inum, "client_secret": secret}
    else:
        auth = (quote_plus(inum), secret)
    url = f"{hands.server.url}/jans-auth/restv1/token"
    answer = httpx.post(url, verify=hands.server.context, data=form, auth=auth)
    return bool(answer.json()["error"] != "invalid_client")


@pytest.mark.parametrize("generation", "ABC")
def test_the_secrets_of_clients_made_by_curl_work_on_every_server(
    shell: Shell, tmp_path: Path, generation: str
) -> None:
    """Of several in one go, each its own; where it cannot be tried, that is said."""
    methods = ("client_secret_basic", "client_secret_post", "client_secret_jwt", "none")
    bodies = [
        {"redirectUris": ["https://a/"], "clientName": HOSTILE, "tokenEndpointAuthMethod": method}
        for method in methods
    ]
    with serving("--data", str(tmp_path), "--tls", "--secrets", generation) as (facts, _):
        names = ("url", "client_id", "client_secret", "ca_cert")
        hands = Hands(shell, Server(**{name: facts[name] for name in names}, folder=tmp_path))
        printed = shell(
            *(*hands.server.options, "clients", "create", "--from-json", "-", "--curl"),
            text=json.dumps(bodies),
        )
        assert (printed.code, printed.err) == (0, "")
        assert printed.out.count("take away the # here") == 1
        done = paste(printed.out, hands.server.client_secret)
        assert done.returncode == 0, done.stderr
        made = SECRET.findall(done.stderr)
        assert len(made) == len({secret for _, secret in made}) == 3
        for (inum, secret), method in zip(made[:2], methods, strict=False):
            assert lets_in(hands, inum, secret, method)
            assert not lets_in(hands, inum, f"{secret}x", method)


def test_a_secret_that_was_given_is_a_variable_of_its_own_for_each_client(
    shell: Shell, seen: Seen
) -> None:
    client = {"redirectUris": ["https://a/"], "clientSecret": "first-of-all"}
    printed = shell(
        *(*seen.options, "clients", "create", "--from-json", "-", "--curl"),
        text=json.dumps([client, {**client, "clientSecret": "second-of-all"}]),
    )
    assert "-of-all" not in printed.out + printed.err
    done = paste(printed.out, NEW_CLIENT_SECRET="n3w", NEW_CLIENT_SECRET_2="n3w3r")
    assert done.returncode == 0, done.stderr
    bodies = [json.loads(body) for _, _, _, body in seen.requests]
    assert [body["clientSecret"] for body in bodies] == ["n3w", "n3w3r"]


@pytest.mark.parametrize("verb", SSA_VERBS)
def test_the_commands_of_a_verb_for_statements_work(hands: Hands, verb: str) -> None:
    words, method = SSA_VERBS[verb]
    options = hands.server.options
    made = hands.shell(*options, "ssa", "create", HOSTILE, "--output", "json")
    assert made.code == 0, made.err
    jti = made.json["jti"]
    printed = hands.shell(
        *(*options, *verb.split(), "--curl"), *(jti if word == "JTI" else word for word in words)
    )
    assert printed.code == 0, printed.err
    assert f"--request {method} " in printed.out.rpartition("\n\n")[2]
    done = paste(printed.out, hands.server.client_secret)
    assert (done.returncode, done.stderr) == (0, "")
    active = hands.shell(*options, "ssa", "validate", jti)
    assert (active.code == 0) is (method != "DELETE")


def test_the_sandbox_says_that_it_does_not_listen(shell: Shell) -> None:
    printed = shell("clients", "list", "--curl")
    assert "http://sandbox.localhost/" in printed.out
    assert "jans-tui serve" in printed.err
