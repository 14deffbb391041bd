"""The client's keys."""

from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.errors import invalid_metadata


def check_keys(checked: Checked) -> None:
    """RFC 7591 section 2: a key set is given by value or by URI, not both."""
    if "jwks" in checked.metadata and "jwks_uri" in checked.metadata:
        raise invalid_metadata("jwks and jwks_uri cannot both be given.")
