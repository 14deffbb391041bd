"""``urn:ietf:params:oauth:grant-type:device_code`` (RFC 8628 section 3.4)."""

from tui.models.json import JsonObject
from tui.sandbox import device_codes
from tui.sandbox.forms import needed
from tui.sandbox.grants.grant import TokenRequest
from tui.sandbox.grants.issuing import id_token, issue
from tui.sandbox.oauth_errors import OAuthFailure, invalid_grant

NAME = "urn:ietf:params:oauth:grant-type:device_code"


def device_code(request: TokenRequest) -> JsonObject:
    """The tokens, once somebody has approved; the code serves once.

    A refresh token comes with the scope ``offline_access``, for clients with that grant.

    Raises:
        OAuthFailure: 400 with ``authorization_pending``, ``slow_down``, ``access_denied``,
            ``expired_token`` or ``invalid_grant``.
    """
    store, now = request.store, request.sandbox.clock()
    found = device_codes.by_device_code(store, needed(request.fields, "device_code"))
    if found is None or found.client != request.client_id or found.state == "used":
        raise invalid_grant("The device code is not known or was used before.")
    if found.expires <= now:
        raise OAuthFailure(400, "expired_token", "The device code has expired.")
    if found.state == "denied":
        raise OAuthFailure(400, "access_denied", "The user has denied the request.")
    if found.state == "pending":
        if device_codes.too_early(store, found, now):
            raise OAuthFailure(400, "slow_down", "Wait 5 seconds longer between requests.")
        raise OAuthFailure(400, "authorization_pending", "Nobody has approved the request yet.")
    if not device_codes.use(store, found):
        raise invalid_grant("The device code was used before.")
    scopes = found.scopes.split()
    grants = request.client.get("grantTypes")
    offline = "offline_access" in scopes and isinstance(grants, list) and "refresh_token" in grants
    answer = issue(request, NAME, scopes, found.role or "", refresh_token=offline)
    if "openid" in scopes:
        answer["id_token"] = id_token(request)
    return answer
