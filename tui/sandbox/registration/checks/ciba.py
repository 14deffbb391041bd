"""Client-Initiated Backchannel Authentication (CIBA Core 1.0 section 4)."""

from tui.models.enums import GrantType
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.checks.uris import https
from tui.sandbox.registration.choices import supported
from tui.sandbox.registration.errors import invalid_member, invalid_metadata

_MODE = "backchannel_token_delivery_mode"
_ENDPOINT = "backchannel_client_notification_endpoint"
_ALG = "backchannel_authentication_request_signing_alg"
_USER_CODE = "backchannel_user_code_parameter"


def check_ciba(checked: Checked) -> None:
    """Who gives one CIBA member has to give those that go with it."""
    mode, endpoint = checked.text(_MODE), checked.text(_ENDPOINT)
    if not (mode or endpoint or checked.text(_ALG) or checked.metadata.get(_USER_CODE)):
        return
    if mode not in supported("backchannel_token_delivery_modes_supported"):
        raise invalid_metadata(f"{_MODE} has to be given with the other CIBA members.")
    algorithms = supported(f"{_ALG}_values_supported")
    if checked.text(_ALG) and checked.text(_ALG) not in algorithms:
        raise invalid_member(_ALG)
    if mode in ("ping", "push") and not https(endpoint):
        raise invalid_metadata(f"{_ENDPOINT} has to be an https URI for the mode {mode}.")
    if mode in ("poll", "ping"):
        if GrantType.CIBA not in checked.texts("grant_types"):
            raise invalid_metadata(f"grant_types lacks {GrantType.CIBA} for the mode {mode}.")
        _check_pairwise_keys(checked, mode)
    if mode == "push" and _outside_sector(checked, endpoint):
        raise invalid_metadata(f"sector_identifier_uri does not list {_ENDPOINT}.")


def _check_pairwise_keys(checked: Checked, mode: str) -> None:
    """CIBA Core 1.0 section 4: pairwise subjects come from the sector, or from the keys."""
    if checked.text("subject_type") != "pairwise":
        return
    uri = checked.text("jwks_uri")
    if not uri and "jwks" not in checked.metadata:
        raise invalid_metadata(f"jwks or jwks_uri is needed for pairwise subjects and {mode}.")
    if uri and _outside_sector(checked, uri):
        raise invalid_metadata("sector_identifier_uri does not list jwks_uri.")


def _outside_sector(checked: Checked, uri: str) -> bool:
    return checked.sector is not None and uri not in checked.sector
