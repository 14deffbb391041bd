"""The error answers of ``/ssa``."""

from tui.sandbox.oauth_errors import OAuthFailure


def unauthorized_client() -> OAuthFailure:
    """401: the token lacks the scope."""
    return OAuthFailure(401, "unauthorized_client", "The token does not have the scope for this.")


def invalid_ssa_metadata(description: str) -> OAuthFailure:
    """400: a member of a new statement has a value that is not taken."""
    return OAuthFailure(400, "invalid_ssa_metadata", description)


def invalid_jti() -> OAuthFailure:
    """400: there is no such statement, or it is not active."""
    return OAuthFailure(400, "invalid_jti", "There is no active SSA with this jti.")
