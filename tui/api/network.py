"""The real network: TLS verified, set up off the event loop when first needed."""

import asyncio
import os
import ssl
from pathlib import Path

from tui.api import http
from tui.api.certificates import BrokeOffError, CertificateRefusedError, look_at, out_of_date
from tui.api.config import ApiConfig, ClientCertificate
from tui.api.errors import TlsProblem
from tui.api.lanes import Lanes
from tui.api.network_failures import causes
from tui.api.proxies import ProxyAddress, as_httpx, failed, proxy_for

MOST = 16
"""Connections to one server."""


def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """A context that verifies the certificate and the host name.

    It trusts ``ca_file``, else ``SSL_CERT_FILE``, else the system's authorities, else
    certifi's where the system has none. Takes tens of ms.

    Raises:
        TlsProblem: the CA file cannot be used.
    """
    chosen = ca_file or os.environ.get("SSL_CERT_FILE") or None
    if chosen is None:
        context = ssl.create_default_context()
        if not _system_has_authorities(context):
            import certifi

            context.load_verify_locations(certifi.where())
        return context
    try:
        return ssl.create_default_context(cafile=chosen)
    except ssl.SSLError:
        why = "it holds no certificate in PEM form"
    except OSError as problem:
        why = problem.strerror or "it cannot be read"
    raise TlsProblem(
        f"The CA file {chosen} cannot be used: {why}. Nothing was sent. Choose a PEM file with "
        "the certificates to trust."
    )


def connection_context(config: ApiConfig) -> ssl.SSLContext:
    """As ``tls_context``, with the client's certificate; unverified only if ``insecure``.

    Raises:
        TlsProblem: the CA file or the client's certificate cannot be used.
    """
    context = tls_context(config.ca_file)
    if config.insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if config.certificate is not None:
        _show(context, config.certificate)
    return context


def _show(context: ssl.SSLContext, own: ClientCertificate) -> None:
    """Show the client's certificate to servers that ask."""
    try:
        # Without a function OpenSSL would ask at the terminal.
        context.load_cert_chain(own.certificate, own.key, lambda: own.password)
    except ssl.SSLError as problem:
        reason = (problem.reason or "").lower()
        wrong = "decrypt" in reason or "password" in reason or "bad pass" in reason
        why = "the password of its key is wrong" if wrong else "they do not fit together"
    except OSError as problem:
        why = problem.strerror or "it cannot be read"
    else:
        return
    raise TlsProblem(
        f"The client certificate {own.certificate} with the key {own.key} cannot be used: {why}. "
        "Nothing was sent. Both must be PEM files that belong together."
    )


def _system_has_authorities(context: ssl.SSLContext) -> bool:
    """OpenSSL reads a folder of authorities only as it needs them, so look into it too."""
    if context.cert_store_stats()["x509_ca"]:
        return True
    folder = ssl.get_default_verify_paths().capath
    return folder is not None and any(Path(folder).iterdir())


class NetworkTransport(http.AsyncBaseTransport):
    """Connections to one server; nothing is built before the first request."""

    def __init__(self, config: ApiConfig) -> None:
        self._config = config
        self._transport: Lanes | None = None
        self._proxy: ProxyAddress | None = None
        self._building = asyncio.Lock()

    async def handle_async_request(self, request: http.Request) -> http.Response:
        """Send ``request`` and return its answer, the body still to be read."""
        async with self._building:
            if self._transport is None:
                self._transport = await asyncio.to_thread(self._build)
        try:
            return await self._transport.handle_async_request(request)
        except (http.RemoteProtocolError, http.ReadError) as problem:
            said = any(isinstance(one, ssl.SSLError) for one in causes(problem))
            if said or self._config.certificate is None:
                raise
            own = self._config.certificate.certificate
            raise BrokeOffError(await asyncio.to_thread(out_of_date, own)) from problem
        except http.ConnectError as problem:
            why = next(
                (one for one in causes(problem) if isinstance(one, ssl.SSLCertVerificationError)),
                None,
            )
            if why is None:
                if self._proxy is None:
                    raise
                raise failed(self._proxy, problem) from problem
            # Through a proxy it would not be seen.
            url, direct = request.url, self._proxy is None
            shown = await asyncio.to_thread(look_at, url.host, url.port or 443) if direct else None
        except http.ProxyError as problem:
            if self._proxy is None:
                raise
            raise failed(self._proxy, problem) from problem
        raise CertificateRefusedError(why, shown) from why

    async def aclose(self) -> None:
        """Close the connections."""
        if self._transport is not None:
            await self._transport.aclose()

    def _build(self) -> Lanes:
        context = connection_context(self._config)
        self._proxy = proxy_for(http.URL(self._config.base_url))
        proxy = as_httpx(self._proxy, lambda: tls_context(None))
        # Four seconds: a common server closes idle connections after five, and a write that
        # meets the closing cannot be sent again.
        limits = http.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=4.0)
        return Lanes(
            lambda: http.AsyncHTTPTransport(
                verify=context, trust_env=False, proxy=proxy, limits=limits
            ),
            MOST,
        )
