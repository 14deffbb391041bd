"""What answers become which error, and what the errors never hold."""

import base64
import logging
import traceback
from urllib.parse import quote_plus

import pytest

from tests.api.support import (
    CLIENTS,
    SECRET,
    Server,
    answers,
    config,
    is_token_request,
    requester,
)
from tui.api import errors, http
from tui.api.errors import ApiError
from tui.api.network_failures import from_exception
from tui.api.response_failures import members_named, scopes_lacking
from tui.models.json import Json

READ_SCOPE = "https://jans.io/oauth/config/openid/clients.readonly"
LACKING = (
    "oAuth authorization error Insufficient scopes! , "
    f"Required scope: [{READ_SCOPE}, openid], however token scopes: [email, profile]"
)
PAGE = "<!DOCTYPE html><html><head><title>Sign in</title><style>p {x}</style></head>Hello</html>"


async def failure(
    response: http.Response | Exception, method: str = "GET", body: Json = None
) -> ApiError:
    """The error that ``response`` to a request becomes."""
    with pytest.raises(ApiError) as caught:
        await requester(Server(answers(response))).request(method, CLIENTS, json=body)
    return caught.value


def api_error(status: int, message: str, description: str | None = None) -> http.Response:
    body = {"code": str(status), "message": message}
    return http.Response(status, json=body | ({"description": description} if description else {}))


@pytest.mark.parametrize(
    ("response", "kind"),
    [
        (http.Response(400, text="bad"), errors.Invalid),
        (http.Response(401, text="Token is Invalid."), errors.Unauthorised),
        (api_error(401, "Unauthorized"), errors.Unauthorised),
        (http.Response(401, text=LACKING), errors.InsufficientScope),
        (http.Response(403, html=PAGE), errors.Unauthorised),
        (api_error(404, "The requested scope doesn't exist"), errors.NotFound),
        (http.Response(404), errors.NotConfigApi),
        (http.Response(404, html=PAGE), errors.NotConfigApi),
        (http.Response(405), errors.Invalid),
        (http.Response(408), errors.TimedOut),
        (http.Response(409, json={"message": "exists"}), errors.Conflict),
        (http.Response(412), errors.Conflict),
        (http.Response(415), errors.Invalid),
        (http.Response(422, json={"error": "invalid_request"}), errors.Invalid),
        (http.Response(429), errors.RateLimited),
        (api_error(500, "Internal Server error"), errors.ServerFailed),
        (http.Response(503, html=PAGE), errors.ServerFailed),
        (http.Response(599), errors.ServerFailed),
        (http.Response(302, headers={"Location": "/"}), errors.NotConfigApi),
        (http.Response(200, html=PAGE), errors.NotConfigApi),
        (http.Response(200, content=b'{"entries": [{"inum": '), errors.NotConfigApi),
        (http.Response(200, content=b"\xff\xfe\x00junk"), errors.NotConfigApi),
        (http.Response(200, content=b"[" * 200_000), errors.NotConfigApi),
        (http.Response(200, content=b"1" * 10_000), errors.NotConfigApi),
        (http.ConnectError("x"), errors.Unreachable),
        (http.ReadError("x"), errors.Unreachable),
        (http.ProxyError("x"), errors.Unreachable),
        (http.ReadTimeout("x"), errors.TimedOut),
        (http.ConnectTimeout("x"), errors.TimedOut),
        (http.DecodingError("x"), errors.NotConfigApi),
    ],
)
async def test_each_failure_has_its_kind(
    response: http.Response | Exception, kind: type[ApiError]
) -> None:
    error = await failure(response)
    assert type(error) is kind
    assert error.sentence.endswith(".")
    assert error.sentence == str(error)
    assert "op.example" in error.sentence or kind is errors.InsufficientScope
    assert error.method == "GET"
    assert error.url == "https://op.example/jans-config-api/api/v1/openid/clients"
    if isinstance(response, http.Response):
        assert error.status == response.status_code
    else:
        assert error.status is None
    assert not error.may_have_happened


async def test_lacking_scopes_are_named() -> None:
    response = http.Response(401, text=LACKING, headers={"Content-Type": "application/json"})
    error = await failure(response)
    assert isinstance(error, errors.InsufficientScope)
    assert error.required == (READ_SCOPE, "openid")
    assert error.held == ("email", "profile")
    assert READ_SCOPE in error.sentence


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (http.Response(401, text="Insufficient scopes!"), ((), ())),
        (http.Response(401, text="Required scope: [], however token scopes: []"), ((), ())),
        (
            http.Response(
                403,
                headers={"WWW-Authenticate": 'Bearer error="insufficient_scope", scope="a b"'},
            ),
            (("a", "b"), ()),
        ),
        (http.Response(401, text="Token is Invalid."), None),
        (http.Response(400, text=LACKING), None),
    ],
)
def test_scopes_lacking(
    response: http.Response, expected: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> None:
    assert scopes_lacking(response) == expected


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("The attribute redirectUris is required for this operation", ("redirectUris",)),
        ("Invalid scope in request -> [nosuch]", ("scopes",)),
        ("Invalid claim in request -> [nosuch]", ("claims",)),
        (
            "Cannot deserialize (through reference chain: a.Client"
            '["attributes"]->a.ClientAttributes["parLifetime"])',
            ("attributes.parLifetime",),
        ),
        ("through reference chain: nothing", ()),
        ("Something else", ()),
    ],
)
def test_members_are_found_in_the_words(words: str, members: tuple[str, ...]) -> None:
    assert members_named(words) == members


async def test_a_missing_member_is_named() -> None:
    response = http.Response(
        400,
        json={
            "code": "OCA001",
            "message": "A required attribute is missing.",
            "description": "The attribute redirectUris is required for this operation",
        },
    )
    error = await failure(response, "POST", {})
    assert isinstance(error, errors.Invalid)
    assert error.members == ("redirectUris",)
    assert "redirectUris" in error.sentence
    assert error.server_words == (
        "A required attribute is missing. The attribute redirectUris is required for this operation"
    )


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (http.Response(400, json={"error": "e", "error_description": "d"}), "e d"),
        (http.Response(400, json={"message": "m", "description": "m"}), "m"),
        (http.Response(400, json={"message": None, "description": 7}), ""),
        (http.Response(400, json="quoted"), "quoted"),
        (http.Response(400, json=[]), "[]"),
        (http.Response(400, html=PAGE), "Sign in Hello"),
        (http.Response(400, text="a\r\n\tb\x1b[31mc\u202ed\u200b\x00e"), "a b [31mcd e"),
        (http.Response(400, text="x" * 2_000), "x" * 499 + "…"),
        (http.Response(400, content=b"\xff\xfe"), "\ufffd\ufffd"),
    ],
)
async def test_the_servers_words_are_plain_and_short(response: http.Response, words: str) -> None:
    assert (await failure(response)).server_words == words


@pytest.mark.parametrize("name", ["X-Request-Id", "x-correlation-id"])
async def test_the_servers_name_for_the_request_is_kept(name: str) -> None:
    error = await failure(http.Response(500, headers={name: "ab\x7fc-" + "1" * 200}))
    assert error.request_id is not None
    assert error.request_id.startswith("ab c-1")
    assert len(error.request_id) == 100
    assert error.request_id in error.sentence


async def test_a_nameless_request_has_no_id() -> None:
    assert (await failure(http.Response(500))).request_id is None


@pytest.mark.parametrize("status", [200, 201])
async def test_an_unreadable_answer_to_a_write_leaves_it_in_doubt(status: int) -> None:
    error = await failure(http.Response(status, content=b'{"inum":'), "POST", {})
    assert error.may_have_happened


@pytest.mark.parametrize("status", [500, 502, 504, 507])
async def test_a_write_at_which_the_server_failed_is_in_doubt(status: int) -> None:
    error = await failure(http.Response(status, text="no"), "POST", {})
    assert error.may_have_happened
    assert "look before trying again" in error.sentence


@pytest.mark.parametrize("status", [400, 401, 404, 409, 503])
async def test_a_refused_write_has_not_happened(status: int) -> None:
    assert not (await failure(http.Response(status, text="no"), "POST", {})).may_have_happened


def everything_in(error: BaseException) -> str:
    """All that could reach a person, a log or a report from ``error``."""
    seen = [str(error), repr(error), repr(error.args), repr(vars(error))]
    seen.append("".join(traceback.format_exception(error)))
    return "\n".join(seen)


CLIENT_SECRET = "the-client's-own-secret"
BASIC = base64.b64encode(f"1800.me:{quote_plus(SECRET)}".encode()).decode()


def echo(request: http.Request) -> str:
    """What a careless server would say."""
    headers = "\n".join(f"{name}: {value}" for name, value in request.headers.items())
    return f"Cannot read {request.content.decode()}\n{headers}\n{SECRET}"


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 409, 429, 500, 502])
@pytest.mark.parametrize("kind", ["text", "json", "html"])
async def test_no_error_holds_a_secret(
    status: int, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    def handler(request: http.Request) -> http.Response:
        said = echo(request)
        headers = {"X-Request-Id": request.headers["authorization"]}
        match kind:
            case "json":
                return http.Response(status, json={"message": said}, headers=headers)
            case "html":
                return http.Response(status, html=f"<html>{said}</html>", headers=headers)
        return http.Response(status, text=said, headers=headers)

    caplog.set_level(logging.DEBUG)
    talk = requester(Server(handler))
    operation: Json = [{"op": "add", "path": "/clientSecret", "value": CLIENT_SECRET}]
    caught: list[BaseException] = []
    whole: Json = {"clientSecret": CLIENT_SECRET}
    for body in (operation, whole):
        try:
            await talk.request("PATCH", CLIENTS, json=body)
        except ApiError as error:
            caught.append(error)
    assert caught or (status == 200 and kind == "json")
    text = "\n".join([*map(everything_in, caught), caplog.text])
    for secret in (SECRET, CLIENT_SECRET, "access-token-0001", BASIC):
        assert secret not in text


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500])
async def test_no_token_failure_holds_a_secret(status: int) -> None:
    def handler(request: http.Request) -> http.Response:
        if not is_token_request(request):
            assert request.url.path.endswith("openid-configuration")
            return http.Response(404)
        return http.Response(status, text=f'{{"access_token": "leaked-token-123", {echo(request)}')

    error: ApiError | None = None
    try:
        await requester(http.MockTransport(handler)).request("GET", CLIENTS)
    except ApiError as problem:
        error = problem
    assert error is not None
    for secret in (SECRET, quote_plus(SECRET), BASIC, "leaked-token-123"):
        assert secret not in everything_in(error)


async def test_a_header_that_cannot_be_sent_is_not_shown() -> None:
    request = http.Request("GET", "https://u:pass-word@op.example/x?token=leaked#f")
    problem = http.LocalProtocolError("Illegal header value b'Bearer leaked'")
    error = from_exception(problem, request)
    assert error.url == "https://op.example/x"
    for secret in ("leaked", "pass-word"):
        assert secret not in everything_in(error)


def test_what_is_shown_of_the_parts_is_no_secret() -> None:
    assert SECRET not in repr(config())
