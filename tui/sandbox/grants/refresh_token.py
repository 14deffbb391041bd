"""``refresh_token`` (RFC 6749 section 6)."""

from tui.models.json import JsonObject
from tui.sandbox.forms import needed
from tui.sandbox.grants.grant import TokenRequest
from tui.sandbox.grants.issuing import issue
from tui.sandbox.oauth_errors import OAuthFailure, invalid_grant
from tui.sandbox.tokens import find, revoke, revoke_grant

NAME = "refresh_token"


def refresh_token(request: TokenRequest) -> JsonObject:
    """A new access token; with rotation a new refresh token too, and the old one ends.

    A refresh token that comes a second time may be stolen: then everything of its sign-in is
    revoked (RFC 9700 section 4.14.2).

    Raises:
        OAuthFailure: ``invalid_grant``; ``invalid_scope`` for more than was granted.
    """
    found = find(request.store, needed(request.fields, "refresh_token"))
    if found is None or found.kind != "refresh_token" or found.client != request.client_id:
        raise invalid_grant("The refresh token is not known.")
    if found.revoked:
        revoke_grant(request.store, found.grant_id)
        raise invalid_grant("The refresh token was used before or revoked.")
    if found.expires <= request.sandbox.now:
        raise invalid_grant("The refresh token has expired.")
    wanted = request.fields.get("scope", found.scopes).split()
    if not found.scope_set.issuperset(wanted):
        raise OAuthFailure(400, "invalid_scope", "That is more than was granted at first.")
    scopes = list(dict.fromkeys(wanted))
    rotate = request.sandbox.settings.rotate_refresh_tokens
    if rotate and not revoke(request.store, found.hash):
        raise invalid_grant("The refresh token was used before or revoked.")
    return issue(request, found.grant_type, scopes, found.role, found.grant_id, rotate)
