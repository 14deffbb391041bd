"""From what httpx raises to the errors of this layer."""

import errno
import socket
import ssl
from collections.abc import Iterable, Iterator

from tui.api import errors, http, retry
from tui.api.certificates import (
    BrokeOffError,
    CertificateRefusedError,
    Shown,
    certificate_sentence,
)
from tui.api.proxies import ProxyFailedError, proxy_sentence
from tui.api.request import READS
from tui.api.words import LOST_WRITE, host_of, plain, url_of

_NOTHING_SENT = (
    http.ConnectError,
    http.ConnectTimeout,
    http.PoolTimeout,
    http.ProxyError,
    http.UnsupportedProtocol,
)


def causes(problem: BaseException) -> Iterator[BaseException]:
    """``problem`` and what lies behind it, the first of a group standing for all."""
    seen: list[BaseException] = []
    current: BaseException | None = problem
    while current is not None and current not in seen:
        seen.append(current)
        yield current
        if isinstance(current, BaseExceptionGroup):
            current = current.exceptions[0]
        else:
            current = current.__cause__ or current.__context__


def fault_of(problem: http.HTTPError) -> retry.Fault:
    """What a failed try means for the next one."""
    if any(isinstance(cause, ssl.SSLError) for cause in causes(problem)):
        return retry.Fault.LASTING
    if isinstance(problem, http.TimeoutException):
        return retry.Fault.TIMED_OUT
    if isinstance(problem, http.ConnectError):
        return retry.Fault.REFUSED
    if isinstance(problem, http.ReadError | http.WriteError | http.RemoteProtocolError):
        return retry.Fault.BROKEN
    return retry.Fault.LASTING


def from_exception(
    problem: Exception, request: http.Request, *, in_flight: bool = True
) -> errors.ApiError:
    """The error for an exception of httpx, or for the time-out of a whole call.

    Args:
        problem: what was raised; its own text is not used, it can hold header values.
        request: the request as the caller meant it (not the token request in its way).
        in_flight: whether ``request`` had been handed to the network.
    """
    host = host_of(request)
    lost = request.method not in READS and in_flight and not isinstance(problem, _NOTHING_SENT)
    exchange = errors.Exchange(request.method, url_of(request), may_have_happened=lost)
    after = LOST_WRITE if lost else ""
    chain = list(causes(problem))
    shown = problem.shown if isinstance(problem, CertificateRefusedError) else None
    for cause in chain:
        if isinstance(cause, ssl.SSLError):
            return errors.TlsProblem(_tls_sentence(cause, host, shown) + after, exchange)
    if isinstance(problem, http.ConnectTimeout | http.PoolTimeout):
        return errors.TimedOut(
            f"{host} could not be connected to in time. Check the address, the network and "
            "the firewall, then try again.",
            exchange,
        )
    if isinstance(problem, http.TimeoutException | TimeoutError):
        return errors.TimedOut(
            f"{host} did not answer in time.{after or ' Try again, or raise the time limit.'}",
            exchange,
        )
    if isinstance(problem, http.DecodingError):
        return errors.NotConfigApi(
            f"The answer of {host} is damaged: it cannot be unpacked. Check whether a proxy "
            f"stands before it.{after}",
            exchange,
        )
    if isinstance(problem, http.ConnectError):
        return errors.Unreachable(_connect_sentence(chain, host), exchange)
    if isinstance(problem, ProxyFailedError):
        return errors.Unreachable(proxy_sentence(problem, chain, host), exchange)
    if isinstance(problem, http.ProxyError):
        return errors.Unreachable(
            f"The proxy on the way to {host} refused. Check the proxy variables of the "
            "environment.",
            exchange,
        )
    hint = "Try again."
    if isinstance(problem, BrokeOffError):
        hint = "It may not accept the client certificate: check that, and whom the server trusts."
        if problem.why:
            hint = f"The client certificate {problem.why}."
    return errors.Unreachable(f"The connection to {host} broke off.{after or f' {hint}'}", exchange)


_ALERTS = {
    "CERTIFICATE_REQUIRED": "wants to see a client certificate, and none was shown. Name "
    "certificate and key in the profile, or by -CC and -CK",
    "UNKNOWN_CA": "does not accept the client certificate: it does not know who issued it. Have "
    "it issued by an authority that the server trusts",
    "CERTIFICATE_EXPIRED": "does not accept the client certificate: it has expired. Renew it",
    "CERTIFICATE_REVOKED": "does not accept the client certificate: it was revoked. Get another",
    "BAD_CERTIFICATE": "does not accept the client certificate. Check certificate and key",
    "CERTIFICATE_UNKNOWN": "does not accept the client certificate. Check certificate and key",
}
"""What a server says against a client's certificate (RFC 8446 section 6.2)."""


def _tls_sentence(problem: ssl.SSLError, host: str, shown: Shown | None) -> str:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return certificate_sentence(problem, shown, host)
    # Only errors that OpenSSL itself reports have a reason.
    reason = getattr(problem, "reason", None) or "protocol error"
    if reason in {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST"}:
        return f"{host} does not speak TLS on this port. Check the address and the port."
    for alert, said in _ALERTS.items():
        if reason.endswith(f"ALERT_{alert}"):
            return f"{host} {said}."
    why = plain(reason.replace("_", " ").lower(), 100)
    return f"No safe connection to {host}: {why}. Check the server's TLS settings."


def _connect_sentence(chain: Iterable[BaseException], host: str) -> str:
    for cause in chain:
        if isinstance(cause, socket.gaierror):
            return f"The name of {host} cannot be resolved. Check its spelling and the network."
        if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
            return (
                f"{host} refuses connections: nothing listens there. Check the port, and that "
                "the server runs."
            )
        if isinstance(cause, OSError) and cause.errno in {errno.ENETUNREACH, errno.EHOSTUNREACH}:
            return f"There is no network route to {host}. Check the network or the VPN."
    return f"{host} could not be connected to. Check the address and the network."
