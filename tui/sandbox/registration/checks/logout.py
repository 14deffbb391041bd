"""Logout URIs (OpenID Connect Front-Channel and Back-Channel Logout 1.0)."""

from tui.sandbox.oauth_errors import OAuthFailure
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.checks.uris import https, split


def check_logout_uris(checked: Checked) -> None:
    """Both are https, and on a host that the client has a redirect URI on."""
    hosts = {parts.hostname for parts in map(split, checked.texts("redirect_uris")) if parts}
    for name in ("frontchannel_logout_uri", "backchannel_logout_uri"):
        uri = checked.text(name)
        if not uri:
            continue
        parts = https(uri)
        if parts is None or parts.hostname not in hosts:
            raise OAuthFailure(
                400,
                "invalid_logout_uri",
                f"{name} has to be an https URI on the host of one of the redirect_uris.",
            )
