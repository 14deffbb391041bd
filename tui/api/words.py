"""What a server said, made fit for a person: plain, short, and without secrets."""

import base64
import binascii
import json
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote_plus

from tui.api import http
from tui.api.secret_members import secret_values
from tui.models.json import Json

LIMIT = 500
"""Most characters of a server's words that are kept."""

LOOKED_AT = 8_000
"""Most characters of an answer that are searched for words, which takes time."""

LOST_WRITE = " It may have been done all the same: look before trying again."
"""What is said after the failure of a write whose fate is unknown."""

_SHORTEST_SECRET = 4
_HIDDEN = "[hidden]"
# Patterns stay texts: compiling them is for those who meet an error, not for every start.
_NO_TEXT = r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>"
_TELLTALE = r"""(?ix) \b(bearer|basic) \s+ [\w.~+/=-]{8,}
    | \b(client_?secret|\w{0,40}token|password|device_?code|assertion)
      ["']? \s* [:=] \s* ["']? [^"'\s,&}]+
    | \beyJ[\w-]+ \. [\w-]+ \. [\w-]*"""
_SECRET_FIELDS = {
    "client_secret",
    "token",
    "refresh_token",
    "device_code",
    "client_assertion",
    "ujwt",
}


def plain(text: str, limit: int = LIMIT) -> str:
    """``text`` on one line, without control and format characters, at most ``limit`` long."""
    shown = "".join(
        " " if char.isspace() or unicodedata.category(char) == "Cc" else char
        for char in text[: limit * 8]
        if char in "\n\r\t" or unicodedata.category(char) not in {"Cf", "Cs"}
    )
    shown = " ".join(shown.split())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def redacted(text: str, secrets: Iterable[str]) -> str:
    """The start of ``text`` without the given secrets and without what looks like one."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, _HIDDEN)
    return re.sub(_TELLTALE, _hide, text[:LOOKED_AT])


def _hide(found: re.Match[str]) -> str:
    name = found.group(1) or found.group(2)
    return f"{name} {_HIDDEN}" if name else _HIDDEN


def secrets_of(request: http.Request) -> set[str]:
    """Every secret that went out with ``request``: in its Authorization and in its body."""
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    found = {credentials}
    if scheme.lower() == "basic":
        try:
            password = base64.b64decode(credentials).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            password = ""
        found |= {password, unquote_plus(password)}
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        fields = parse_qsl(request.content.decode(errors="replace"))
        return found | {value for name, value in fields if name in _SECRET_FIELDS}
    return found | secret_values(parsed(request.content))


def url_of(request: http.Request) -> str:
    """Where ``request`` goes, without user, query and fragment."""
    path = request.url.raw_path.partition(b"?")[0].decode("ascii", "replace")
    return plain(f"{request.url.scheme}://{host_of(request)}{path}", 300)


def host_of(request: http.Request) -> str:
    """Host and port that ``request`` goes to, for a sentence."""
    return plain(request.url.netloc.decode("ascii", "replace"), 200)


def parsed(content: bytes) -> Json:
    """``content`` read as JSON; None when it is none (and for ``null``)."""
    try:
        value: Json = json.loads(content) if content else None
    except (ValueError, RecursionError):
        return None
    return value


def is_html(response: http.Response) -> bool:
    """Whether the body is a page, whatever its content type says."""
    start = response.content[:200].lstrip().lower()
    return "html" in response.headers.get("content-type", "") or start.startswith(
        (b"<!doctype", b"<html", b"<head", b"<body")
    )


def words_of(response: http.Response, secrets: Iterable[str]) -> str:
    """What an error answer says: JSON ``ApiError``, OAuth error (RFC 6749 5.2), page or text."""
    body = parsed(response.content)
    if isinstance(body, dict):
        names = ("message", "description", "error", "error_description", "detail", "title")
        said = [body[name] for name in names if isinstance(body.get(name), str)]
        text = " ".join(str(part) for part in dict.fromkeys(said))
    elif isinstance(body, str):
        text = body
    else:
        text = response.text
    text = redacted(text, secrets)
    if body is None and is_html(response):
        text = re.sub(_NO_TEXT, " ", text)
    return plain(text)
