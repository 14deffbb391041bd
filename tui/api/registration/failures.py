"""From what registration endpoints answer to errors with a sentence and the members concerned."""

import re
from enum import Enum

from tui.api import errors, http
from tui.api.registration.refusals import REFUSALS
from tui.api.response_failures import exchange_of, from_response
from tui.api.words import LOST_WRITE, host_of, is_html, parsed, plain, secrets_of, words_of
from tui.models.json import Json, JsonObject
from tui.models.registration.table import row_of_name, tagged_rows

_TOKEN_ERRORS = frozenset({"access_denied", "invalid_token", "unauthorized_client"})
_NAME = r"[a-z][a-z0-9_]{3,60}"
_SINGLE_WORDS = frozenset({"jwks", "scope"})
"""Names of one word that stand for a member; ``claims`` or ``groups`` may just be English."""


class Role(Enum):
    """What a request is for."""

    DISCOVERY = "show provider metadata"
    REGISTER = "register the client"
    READ = "show the registration"
    UPDATE = "change the registration"
    DELETE = "delete the registration"


def refusal(response: http.Response, role: Role, *, with_token: bool) -> errors.ApiError:
    """The error for an answer that is no success.

    400 ``access_denied``, 401 and 403 all say that the token is refused: providers differ.

    Args:
        response: read to its end, its ``request`` set.
        role: what was asked.
        with_token: whether a token went with the request.
    """
    status = response.status_code
    body = parsed(response.content)
    members = body if isinstance(body, dict) else {}
    code = members.get("error")
    code = code if isinstance(code, str) else ""
    exchange = exchange_of(response, _words(response))
    host = host_of(response.request)
    if role is not Role.DISCOVERY and (status in {401, 403} or code in _TOKEN_ERRORS):
        return errors.TokenRefused(_token_sentence(host, role, status, code, with_token), exchange)
    if role in {Role.READ, Role.UPDATE, Role.DELETE} and status in {404, 410}:
        return errors.NotFound(
            f"{host} does not know this registration ({status}): the client was deleted there, "
            "or the address is wrong. If it is gone, forget it here.",
            exchange,
        )
    if role is not Role.DISCOVERY and status in {405, 501}:
        return errors.NotSupported(f"{host} does not let anyone {role.value} ({status}).", exchange)
    if status == 404:
        return errors.NotProvider(
            f"There is nothing at {exchange.url} (404). Check the provider's address.", exchange
        )
    if code or status in {400, 422}:
        return _invalid(host, code, status, members, exchange)
    return from_response(response)


def explained(error: errors.InvalidMetadata, sent: Json) -> errors.InvalidMetadata:
    """``error``, telling what to do where a provider insists on a redirect URI.

    RFC 7591 section 2 wants none of a client that uses only client credentials.
    """
    if not isinstance(sent, dict) or sent.get("redirect_uris") != []:
        return error
    if "redirect_uris" not in error.members:
        return error
    error.sentence = (
        f"{error.sentence} No redirect URI was sent, because these grants need none: this "
        "provider seems to want one all the same."
    )
    return error


def foreign_answer(response: http.Response, role: Role) -> errors.NotProvider:
    """The error for a success whose body is not what was due."""
    what = "a page" if is_html(response) else "something that is no JSON object"
    words = _words(response) if is_html(response) else ""
    exchange = exchange_of(response, words, may_have_happened=True)
    lost = LOST_WRITE if exchange.may_have_happened else ""
    return errors.NotProvider(
        f"{exchange.url} answered with {what} ({response.status_code}) when asked to "
        f"{role.value}. Check the address, and whether a proxy or a sign-in page stands before "
        f"it.{lost}",
        exchange,
    )


def members_named(description: str) -> tuple[str, ...]:
    """The registration members that a refusal's text names, in its order."""
    known = {*row_of_name(), *tagged_rows()}
    found = (name for name in re.findall(_NAME, description) if name in known)
    return tuple(dict.fromkeys(name for name in found if "_" in name or name in _SINGLE_WORDS))


def _words(response: http.Response) -> str:
    return words_of(response, secrets_of(response.request))


def _invalid(
    host: str, code: str, status: int, members: JsonObject, exchange: errors.Exchange
) -> errors.InvalidMetadata:
    known = REFUSALS.get(code)
    said = members_named(f"{_text(members, 'error_description')} {_text(members, 'reason')}")
    concerned = tuple(dict.fromkeys([*(known.members if known else ()), *said]))
    if known is not None and not (known.generic and concerned):
        why = known.sentence
    elif concerned:
        why = f"does not accept {', '.join(concerned)}"
    else:
        why = f"does not accept the request ({plain(code, 60) or status})"
    hint = known.hint if known is not None else "Correct it, then try again."
    return errors.InvalidMetadata(f"{host} {why}. {hint}", exchange, concerned, code)


def _text(members: JsonObject, name: str) -> str:
    value: Json = members.get(name)
    return value[:2_000] if isinstance(value, str) else ""


def _token_sentence(host: str, role: Role, status: int, code: str, with_token: bool) -> str:
    said = f"{code or status}"
    if role is Role.REGISTER:
        if with_token:
            return (
                f"{host} refuses the initial access token ({plain(said, 60)}). It may have "
                "expired or been used before: get a fresh one for each client."
            )
        return (
            f"{host} does not register clients without leave ({plain(said, 60)}). Use an initial "
            "access token or a software statement of the provider."
        )
    return (
        f"{host} refuses the registration access token ({plain(said, 60)}), so it does not "
        f"{role.value}. It may have been replaced, used up or revoked, or the client is gone. "
        "Nobody but the provider can give a new one."
    )
