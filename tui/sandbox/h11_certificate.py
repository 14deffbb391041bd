"""HTTP/1.1 by uvicorn, with the client's certificate handed to the application."""

import asyncio
import ssl
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol


class CertificateProtocol(H11Protocol):
    """Adds the TLS extension of ASGI to every request, which uvicorn does not."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Look at the certificate once, for all requests of the connection."""
        super().connection_made(transport)
        connection: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
        der = connection.getpeercert(binary_form=True) if connection else None
        if der is None:
            return
        pem = ssl.DER_cert_to_PEM_cert(der)
        app = self.app

        async def with_certificate(scope: Any, receive: Any, send: Any) -> None:
            tls = {
                "server_cert": None,
                "client_cert_chain": [pem],
                "client_cert_name": None,
                "client_cert_error": None,
                "tls_version": None,
                "cipher_suite": None,
            }
            extensions = {**(scope.get("extensions") or {}), "tls": tls}
            await app({**scope, "extensions": extensions}, receive, send)

        self.app = with_certificate
