"""From what servers answer to the errors of this layer."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from tui.api import errors, http, retry
from tui.api.request import READS
from tui.api.static_token import GIVEN
from tui.api.words import (
    LOOKED_AT,
    LOST_WRITE,
    host_of,
    is_html,
    plain,
    redacted,
    secrets_of,
    url_of,
    words_of,
)

_SCOPES = r"(?is)Required scopes?:\s*\[(.*?)\].*?token scopes?:\s*\[(.*?)\]"
_REQUIRED = r"The attribute (\w+) is required"
_REFUSED_LIST = r"Invalid (scope|claim)s? in request"
_REFERENCE_CHAIN = r"through reference chain: ([^()]*)"
_CHAIN_MEMBER = r'\["([\w-]+)"\]'


def scopes_lacking(response: http.Response) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The scopes required and held, if ``response`` says that the token lacks some.

    The Config API says so in the text of a 401; RFC 6750 section 3.1 in a 403's header.
    """
    if response.status_code not in {401, 403}:
        return None
    said = response.text[:LOOKED_AT]
    listed = re.search(_SCOPES, said)
    if listed:
        return _scope_list(listed.group(1)), _scope_list(listed.group(2))
    challenge = response.headers.get("www-authenticate", "")
    if "insufficient_scope" in challenge:
        named = re.search(r'scope="([^"]*)"', challenge)
        return _scope_list(named.group(1) if named else ""), ()
    # The second is how the Auth Server refuses at its own endpoints, such as /ssa.
    known = ("insufficient scope", '"unauthorized_client"')
    return ((), ()) if any(words in said.lower() for words in known) else None


def _scope_list(text: str) -> tuple[str, ...]:
    names = (plain(name, 200) for name in re.split(r"[\s,\[\]]+", text))
    return tuple(name for name in names if name)


def members_named(words: str) -> tuple[str, ...]:
    """Wire names of the members that a refusal is about; () when it does not say."""
    required = re.search(_REQUIRED, words)
    if required:
        return (required.group(1),)
    listed = re.search(_REFUSED_LIST, words)
    if listed:
        return (listed.group(1) + "s",)
    chain = re.search(_REFERENCE_CHAIN, words)
    path = ".".join(re.findall(_CHAIN_MEMBER, chain.group(1))) if chain else ""
    return (path,) if path else ()


def exchange_of(
    response: http.Response, words: str, *, may_have_happened: bool = False
) -> errors.Exchange:
    """What is known about ``response`` and its request."""
    secrets = secrets_of(response.request)
    names = ("x-request-id", "x-correlation-id")
    given = next((response.headers[name] for name in names if name in response.headers), "")
    return errors.Exchange(
        method=response.request.method,
        url=url_of(response.request),
        status=response.status_code,
        server_words=words,
        request_id=plain(redacted(given, secrets), 100) or None,
        may_have_happened=may_have_happened and response.request.method not in READS,
    )


def foreign(
    response: http.Response, what: str, *, secrets: Iterable[str] = ()
) -> errors.NotConfigApi:
    """The error for a 2xx answer whose body is not what was due; ``what`` it is instead.

    Its words are not kept, save those of a page: entries hold secrets. ``secrets`` are kept
    out too, besides those that the request carried.
    """
    hidden = {*secrets, *secrets_of(response.request)}
    words = words_of(response, hidden) if is_html(response) else ""
    exchange = exchange_of(response, words, may_have_happened=True)
    return errors.NotConfigApi(
        f"{exchange.url} answered with {what}, not with the JSON of a Config API. Check the "
        "address, and whether a proxy or a sign-in page stands before it."
        f"{LOST_WRITE if exchange.may_have_happened else ''}",
        exchange,
    )


def from_response(
    response: http.Response, *, secrets: Iterable[str] = (), now: datetime | None = None
) -> errors.ApiError:
    """The error for an answer that is no success; the status decides which.

    Args:
        response: read to its end, its ``request`` set.
        secrets: texts to keep out, besides those that the request carried.
        now: with zone, to measure a Retry-After date against; None: the present.
    """
    status = response.status_code
    words = words_of(response, {*secrets, *secrets_of(response.request)})
    # 503 is said by what did not take the request on; any other failure may come after the deed.
    exchange = exchange_of(response, words, may_have_happened=status >= 500 and status != 503)
    host = host_of(response.request)
    if 300 <= status < 400:
        return _redirected(response, exchange, host)
    lacking = scopes_lacking(response)
    if lacking is not None:
        required, held = lacking
        wanted = ", ".join(required) or "a scope that it does not name"
        return errors.InsufficientScope(
            f"The token is not allowed to do this: it needs {wanted}. Give this scope to the "
            "client that you sign in with; signing in again does not help.",
            exchange,
            required,
            held,
        )
    match status:
        case 401 if GIVEN in response.request.extensions:
            return errors.Unauthorised(
                f"{host} does not accept the access token that was handed over: it has expired, "
                "was revoked, or is of another server. Get a new one.",
                exchange,
            )
        case 401:
            return errors.Unauthorised(
                f"{host} does not accept the access token. Sign in again; if that does not "
                "help, check the client's ID and secret.",
                exchange,
            )
        case 403 | 407:
            return errors.Unauthorised(
                f"{host} forbids this ({status}). A firewall or proxy before the server may be "
                "the reason: ask those who run it.",
                exchange,
            )
        case 404 if not words or is_html(response):
            return errors.NotConfigApi(
                f"There is no Config API at {exchange.url} (404). Check the address, and that "
                "the service is installed and runs.",
                exchange,
            )
        case 404:
            return errors.NotFound(
                f"It does not exist on {host}, or no longer. List what there is.", exchange
            )
        case 408:
            return errors.TimedOut(f"{host} gave up waiting for the request. Try again.", exchange)
        case 409 | 412:
            return errors.Conflict(
                f"{host} has something that stands against this ({status}). Read the entry "
                "again, then repeat the change.",
                exchange,
            )
        case 429:
            wait = retry.retry_after(response.headers.get("retry-after"), now or datetime.now(UTC))
            hint = f"Wait {wait:.0f} s" if wait is not None else "Wait a little"
            return errors.RateLimited(
                f"{host} gets too many requests. {hint}, then try again.", exchange, wait
            )
        case _ if status < 500:
            members = members_named(words)
            what = ", ".join(members) or "the request"
            return errors.Invalid(
                f"{host} does not accept {what} ({status}). Correct it, then try again.",
                exchange,
                members,
            )
        case _:
            return errors.ServerFailed(_failed_sentence(status, host, exchange), exchange)


def _redirected(
    response: http.Response, exchange: errors.Exchange, host: str
) -> errors.NotConfigApi:
    try:
        target = urlsplit(response.headers.get("location", "")).hostname or ""
    except ValueError:
        target = ""
    return errors.NotConfigApi(
        f"{host} redirects to {plain(target, 200) or 'another address of its own'}; redirects "
        "are not followed, so that the token goes nowhere else. Check the server's address.",
        exchange,
    )


def _failed_sentence(status: int, host: str, exchange: errors.Exchange) -> str:
    if status == 500:
        name = f" (request {exchange.request_id})" if exchange.request_id else ""
        lost = LOST_WRITE if exchange.may_have_happened else ""
        return f"{host} failed while working on the request (500). Its log knows why{name}.{lost}"
    if exchange.may_have_happened:
        return f"{host} did not get an answer from the service behind it ({status}).{LOST_WRITE}"
    return f"{host} is not available ({status}): it may be starting. Try again in a minute."
