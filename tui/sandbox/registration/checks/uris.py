"""URIs, and the login URI."""

from urllib.parse import SplitResult, urlsplit

from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.errors import invalid_metadata


def split(uri: str) -> SplitResult | None:
    """The parts of an absolute URI (RFC 3986 section 4.3); None for anything else."""
    if any(character <= " " or character == "\x7f" for character in uri):
        return None
    try:
        parts = urlsplit(uri)
        # Reading the port is what finds out that it is none.
        parts.port  # noqa: B018
    except ValueError:
        return None
    rest = parts.netloc or parts.path
    return parts if parts.scheme and rest and not parts.fragment else None


def https(uri: str) -> SplitResult | None:
    """The parts of an absolute ``https`` URI with a host; None for anything else."""
    parts = split(uri)
    return parts if parts and parts.scheme == "https" and parts.hostname else None


def check_initiate_login_uri(checked: Checked) -> None:
    """OpenID Connect Registration 1.0 section 2: ``initiate_login_uri`` is https."""
    uri = checked.text("initiate_login_uri")
    if uri and not https(uri):
        raise invalid_metadata("initiate_login_uri has to be an https URI.")
