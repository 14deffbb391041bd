"""What providers refuse, and the members that it is about."""

from typing import Any

import pytest

from tests.api.registration.support import ISSUER, registration_api
from tui.api import errors, http
from tui.api.registration.api import register_request
from tui.api.registration.refusals import REFUSALS, fields_of
from tui.forms.table import SPECS

ENDPOINT = f"{ISSUER}/register"
URI = f"{ISSUER}/register/one?x=%41&y"


async def refused(
    answer: http.Response, call: str = "register", token: str = ""
) -> errors.ApiError:
    async with registration_api(lambda _: answer) as api:
        calls = {
            "register": lambda: api.register(ENDPOINT, register_request({"a": 1}), token),
            "read": lambda: api.read(URI, "the-token"),
            "update": lambda: api.update(URI, "the-token", {"client_id": "one"}),
            "delete": lambda: api.delete(URI, "the-token"),
        }
        with pytest.raises(errors.ApiError) as caught:
            await calls[call]()
    return caught.value


@pytest.mark.parametrize("code", REFUSALS)
@pytest.mark.parametrize("call", ["register", "update"])
async def test_every_code_has_its_sentence_and_its_members(code: str, call: str) -> None:
    error = await refused(
        http.Response(400, json={"error": code, "error_description": "Because."}), call
    )
    assert isinstance(error, errors.InvalidMetadata)
    assert error.code == code
    assert error.members == REFUSALS[code].members
    assert error.sentence == (f"op.example {REFUSALS[code].sentence}. {REFUSALS[code].hint}")
    assert error.server_words == f"{code} Because."
    assert len(fields_of(error)) == len(error.members)
    assert SPECS.keys() >= {*fields_of(error)}


@pytest.mark.parametrize(
    ("description", "members"),
    [
        ("Parameter id_token_signed_response_alg is not valid.", ("id_token_signed_response_alg",)),
        ("jwks and jwks_uri exclude each other", ("jwks", "jwks_uri")),
        ("'client_name#fr' is too long", ("client_name#fr",)),
        ("The claims of these groups are not valid", ()),
        ("no such thing as my_own_thing", ()),
    ],
)
async def test_the_members_that_a_refusal_names(description: str, members: tuple[str, ...]) -> None:
    body = {"error": "invalid_client_metadata", "error_description": description}
    error = await refused(http.Response(400, json=body))
    assert isinstance(error, errors.InvalidMetadata)
    assert error.members == members
    assert all(member in error.sentence for member in members)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("frontchannel_logout_uri has to be https", ("frontchannel_logout_uri",)),
        ("The back-channel logout is odd", ("frontchannel_logout_uri", "backchannel_logout_uri")),
        (
            "backchannel_logout_uri is on no host of the redirect_uris",
            ("backchannel_logout_uri", "redirect_uris"),
        ),
    ],
)
async def test_the_words_choose_among_the_members_of_a_code(
    words: str, members: tuple[str, ...]
) -> None:
    body = {"error": "invalid_logout_uri", "error_description": words}
    error = await refused(http.Response(400, json=body))
    assert isinstance(error, errors.InvalidMetadata)
    assert error.members == members


async def test_the_reason_of_jans_is_read_too() -> None:
    body = {
        "error": "invalid_client_metadata",
        "error_description": "The value of one of the Client Metadata fields is invalid.",
        "reason": "Sector Identifier URI must be https.",
    }
    error = await refused(http.Response(400, json=body))
    assert fields_of(error) == ("sectorIdentifierUri",)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Password Grant Type is not allowed for registered clients.", ("grantTypes",)),
        ("A software statement is required.", ("softwareStatement",)),
    ],
)
@pytest.mark.parametrize("call", ["register", "update"])
async def test_access_denied_is_about_what_it_names(
    words: str, fields: tuple[str, ...], call: str
) -> None:
    body = {"error": "access_denied", "error_description": words}
    error = await refused(http.Response(403, json=body), call)
    assert isinstance(error, errors.InvalidMetadata)
    assert fields_of(error) == fields
    assert "denies this because of" in error.sentence


@pytest.mark.parametrize(
    "words",
    [
        "Not with this scope.",
        "An initial access token or a software statement is needed.",
        "The client_id and the registration_access_token do not belong together.",
    ],
)
async def test_access_denied_is_about_the_token_otherwise(words: str) -> None:
    body = {"error": "access_denied", "error_description": words}
    for call in ("register", "read", "update", "delete"):
        error = await refused(http.Response(403, json=body), call)
        assert type(error) is errors.TokenRefused
        assert fields_of(error) == ()


async def test_a_code_that_nobody_knows() -> None:
    error = await refused(http.Response(400, json={"error": "too_blue"}))
    assert isinstance(error, errors.InvalidMetadata)
    assert error.sentence.startswith("op.example does not accept the request (too_blue).")


@pytest.mark.parametrize("body", ["", "no JSON", "<h1>Bad</h1>", "[]", '{"error": 5}'])
async def test_a_refusal_without_a_code(body: str) -> None:
    error = await refused(http.Response(400, text=body))
    assert isinstance(error, errors.InvalidMetadata)
    assert "does not accept the request (400)" in error.sentence


@pytest.mark.parametrize(
    ("status", "call", "kind", "words"),
    [
        (404, "read", errors.NotFound, "does not know this registration (404)"),
        (410, "delete", errors.NotFound, "does not know this registration (410)"),
        (404, "register", errors.NotProvider, "There is nothing at"),
        (405, "delete", errors.NotSupported, "does not let anyone delete the registration (405)"),
        (405, "update", errors.NotSupported, "does not let anyone change the registration (405)"),
        (501, "register", errors.NotSupported, "does not let anyone register the client (501)"),
        (404, "update", errors.NotFound, "does not know this registration (404)"),
        (404, "delete", errors.NotFound, "does not know this registration (404)"),
        (405, "register", errors.NotSupported, "does not let anyone register the client (405)"),
        (405, "read", errors.NotSupported, "does not let anyone show the registration (405)"),
        (422, "register", errors.InvalidMetadata, "does not accept the request (422)"),
        (429, "register", errors.RateLimited, "too many"),
        (500, "update", errors.ServerFailed, "failed while working"),
        (503, "register", errors.ServerFailed, "503"),
        (409, "update", errors.Conflict, "409"),
        (302, "read", errors.NotConfigApi, "redirects"),
    ],
)
async def test_the_status_decides_the_rest(
    status: int, call: str, kind: type[errors.ApiError], words: str
) -> None:
    error = await refused(http.Response(status), call)
    assert type(error) is kind
    assert words in error.sentence


async def test_a_failure_of_the_server_is_no_refusal() -> None:
    """Jans answers 500 with the error of bad metadata when it fails."""
    body = {"error": "invalid_client_metadata", "error_description": "Unknown error."}
    for status, kind in ((500, errors.ServerFailed), (429, errors.RateLimited)):
        error = await refused(http.Response(status, json=body))
        assert type(error) is kind
        assert "Unknown error." in error.server_words


@pytest.mark.parametrize(
    "answer",
    [
        http.Response(400, json={"error": "access_denied"}),
        http.Response(401),
        http.Response(401, json={"error": "invalid_token"}),
        http.Response(403, text="<h1>no</h1>"),
    ],
)
@pytest.mark.parametrize("call", ["register", "read", "update", "delete"])
async def test_every_way_to_refuse_a_token_is_the_same(answer: http.Response, call: str) -> None:
    error = await refused(answer, call, token="the-token")
    assert type(error) is errors.TokenRefused
    kind = "initial" if call == "register" else "registration"
    assert f"refuses the {kind} access token" in error.sentence
    assert "the-token" not in f"{error.sentence} {error.server_words}"


async def test_a_token_in_the_words_of_the_provider_is_hidden() -> None:
    body = {"error": "invalid_token", "error_description": "the-token is not good"}
    error = await refused(http.Response(401, json=body), "read")
    assert "the-token" not in error.server_words
    assert "is not good" in error.server_words


async def test_the_address_is_used_as_given() -> None:
    seen: list[http.Request] = []

    def handler(request: http.Request) -> http.Response:
        seen.append(request)
        return http.Response(200, json={})

    async with registration_api(handler) as api:
        await api.read(URI, "the-token")
        await api.register(f"{ISSUER}/register", register_request({}))
    assert seen[0].url.raw_path == b"/register/one?x=%41&y"
    assert seen[0].headers["authorization"] == "Bearer the-token"
    assert "authorization" not in seen[1].headers


@pytest.mark.parametrize(
    "uri",
    [
        "http://op.example/register",
        "ftp://op.example/",
        "https://me:pw@op.example/",
        "https://op.example/#x",
        "https://op.example/ä",
        "https://op.example/a b",
        "https://[op.example/",
        "register",
        "",
    ],
)
async def test_an_address_that_must_not_get_a_token(uri: str) -> None:
    asked: list[Any] = []
    async with registration_api(lambda request: asked.append(request) or http.Response(200)) as api:  # type: ignore[func-returns-value]
        with pytest.raises(errors.Invalid, match="Nothing was sent"):
            await api.read(uri, "the-token")
    assert asked == []


@pytest.mark.parametrize("token", ["a b", "a\r\nb: c", "é"])
async def test_a_token_that_no_header_takes(token: str) -> None:
    async with registration_api(lambda _: http.Response(200)) as api:
        with pytest.raises(errors.Invalid, match="characters that no token has"):
            await api.read(URI, token)


@pytest.mark.parametrize(
    "kind", ["application/json", "application/JSON; charset=utf-8", "x/y+json"]
)
async def test_json_is_what_says_so_and_is_it(kind: str) -> None:
    answer = http.Response(200, headers={"content-type": kind}, content=b'{"client_id": "one"}')
    async with registration_api(lambda _: answer) as api:
        assert (await api.read(URI, "t")).body == {"client_id": "one"}
