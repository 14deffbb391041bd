"""The words of each failure, whole: they are what a person has at three in the morning."""

import errno
import socket
import ssl
from datetime import UTC, datetime
from typing import Any

import pytest

from tui.api import errors, http
from tui.api.certificates import BrokeOffError, CertificateRefusedError, Shown
from tui.api.network_failures import causes, fault_of, from_exception
from tui.api.response_failures import foreign, from_response
from tui.api.retry import Fault
from tui.api.static_token import GIVEN

HOST = "op.example:8443"
URL = f"https://{HOST}/jans-config-api/x"
LOST = " It may have been done all the same: look before trying again."
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def request(method: str = "GET") -> http.Request:
    return http.Request(method, URL, headers={"Authorization": "Bearer the-token-in-use"})


def caused(problem: http.HTTPError, cause: BaseException) -> http.HTTPError:
    problem.__cause__ = cause
    return problem


def openssl(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, "as if")
    error.reason = reason
    return error


TLS = " Check the server's TLS settings."

EXCEPTIONS: list[tuple[Exception, type[errors.ApiError], str, bool]] = [
    (
        http.ConnectTimeout("x"),
        errors.TimedOut,
        f"{HOST} could not be connected to in time. Check the address, the network and the "
        "firewall, then try again.",
        False,
    ),
    (
        http.ReadTimeout("x"),
        errors.TimedOut,
        f"{HOST} did not answer in time. Try again, or raise the time limit.",
        True,
    ),
    (
        TimeoutError(),
        errors.TimedOut,
        f"{HOST} did not answer in time. Try again, or raise the time limit.",
        True,
    ),
    (
        http.DecodingError("x"),
        errors.NotConfigApi,
        f"The answer of {HOST} is damaged: it cannot be unpacked. Check whether a proxy stands "
        "before it.",
        True,
    ),
    (
        caused(http.ConnectError("x"), socket.gaierror(socket.EAI_NONAME, "x")),
        errors.Unreachable,
        f"The name of {HOST} cannot be resolved. Check its spelling and the network.",
        False,
    ),
    (
        caused(http.ConnectError("x"), ConnectionRefusedError(errno.ECONNREFUSED, "x")),
        errors.Unreachable,
        f"{HOST} refuses connections: nothing listens there. Check the port, and that the server "
        "runs.",
        False,
    ),
    (
        caused(http.ConnectError("x"), OSError(errno.ENETUNREACH, "x")),
        errors.Unreachable,
        f"There is no network route to {HOST}. Check the network or the VPN.",
        False,
    ),
    (
        caused(http.ConnectError("x"), OSError(errno.EHOSTUNREACH, "x")),
        errors.Unreachable,
        f"There is no network route to {HOST}. Check the network or the VPN.",
        False,
    ),
    (
        caused(http.ConnectError("x"), OSError(errno.EMFILE, "x")),
        errors.Unreachable,
        f"{HOST} could not be connected to. Check the address and the network.",
        False,
    ),
    (
        http.ProxyError("x"),
        errors.Unreachable,
        f"The proxy on the way to {HOST} refused. Check the proxy variables of the environment.",
        False,
    ),
    (
        http.ReadError("x"),
        errors.Unreachable,
        f"The connection to {HOST} broke off. Try again.",
        True,
    ),
    (
        caused(http.ReadError("x"), openssl("WRONG_VERSION_NUMBER")),
        errors.TlsProblem,
        f"{HOST} does not speak TLS on this port. Check the address and the port.",
        True,
    ),
    (
        caused(http.ReadError("x"), openssl("RECORD_LAYER_FAILURE")),
        errors.TlsProblem,
        f"{HOST} does not speak TLS on this port. Check the address and the port.",
        True,
    ),
    (
        caused(http.ReadError("x"), openssl("HTTP_REQUEST")),
        errors.TlsProblem,
        f"{HOST} does not speak TLS on this port. Check the address and the port.",
        True,
    ),
    (
        caused(http.ReadError("x"), openssl("BAD_RECORD_MAC")),
        errors.TlsProblem,
        f"No safe connection to {HOST}: bad record mac.{TLS}",
        True,
    ),
    (
        caused(http.ConnectError("x"), ssl.SSLError(1, "x")),
        errors.TlsProblem,
        f"No safe connection to {HOST}: protocol error.{TLS}",
        False,
    ),
    *(
        (
            caused(http.ConnectError("x"), openssl(f"TLSV1_ALERT_{alert}")),
            errors.TlsProblem,
            f"{HOST} {words}.",
            False,
        )
        for alert, words in (
            (
                "CERTIFICATE_REQUIRED",
                "wants to see a client certificate, and none was shown. Name certificate and key "
                "in the profile, or by -CC and -CK",
            ),
            (
                "UNKNOWN_CA",
                "does not accept the client certificate: it does not know who issued it. Have it "
                "issued by an authority that the server trusts",
            ),
            (
                "CERTIFICATE_EXPIRED",
                "does not accept the client certificate: it has expired. Renew it",
            ),
            (
                "CERTIFICATE_REVOKED",
                "does not accept the client certificate: it was revoked. Get another",
            ),
            (
                "BAD_CERTIFICATE",
                "does not accept the client certificate. Check certificate and key",
            ),
        )
    ),
]


def refused_certificate(code: int, shown: Shown | None) -> CertificateRefusedError:
    why = ssl.SSLCertVerificationError("as if")
    why.verify_code = code
    return CertificateRefusedError(why, shown)


SHOWN = Shown(
    ("other.example",),
    "CN=Some authority",
    "AB:CD",
    datetime(2020, 1, 1, tzinfo=UTC),
    datetime(2099, 1, 1, tzinfo=UTC),
)

SELF_SIGNED, WRONG_NAME = 18, 62


@pytest.mark.parametrize(
    ("code", "shown", "words"),
    [
        (
            SELF_SIGNED,
            SHOWN,
            "is self-signed: nobody vouches for it. Its SHA-256 fingerprint is AB:CD.",
        ),
        (SELF_SIGNED, None, "is self-signed: nobody vouches for it. If it is the right one"),
        (WRONG_NAME, SHOWN, "is for other.example, not for this name."),
        (WRONG_NAME, None, "is for another name."),
    ],
)
def test_a_certificate_that_is_refused(code: int, shown: Shown | None, words: str) -> None:
    problem = refused_certificate(code, shown)
    problem.__cause__ = problem.why
    error = from_exception(problem, request(), in_flight=False)
    assert isinstance(error, errors.TlsProblem)
    assert error.sentence.startswith(f"The certificate of {HOST} {words}")


def test_a_connection_that_breaks_off_where_a_client_certificate_was_shown() -> None:
    error = from_exception(BrokeOffError(), request(), in_flight=True)
    assert error.sentence == (
        f"The connection to {HOST} broke off. It may not accept the client certificate: check "
        "that, and whom the server trusts."
    )
    error = from_exception(BrokeOffError("expired on a day: renew it"), request(), in_flight=True)
    assert error.sentence == (
        f"The connection to {HOST} broke off. The client certificate expired on a day: renew it."
    )


def test_a_token_that_was_handed_over_and_is_refused() -> None:
    asked = request()
    asked.extensions[GIVEN] = True
    error = from_response(http.Response(401, text="Token is Invalid.", request=asked))
    assert error.sentence == (
        f"{HOST} does not accept the access token that was handed over: it has expired, was "
        "revoked, or is of another server. Get a new one."
    )


@pytest.mark.parametrize(("problem", "kind", "sentence", "sent"), EXCEPTIONS)
def test_a_request_without_an_answer(
    problem: Exception, kind: type[errors.ApiError], sentence: str, sent: bool
) -> None:
    read = from_exception(problem, request())
    assert (type(read), read.sentence) == (kind, sentence)
    assert (read.method, read.url, read.may_have_happened) == ("GET", URL, False)
    write = from_exception(problem, request("PATCH"))
    assert (type(write), write.method, write.url) == (kind, "PATCH", URL)
    assert write.may_have_happened == sent
    assert write.sentence.endswith(LOST) == sent
    assert write.sentence.count(LOST) <= 1
    assert not from_exception(problem, request("PATCH"), in_flight=False).may_have_happened


@pytest.mark.parametrize(
    ("problem", "fault"),
    [
        (http.ConnectTimeout("x"), Fault.TIMED_OUT),
        (http.ReadTimeout("x"), Fault.TIMED_OUT),
        (http.ConnectError("x"), Fault.REFUSED),
        (http.ReadError("x"), Fault.BROKEN),
        (http.WriteError("x"), Fault.BROKEN),
        (http.RemoteProtocolError("x"), Fault.BROKEN),
        (http.ProxyError("x"), Fault.LASTING),
        (http.DecodingError("x"), Fault.LASTING),
        (caused(http.ConnectError("x"), openssl("UNKNOWN")), Fault.LASTING),
        (caused(http.ReadTimeout("x"), openssl("UNKNOWN")), Fault.LASTING),
    ],
)
def test_what_a_failed_try_means(problem: http.HTTPError, fault: Fault) -> None:
    assert fault_of(problem) is fault


def test_causes_end_where_they_go_in_a_circle() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__context__ = second, first
    assert list(causes(first)) == [first, second]
    group = ExceptionGroup("g", [OSError("x"), ValueError("y")])
    assert [type(one) for one in causes(group)] == [ExceptionGroup, OSError]


ANSWERS: list[tuple[int, dict[str, Any], type[errors.ApiError], str]] = [
    (
        302,
        {"headers": {"Location": "https://elsewhere.example/x"}},
        errors.NotConfigApi,
        f"{HOST} redirects to elsewhere.example; redirects are not followed, so that the token "
        "goes nowhere else. Check the server's address.",
    ),
    *(
        (
            301,
            {"headers": headers},
            errors.NotConfigApi,
            f"{HOST} redirects to another address of its own; redirects are not followed, so "
            "that the token goes nowhere else. Check the server's address.",
        )
        for headers in ({}, {"Location": "/x"}, {"Location": "http://[::"})
    ),
    (
        401,
        {"text": "Token is Invalid."},
        errors.Unauthorised,
        f"{HOST} does not accept the access token. Sign in again; if that does not help, check "
        "the client's ID and secret.",
    ),
    (
        403,
        {},
        errors.Unauthorised,
        f"{HOST} forbids this (403). A firewall or proxy before the server may be the reason: ask "
        "those who run it.",
    ),
    (
        404,
        {},
        errors.NotConfigApi,
        f"There is no Config API at {URL} (404). Check the address, and that the service is "
        "installed and runs.",
    ),
    (
        404,
        {"json": {"message": "gone"}},
        errors.NotFound,
        f"It does not exist on {HOST}, or no longer. List what there is.",
    ),
    (408, {}, errors.TimedOut, f"{HOST} gave up waiting for the request. Try again."),
    (
        409,
        {},
        errors.Conflict,
        f"{HOST} has something that stands against this (409). Read the entry again, then repeat "
        "the change.",
    ),
    (
        429,
        {},
        errors.RateLimited,
        f"{HOST} gets too many requests. Wait a little, then try again.",
    ),
    (
        429,
        {"headers": {"Retry-After": "Sun, 01 Mar 2026 12:00:30 GMT"}},
        errors.RateLimited,
        f"{HOST} gets too many requests. Wait 30 s, then try again.",
    ),
    (
        406,
        {},
        errors.Invalid,
        f"{HOST} does not accept the request (406). Correct it, then try again.",
    ),
    (
        503,
        {},
        errors.ServerFailed,
        f"{HOST} is not available (503): it may be starting. Try again in a minute.",
    ),
    (
        500,
        {},
        errors.ServerFailed,
        f"{HOST} failed while working on the request (500). Its log knows why.",
    ),
    (
        500,
        {"headers": {"X-Request-Id": "abc"}},
        errors.ServerFailed,
        f"{HOST} failed while working on the request (500). Its log knows why (request abc).",
    ),
]


@pytest.mark.parametrize(("status", "answer", "kind", "sentence"), ANSWERS)
def test_an_answer_that_is_no_success(
    status: int, answer: dict[str, Any], kind: type[errors.ApiError], sentence: str
) -> None:
    error = from_response(http.Response(status, request=request(), **answer), now=NOW)
    assert (type(error), error.sentence, error.status) == (kind, sentence, status)
    assert (error.method, error.url, error.may_have_happened) == ("GET", URL, False)


def test_a_write_behind_a_gateway() -> None:
    error = from_response(http.Response(502, request=request("POST")))
    assert error.may_have_happened
    assert error.sentence == (
        f"{HOST} did not get an answer from the service behind it (502).{LOST}"
    )
    failed = from_response(http.Response(500, request=request("POST")))
    assert failed.sentence.endswith(f"Its log knows why.{LOST}")


def test_scopes_that_are_lacking() -> None:
    said = "Insufficient scopes! , Required scope: [a.read, b], however token scopes: [c]"
    error = from_response(http.Response(401, text=said, request=request()))
    assert isinstance(error, errors.InsufficientScope)
    assert (error.required, error.held) == (("a.read", "b"), ("c",))
    assert error.sentence == (
        "The token is not allowed to do this: it needs a.read, b. Give this scope to the client "
        "that you sign in with; signing in again does not help."
    )
    nameless = from_response(http.Response(403, text="insufficient scope", request=request()))
    assert "it needs a scope that it does not name." in nameless.sentence
    long = f"Required scope: [{'x' * 300}], however token scopes: []"
    cut = from_response(http.Response(401, text=long, request=request()))
    assert isinstance(cut, errors.InsufficientScope)
    assert [len(name) for name in cut.required] == [200]


def test_an_answer_that_is_not_what_was_due() -> None:
    page = http.Response(200, text="<html><p>Please sign in</p>", request=request())
    error = foreign(page, "a page")
    assert error.sentence == (
        f"{URL} answered with a page, not with the JSON of a Config API. Check the address, and "
        "whether a proxy or a sign-in page stands before it."
    )
    assert (error.server_words, error.may_have_happened) == ("Please sign in", False)
    write = foreign(http.Response(200, text="5", request=request("POST")), "a number")
    assert write.sentence.endswith(f"stands before it.{LOST}")
    assert (write.server_words, write.may_have_happened) == ("", True)
