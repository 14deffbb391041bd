"""The rules that a registration has to keep, in the order in which the server looks at them."""

from tui.sandbox.registration.checks.algorithms import check_algorithms
from tui.sandbox.registration.checks.ciba import check_ciba
from tui.sandbox.registration.checks.keys import check_keys
from tui.sandbox.registration.checks.logout import check_logout_uris
from tui.sandbox.registration.checks.redirect_uris import (
    check_claims_redirect_uris,
    check_redirect_uris,
)
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.checks.sector import check_sector
from tui.sandbox.registration.checks.switches import check_switches
from tui.sandbox.registration.checks.uris import check_initiate_login_uri

_CHECKS = (
    check_switches,
    check_algorithms,
    check_keys,
    check_claims_redirect_uris,
    check_initiate_login_uri,
    check_redirect_uris,
    check_sector,
    check_ciba,
    check_logout_uris,
)


def check(checked: Checked) -> None:
    """Look at everything.

    Raises:
        OAuthFailure: the first rule that is broken; its description names the member.
    """
    for rule in _CHECKS:
        rule(checked)
