"""Client-Initiated Backchannel Authentication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import JANS_REGISTRATION, Finding, Severity
from tui.checks.reading import has_keys
from tui.checks.text import shown
from tui.models.enums import GrantType, SubjectType, TokenDeliveryMode

if TYPE_CHECKING:
    from tui.models.client import Client

_MODE = "backchannelTokenDeliveryMode"
_ENDPOINT = "backchannelClientNotificationEndpoint"
_SIGNING = "backchannelAuthenticationRequestSigningAlg"
_GRANTS = "grantTypes"
_SPEC = "OpenID Connect CIBA Core 1.0 section 4"


def ciba(client: Client) -> Iterator[Finding]:
    """Delivery mode, notification endpoint, grant, keys and request signature."""
    granted = GrantType.CIBA in (client.grant_types or ())
    mode = client.backchannel_token_delivery_mode
    yield from _signature(client)
    if not mode:
        yield from _no_mode(client, granted)
        return
    if mode != TokenDeliveryMode.POLL and not client.backchannel_client_notification_endpoint:
        message = (
            f"The mode {shown(mode)} needs an address to notify: add the notification endpoint."
        )
        yield Finding(_ENDPOINT, Severity.ERROR, message, None, _SPEC, (_MODE,))
    if mode == TokenDeliveryMode.PUSH:
        return
    if not granted:
        message = f"The mode {shown(mode)} does nothing without the grant {GrantType.CIBA}: add it."
        yield Finding(_MODE, Severity.WARNING, message, None, JANS_REGISTRATION, (_GRANTS,))
    elif client.subject_type == SubjectType.PAIRWISE and not has_keys(client):
        message = (
            f"Pairwise subjects with the mode {shown(mode)} need keys: add a JWKS or its address."
        )
        related = ("subjectType", "jwks", "jwksUri", _GRANTS)
        yield Finding(_MODE, Severity.ERROR, message, None, JANS_REGISTRATION, related)


def _no_mode(client: Client, granted: bool) -> Iterator[Finding]:
    if granted:
        message = "The grant for CIBA needs a token delivery mode: choose poll, ping or push."
        yield Finding(_MODE, Severity.ERROR, message, None, _SPEC, (_GRANTS,))
    elif (
        client.backchannel_client_notification_endpoint
        or client.backchannel_authentication_request_signing_alg
        or client.backchannel_user_code_parameter
    ):
        message = "The CIBA settings do nothing without a token delivery mode: choose one."
        related = (_ENDPOINT, _SIGNING, "backchannelUserCodeParameter")
        yield Finding(_MODE, Severity.WARNING, message, None, JANS_REGISTRATION, related)


def _signature(client: Client) -> Iterator[Finding]:
    alg = client.backchannel_authentication_request_signing_alg or ""
    if alg == "none" or alg.startswith("HS"):
        message = (
            f"Authentication requests cannot be signed with {shown(alg)}: choose RS, PS or ES."
        )
        yield Finding(_SIGNING, Severity.ERROR, message, None, _SPEC)
