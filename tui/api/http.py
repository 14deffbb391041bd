"""The one module that imports httpx; the rest of the layer takes its names from here."""

import sys

# httpx tries to load its own command line (click, rich, pygments) for nothing but
# ``httpx.main``; a None in sys.modules makes that import fail, which httpx expects.
_withheld = "httpx._main" not in sys.modules
if _withheld:
    sys.modules["httpx._main"] = None  # type: ignore[assignment]
try:
    from httpx import (
        URL,
        ASGITransport,
        AsyncBaseTransport,
        AsyncByteStream,
        AsyncClient,
        AsyncHTTPTransport,
        Auth,
        ConnectError,
        ConnectTimeout,
        DecodingError,
        HTTPError,
        InvalidURL,
        Limits,
        LocalProtocolError,
        MockTransport,
        PoolTimeout,
        Proxy,
        ProxyError,
        ReadError,
        ReadTimeout,
        RemoteProtocolError,
        Request,
        Response,
        Timeout,
        TimeoutException,
        TransportError,
        UnsupportedProtocol,
        WriteError,
        WriteTimeout,
    )
finally:
    if _withheld:
        del sys.modules["httpx._main"]

__all__ = [
    "URL",
    "ASGITransport",
    "AsyncBaseTransport",
    "AsyncByteStream",
    "AsyncClient",
    "AsyncHTTPTransport",
    "Auth",
    "ConnectError",
    "ConnectTimeout",
    "DecodingError",
    "HTTPError",
    "InvalidURL",
    "Limits",
    "LocalProtocolError",
    "MockTransport",
    "PoolTimeout",
    "Proxy",
    "ProxyError",
    "ReadError",
    "ReadTimeout",
    "RemoteProtocolError",
    "Request",
    "Response",
    "Timeout",
    "TimeoutException",
    "TransportError",
    "UnsupportedProtocol",
    "WriteError",
    "WriteTimeout",
]
