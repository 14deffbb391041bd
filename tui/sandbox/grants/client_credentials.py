"""``client_credentials`` (RFC 6749 section 4.4), and Jans' way from a user's role to scopes."""

from tui.models.json import JsonObject
from tui.sandbox.grants.grant import TokenRequest
from tui.sandbox.grants.issuing import issue
from tui.sandbox.grants.scopes import granted, held_scopes
from tui.sandbox.oauth_errors import invalid_grant

NAME = "client_credentials"


def client_credentials(request: TokenRequest) -> JsonObject:
    """A token for the client itself.

    Scopes that the client does not have are left out silently; without ``scope`` it gets all.
    With ``ujwt``, an answer of the userinfo endpoint, a client that has the script for it gets
    the scopes of that user's role as well.

    Raises:
        OAuthFailure: ``invalid_grant``, the ``ujwt`` is not good.
    """
    scopes = granted(request.fields.get("scope"), held_scopes(request.store, request.client))
    if "ujwt" in request.fields and _derives_scopes(request.client):
        scopes = list(dict.fromkeys([*scopes, *_scopes_of_user(request)]))
    return issue(request, NAME, scopes)


def _derives_scopes(client: JsonObject) -> bool:
    """Whether the script that a Jans installation gives to its terminal tool is set."""
    from tui.sandbox.seed.scripts import ROLE_SCRIPT

    attributes = client.get("attributes")
    scripts = attributes.get("updateTokenScriptDns") if isinstance(attributes, dict) else None
    return isinstance(scripts, list) and ROLE_SCRIPT in scripts


def _scopes_of_user(request: TokenRequest) -> list[str]:
    from tui.sandbox.signing import own_claims
    from tui.sandbox.users import scopes_of_role

    folder = request.sandbox.settings.data_folder
    # By its kind, for in a software statement people write what claims they like.
    claims = own_claims(folder, request.fields["ujwt"], "JWT") or {}
    good = claims.get("iss") == request.issuer and claims.get("aud") == request.client_id
    expires = claims.get("exp")
    if not good or "jansAdminUIRole" not in claims or not isinstance(expires, int):
        raise invalid_grant("The ujwt is no userinfo JWT of this server for this client.")
    if expires <= request.sandbox.now:
        raise invalid_grant("The ujwt has expired.")
    roles = claims["jansAdminUIRole"]
    return [scope for role in roles for scope in scopes_of_role(request.store, str(role))]
