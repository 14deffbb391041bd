"""URIs taken apart, and what is wrong with any URI whatever it is for."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from tui.checks.finding import Finding, Severity
from tui.checks.text import shown

DANGEROUS_SCHEMES = frozenset({"javascript", "data", "vbscript", "file", "blob", "about"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST_AND_PORT = re.compile(r"[A-Za-z0-9.-]+:\d+(?:[/?#]|$)")
_FORBIDDEN = re.compile(r'["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
_SPACE_OR_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_RFC_3986 = "RFC 3986 section 2"


@dataclass(frozen=True, slots=True)
class Uri:
    """An absolute URI (RFC 3986). ``scheme`` and ``host`` are in lower case, without brackets.

    ``authority`` is what stands after ``//``, with port and user; "" when there is none.
    """

    scheme: str
    authority: str
    host: str
    path: str
    query: str
    has_fragment: bool

    @property
    def is_loopback(self) -> bool:
        """Whether the host is this very machine (RFC 8252 section 7.3)."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether ``host`` (no brackets) is ``localhost`` or a loopback address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def parse(value: str) -> Uri:
    """Take an absolute URI apart.

    Raises:
        ValueError: it is no absolute URI, with a sentence that says why.
    """
    if not value:
        raise ValueError("The address is empty: fill it in or remove it.")
    if _SPACE_OR_CONTROL.search(value):
        raise ValueError(f"{shown(value)} contains a space or a control character: remove it.")
    if not _SCHEME.match(value) or _HOST_AND_PORT.match(value):
        raise ValueError(f"{shown(value)} is not absolute: begin it with https:// or its scheme.")
    if _FORBIDDEN.search(value):
        raise ValueError(f"{shown(value)} contains a character that a URI must percent-encode.")
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise ValueError(f"{shown(value)} has a host or port that is not valid.") from None
    if not parts.netloc.isascii():
        raise ValueError(f"{shown(value)} has a host that is not ASCII: write it as xn--….")
    if parts.scheme in ("http", "https") and not host:
        raise ValueError(f"{shown(value)} has no host.")
    return Uri(parts.scheme, parts.netloc, host, parts.path, parts.query, "#" in value)


def examine(path: str, value: str, index: int | None) -> tuple[Uri | None, list[Finding]]:
    """Take ``value`` apart and say what no URI may be, whatever it is for.

    Returns:
        The URI, or ``None`` when nothing more can be said about it; and the findings so far.
    """
    try:
        uri = parse(value)
    except ValueError as problem:
        return None, [Finding(path, Severity.ERROR, str(problem), index, _RFC_3986)]
    if uri.scheme in DANGEROUS_SCHEMES:
        message = f"{shown(value)} has a scheme that runs code or opens files: use https."
        return None, [Finding(path, Severity.ERROR, message, index, "RFC 9700 section 4.1")]
    findings = []
    if "@" in uri.authority:
        message = f"The address on {shown(uri.host)} contains a user name or password: remove it."
        findings.append(Finding(path, Severity.ERROR, message, index, "RFC 3986 section 3.2.1"))
    if not value.isascii():
        message = f"{shown(value)} is not ASCII: percent-encode it, clients send it so."
        findings.append(Finding(path, Severity.WARNING, message, index, _RFC_3986))
    return uri, findings


def hosts(values: Iterable[str]) -> set[str]:
    """The hosts of those ``values`` that are absolute URIs and have one."""
    found = set()
    for value in values:
        try:
            found.add(parse(value).host)
        except ValueError:
            continue
    return found - {""}
