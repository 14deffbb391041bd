"""Who may do what with software statement assertions."""

from collections.abc import Collection

from starlette.requests import Request

from tui.sandbox.registration.access import bearer
from tui.sandbox.registration.errors import TokenRefused
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.ssa.errors import unauthorized_client
from tui.sandbox.store import Store
from tui.sandbox.tokens import Token, find

ADMIN = "https://jans.io/auth/ssa.admin"
PORTAL = "https://jans.io/auth/ssa.portal"
DEVELOPER = "https://jans.io/auth/ssa.developer"


def authorized(sandbox: Sandbox, store: Store, request: Request, scopes: Collection[str]) -> Token:
    """The request's access token, which has at least one of ``scopes``.

    Raises:
        OAuthFailure: 401, there is none that is good, or it has none of them.
    """
    token = find(store, bearer(request))
    if token is None or not token.good("access_token", sandbox.now):
        raise TokenRefused("The access token is missing or not valid.")
    if not token.scope_set.intersection(scopes):
        raise unauthorized_client()
    return token
