"""What a server may have switched off or on."""

import re

from tui.models.enums import GrantType
from tui.sandbox.oauth_errors import OAuthFailure
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.errors import denied

_SUBJECT_ATTRIBUTES = ("mail", "uid")
"""The server's ``subjectIdentifiersPerClientSupported``."""


def check_switches(checked: Checked) -> None:
    """The password grant, redirect URIs by pattern, and subjects from an attribute."""
    extras = checked.settings.extras
    if GrantType.PASSWORD in checked.texts("grant_types") and "password" not in extras:
        raise denied("grant_types: the password grant is not for registered clients.")
    _check_regex(checked)
    attribute = checked.text("public_subject_identifier_attribute")
    if attribute and (
        "subject-attribute" not in extras
        or checked.text("subject_type") != "public"
        or attribute not in _SUBJECT_ATTRIBUTES
    ):
        raise OAuthFailure(
            400,
            "invalid_public_subject_identifier_attribute",
            "public_subject_identifier_attribute has to be switched on, be one of"
            f" {', '.join(_SUBJECT_ATTRIBUTES)}, and go with subject_type public.",
        )


def _check_regex(checked: Checked) -> None:
    pattern = checked.text("redirect_uris_regex")
    if not pattern:
        return
    sentence = "redirect_uris_regex is switched off."
    if "redirect-regex" in checked.settings.extras:
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError):
            sentence = "redirect_uris_regex is not a regular expression."
        else:
            return
    raise OAuthFailure(400, "invalid_redirect_uris_regex", sentence)
