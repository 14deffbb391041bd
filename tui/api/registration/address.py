"""Where a request of registration may go."""

from dataclasses import replace
from urllib.parse import urlsplit

from tui.api.config import ApiConfig
from tui.api.errors import Invalid
from tui.models.plain import plain


def place_of(url: str, config: ApiConfig) -> tuple[ApiConfig, str]:
    """The configuration for the host of ``url``, and the rest of it, to the letter.

    Args:
        url: an endpoint, or a ``registration_client_uri``, whose query counts.
        config: how to speak to the provider.

    Raises:
        Invalid: nothing secret may be sent there, or it is no URL; with a sentence.
    """
    origin, target = _parts(url)
    try:
        return replace(config, base_url=origin), target
    except ValueError as problem:
        raise _unusable(url, str(problem)) from None


def _parts(url: str) -> tuple[str, str]:
    if not url.isascii() or not url.isprintable() or " " in url:
        raise _unusable(url, "It holds characters that a URL cannot hold.")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise _unusable(url, "It is no URL.") from None
    if parts.fragment or "#" in url:
        raise _unusable(url, "It holds a '#'.")
    target = url[len(f"{parts.scheme}://{parts.netloc}") :]
    if target and not target.startswith("/"):
        target = f"/{target}"
    return f"{parts.scheme}://{parts.netloc}", target or "/"


def _unusable(url: str, why: str) -> Invalid:
    return Invalid(
        f"The provider's address {plain(url, 200)} cannot be used. {why} Nothing was sent."
    )
