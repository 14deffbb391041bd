"""Grant types, and the response types that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import OAUTH_SECURITY, SPEC_REGISTRATION, Finding, Severity
from tui.checks.reading import attributes, is_public, response_words
from tui.checks.text import listed
from tui.models.enums import GrantType, ResponseType

if TYPE_CHECKING:
    from tui.models.client import Client

_GRANTS = "grantTypes"
_ANSWERS = "responseTypes"
_AUTH = ("tokenEndpointAuthMethod", "attributes.additionalTokenEndpointAuthMethods")
_CONFIDENTIAL = (GrantType.CLIENT_CREDENTIALS, GrantType.CIBA)
_GIVE_REFRESH_TOKENS = frozenset(
    {
        GrantType.AUTHORIZATION_CODE,
        GrantType.PASSWORD,
        GrantType.DEVICE_CODE,
        GrantType.CIBA,
        GrantType.TOKEN_EXCHANGE,
    }
)
_OUTDATED = {
    GrantType.IMPLICIT: ("the implicit grant", "use authorization_code with PKCE", "2.1.2"),
    GrantType.PASSWORD: ("the password grant", "let people sign in at the server", "2.4"),
}


def response_types(client: Client) -> Iterator[Finding]:
    """Whether each response type has its grant and each grant its response type."""
    grants, answers = set(client.grant_types or ()), response_words(client)
    in_browser = answers & {ResponseType.TOKEN, ResponseType.ID_TOKEN}
    hybrid = ResponseType.CODE in answers and ResponseType.TOKEN not in answers
    if ResponseType.CODE in answers and GrantType.AUTHORIZATION_CODE not in grants:
        message = "The response type code needs the grant authorization_code: add it."
        yield _mismatch(_ANSWERS, message)
    if in_browser and not hybrid and GrantType.IMPLICIT not in grants:
        message = f"{listed(sorted(in_browser))} needs the grant implicit: add it or use code."
        yield _mismatch(_ANSWERS, message)
    if GrantType.AUTHORIZATION_CODE in grants and ResponseType.CODE not in answers:
        message = "The grant authorization_code needs the response type code: add it."
        yield _mismatch(_GRANTS, message)
    if GrantType.IMPLICIT in grants and not in_browser:
        message = "The grant implicit does nothing without token or id_token: remove it."
        yield _mismatch(_GRANTS, message)


def outdated(client: Client) -> Iterator[Finding]:
    """Grants and response types that OAuth 2.1 leaves out."""
    grants = client.grant_types or []
    for index, grant in enumerate(grants):
        if grant in _OUTDATED:
            what, instead, section = _OUTDATED[GrantType(grant)]
            message = f"OAuth 2.1 no longer has {what}: {instead}."
            source = f"{OAUTH_SECURITY} section {section}"
            yield Finding(_GRANTS, Severity.WARNING, message, index, source)
    for index, answer in enumerate(client.response_types or []):
        if ResponseType.TOKEN in answer.split():
            message = "token puts access tokens into addresses, where they leak: use code."
            source = f"{OAUTH_SECURITY} section 2.1.2"
            yield Finding(_ANSWERS, Severity.WARNING, message, index, source)


def refresh_token(client: Client) -> Iterator[Finding]:
    """A refresh token has to come from another grant."""
    grants = set(client.grant_types or ())
    if GrantType.REFRESH_TOKEN in grants and not grants & _GIVE_REFRESH_TOKENS:
        message = "No grant of this client gives a refresh token: remove refresh_token."
        yield Finding(_GRANTS, Severity.WARNING, message, None, "RFC 6749 section 6")


def public_client(client: Client) -> Iterator[Finding]:
    """What a client that cannot authenticate may not do, and must do."""
    if not is_public(client):
        return
    grants = set(client.grant_types or ())
    for grant in _CONFIDENTIAL:
        if grant in grants:
            message = f"Anyone could use {grant.name.lower()}: choose an authentication method."
            yield Finding(_GRANTS, Severity.ERROR, message, None, "RFC 6749 section 4.4", _AUTH)
    if GrantType.AUTHORIZATION_CODE in grants and not attributes(client).require_pkce:
        message = "This client has no secret, stolen codes work for anyone: turn Require PKCE on."
        source = f"{OAUTH_SECURITY} section 2.1.1"
        related = (_GRANTS, *_AUTH)
        yield Finding("attributes.requirePkce", Severity.WARNING, message, None, source, related)


def _mismatch(path: str, message: str) -> Finding:
    related = (_ANSWERS if path == _GRANTS else _GRANTS,)
    return Finding(path, Severity.WARNING, message, None, SPEC_REGISTRATION, related)
