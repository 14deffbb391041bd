"""The address of a server, as a person writes it."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def server_address(text: str) -> str:
    """``text`` as a base URL: ``https://host[:port][/path]``, without a slash at its end.

    A bare host means HTTPS.

    Raises:
        ValueError: it cannot be used; the text is a sentence.
    """
    text = text.strip()
    text = (text if "://" in text or not text else f"https://{text}").rstrip("/")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"} or not text.isprintable() or " " in text:
        raise ValueError("The server's address must look like https://host or https://host:port.")
    if parts.username is not None or parts.password is not None:
        raise ValueError("The server's address must not hold a user name or a password.")
    if parts.query or parts.fragment:
        raise ValueError("The server's address must not hold a '?' or a '#'.")
    if parts.scheme == "http" and not _is_this_machine(host):
        raise ValueError("Only this machine may be spoken to without TLS: use https://.")
    return text


def _is_this_machine(host: str) -> bool:
    """Whether ``host`` is a loopback name or address (RFC 6761 section 6.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
