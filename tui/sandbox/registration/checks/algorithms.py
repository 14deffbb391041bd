"""Algorithms and authentication methods: only what the server supports."""

from tui.models.enums import AuthMethod
from tui.sandbox.registration.checks.request import Checked
from tui.sandbox.registration.choices import supported
from tui.sandbox.registration.errors import invalid_member, invalid_metadata

# Of which list each member is; what the lists are called is the server metadata's affair.
_KINDS = ("id_token", "userinfo", "introspection", "tx_token", "authorization")

_LISTS = {
    **{f"{kind}_signed_response_alg": f"{kind}_signing_alg" for kind in _KINDS},
    **{f"{kind}_encrypted_response_alg": f"{kind}_encryption_alg" for kind in _KINDS},
    **{f"{kind}_encrypted_response_enc": f"{kind}_encryption_enc" for kind in _KINDS},
    "request_object_signing_alg": "request_object_signing_alg",
    "request_object_encryption_alg": "request_object_encryption_alg",
    "request_object_encryption_enc": "request_object_encryption_enc",
    "access_token_signing_alg": "access_token_signing_alg",
    "logout_status_jwt_signed_response_alg": "logout_status_jwt_signing_alg",
    "token_endpoint_auth_signing_alg": "token_endpoint_auth_signing_alg",
}


def check_algorithms(checked: Checked) -> None:
    """Every algorithm and authentication method is in the server's list of its kind.

    ``none`` is in the lists for ID tokens, access tokens and request objects only, so that it
    is refused for JARM. A public client's method ``none`` is taken, although no list has it.
    """
    for name, kind in _LISTS.items():
        if name in checked.metadata and checked.text(name) not in supported(
            f"{kind}_values_supported"
        ):
            raise invalid_member(name)
    methods = {*supported("token_endpoint_auth_methods_supported"), AuthMethod.NONE.value}
    if checked.text("token_endpoint_auth_method") not in methods:
        raise invalid_member("token_endpoint_auth_method")
    name = "additional_token_endpoint_auth_methods"
    if not methods.issuperset(checked.texts(name)):
        raise invalid_metadata(f"{name} contains a value that is not valid.")
