"""Making tokens, and the answer of the token endpoint (RFC 6749 section 5.1)."""

import uuid
from collections.abc import Sequence

from tui.models.json import JsonObject
from tui.models.secrets import random_text
from tui.sandbox.grants.grant import TokenRequest
from tui.sandbox.tokens import Token, remember, token_hash

ACCESS_SECONDS = 300
"""How long an access token lives if its client does not say."""

REFRESH_SECONDS = 14400
"""How long a refresh token lives if its client does not say."""

ID_TOKEN_SECONDS = 3600
"""How long an ID token lives if its client does not say."""


def issue(
    request: TokenRequest,
    grant_type: str,
    scopes: Sequence[str],
    role: str | None = None,
    grant_id: str = "",
    refresh_token: bool = False,
) -> JsonObject:
    """Issue an access token and, if wanted, a refresh token; return the token response.

    ``role`` is that of the user for whom it is issued, None when it is for the client itself.
    ``grant_id`` ties it to the sign-in that it continues; a new sign-in has none yet.
    """
    from tui.sandbox.signing import sign
    from tui.sandbox.users import USER

    sandbox, now = request.sandbox, request.sandbox.now
    grant_id = grant_id or str(uuid.uuid4())
    seconds = _seconds(request.client.get("accessTokenLifetime"), ACCESS_SECONDS)
    scope = " ".join(scopes)
    claims = {
        "iss": request.issuer,
        "sub": request.client_id if role is None else USER.inum,
        "aud": request.client_id,
        "client_id": request.client_id,
        "scope": scope,
        "jti": str(uuid.uuid4()),
        "iat": now,
        "exp": now + seconds,
    }
    token = sign(sandbox.settings.data_folder, claims, "at+jwt", warn=sandbox.settings.warn)
    common = (request.client_id, grant_type, scope, now)
    access = Token(token_hash(token), *common, now + seconds, "access_token", grant_id, role)
    answer: JsonObject = {
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": seconds,
        "scope": scope,
    }
    if not refresh_token:
        remember(request.store, access)
        return answer
    made = random_text(32)
    ends = now + _seconds(request.client.get("refreshTokenLifetime"), REFRESH_SECONDS)
    refresh = Token(token_hash(made), *common, ends, "refresh_token", grant_id, role)
    remember(request.store, access, refresh)
    return answer | {"refresh_token": made}


def id_token(request: TokenRequest) -> str:
    """An ID token for the user (OpenID Connect Core 1.0 section 2)."""
    from tui.sandbox.signing import sign
    from tui.sandbox.users import USER

    attributes = request.client.get("attributes")
    lifetime = attributes.get("idTokenLifetime") if isinstance(attributes, dict) else None
    now = request.sandbox.now
    claims = {
        "iss": request.issuer,
        "sub": USER.inum,
        "aud": request.client_id,
        "iat": now,
        "exp": now + _seconds(lifetime, ID_TOKEN_SECONDS),
        "auth_time": now,
    }
    algorithm = request.client.get("idTokenSignedResponseAlg")
    return sign(request.sandbox.settings.data_folder, claims, "JWT", algorithm)


def _seconds(value: object, default: int) -> int:
    return value if isinstance(value, int) and value > 0 else default
