"""From what registration endpoints answer to errors with a sentence and the members concerned."""

from enum import Enum

from tui.api import errors, http
from tui.api.registration.naming import members_named
from tui.api.registration.refusals import REFUSALS
from tui.api.response_failures import exchange_of, from_response
from tui.api.words import LOST_WRITE, host_of, is_html, parsed, plain, secrets_of, words_of
from tui.models.json import Json, JsonObject
from tui.models.registration.members import IDENTITY_MEMBERS

_DENIED = "access_denied"
"""The token is refused, or what the members ask for that the provider's words name."""

_TOKEN_ERRORS = frozenset({_DENIED, "invalid_token", "unauthorized_client"})
_NOT_WISHES = IDENTITY_MEMBERS | {"scope"}
"""Members that the refusal of a token may name, though nothing is wrong with them."""

_OWN_FAULT = frozenset({408, 409, 425, 429})
"""Statuses below 500 that say nothing about what was sent."""


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
    said = members_named(f"{_text(members, 'error_description')} {_text(members, 'reason')}")
    if role in {Role.REGISTER, Role.UPDATE} and code == _DENIED and status != 401:
        wishes = tuple(name for name in said if name not in _NOT_WISHES)
        if wishes and "access token" not in exchange.server_words:
            return _denied(host, wishes, exchange)
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
    if status < 500 and status not in _OWN_FAULT and (code or status in {400, 422}):
        return _invalid(host, code, status, said, exchange)
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
    # What begins like JSON may be an answer that was cut, with a secret in it.
    is_text = not response.content.lstrip().startswith((b"{", b"["))
    words = _words(response) if is_text else ""
    exchange = exchange_of(response, words, may_have_happened=True)
    lost = LOST_WRITE if exchange.may_have_happened else ""
    return errors.NotProvider(
        f"{exchange.url} answered with {what} ({response.status_code}) when asked to "
        f"{role.value}. Check the address, and whether a proxy or a sign-in page stands before "
        f"it.{lost}",
        exchange,
    )


def _words(response: http.Response) -> str:
    return words_of(response, secrets_of(response.request))


def _invalid(
    host: str, code: str, status: int, said: tuple[str, ...], exchange: errors.Exchange
) -> errors.InvalidMetadata:
    """The refusal of what the client asks for; ``said`` are the members in the host's words."""
    known = REFUSALS.get(code)
    always = known.members if known is not None else ()
    meant = tuple(name for name in said if name in always) or always
    concerned = tuple(dict.fromkeys([*meant, *said]))
    if known is not None and not (known.generic and concerned):
        why = known.sentence
    elif concerned:
        why = f"does not accept {', '.join(concerned)}"
    else:
        why = f"does not accept the request ({plain(code, 60) or status})"
    hint = known.hint if known is not None else "Correct it, then try again."
    return errors.InvalidMetadata(f"{host} {why}. {hint}", exchange, concerned, code)


def _denied(
    host: str, wishes: tuple[str, ...], exchange: errors.Exchange
) -> errors.InvalidMetadata:
    """The refusal of something that the provider does for some, or wants of everybody."""
    return errors.InvalidMetadata(
        f"{host} denies this because of {', '.join(wishes)}. Its own words say whether it is "
        "lacking or too much; who runs the provider can allow it.",
        exchange,
        wishes,
        _DENIED,
    )


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
            "access token or a software statement of the provider, unless registration is "
            "switched off there."
        )
    return (
        f"{host} refuses the registration access token ({plain(said, 60)}), so it does not "
        f"{role.value}. It may have been replaced, used up or revoked, or the client is gone. "
        "Nobody but the provider can give a new one."
    )
