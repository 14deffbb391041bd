"""Where the server stands, as its caller sees it."""

from starlette.requests import Request

CONFIG_API = "/jans-config-api/api/v1"
AUTH = "/jans-auth/restv1"


def base_url(request: Request) -> str:
    """Scheme, host and port of the request, which is also the issuer; no slash at the end."""
    return f"{request.url.scheme}://{request.url.netloc}"
