"""Redirect URIs: when they are needed, and which ones are allowed."""

from fnmatch import fnmatchcase

from tui.models.enums import GrantType, ResponseType
from tui.sandbox.oauth_errors import OAuthFailure
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.checks.uris import split
from tui.sandbox.registration.errors import invalid_redirect_uri

_LOCAL = frozenset({"localhost", "127.0.0.1"})

_FORBIDDEN = ("*.attacker.com/*",)
"""The server's ``clientBlackList`` as it is shipped; its ``clientWhiteList`` lets all in."""

_WITHOUT = frozenset({GrantType.DEVICE_CODE, GrantType.PASSWORD, GrantType.CLIENT_CREDENTIALS})
"""Grants for which a client needs no redirect URI, although its response type is ``code``."""


def check_redirect_uris(checked: Checked) -> None:
    """They are there if a grant or response type needs them, absolute and without fragment.

    A web client's may be ``http`` only on this machine.
    """
    uris = checked.texts("redirect_uris")
    if not uris and _needed(checked):
        raise invalid_redirect_uri(
            "redirect_uris is empty, but these grant_types and response_types need one."
        )
    web = checked.text("application_type") == "web"
    for uri in uris:
        if "#" in uri:
            raise invalid_redirect_uri(f"redirect_uris: {uri} has a fragment.")
        parts = split(uri)
        if parts is None:
            raise invalid_redirect_uri(f"redirect_uris: {uri} is not an absolute URI.")
        if web and parts.scheme == "http" and parts.hostname not in _LOCAL:
            raise invalid_redirect_uri(
                f"redirect_uris: {uri} is http, which a web client may use for localhost only."
            )
        place = f"{parts.hostname or ''}{parts.path or '/'}"
        if any(fnmatchcase(place, pattern) for pattern in _FORBIDDEN):
            raise invalid_redirect_uri(f"redirect_uris: {uri} is forbidden here.")


def check_claims_redirect_uris(checked: Checked) -> None:
    """UMA 2.0 Grant section 3.3.2: those too are absolute and without fragment."""
    for uri in checked.texts("claims_redirect_uri"):
        if "#" in uri or split(uri) is None:
            raise OAuthFailure(
                400,
                "invalid_claims_redirect_uri",
                f"claims_redirect_uri: {uri} is not an absolute URI without fragment.",
            )


def _needed(checked: Checked) -> bool:
    grants = set(checked.texts("grant_types"))
    types = set(checked.texts("response_types"))
    if grants & {GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT}:
        return True
    if types & {ResponseType.TOKEN, ResponseType.ID_TOKEN}:
        return True
    return ResponseType.CODE in types and not grants & _WITHOUT
