"""Values of a client that the server does not list in its metadata (RFC 8414)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.checks.algorithm_members import PROTECTED
from tui.checks.finding import Finding, Severity
from tui.checks.reading import member
from tui.checks.text import listed, shown
from tui.models.enums import AuthMethod

if TYPE_CHECKING:
    from tui.models.client import Client

_METHODS = "token_endpoint_auth_methods_supported"
_ACRS = "acr_values_supported"
_CIBA_SIGNING = "backchannel_authentication_request_signing_alg_values_supported"
_METADATA = {
    "grantTypes": "grant_types_supported",
    "responseTypes": "response_types_supported",
    "subjectType": "subject_types_supported",
    "tokenEndpointAuthMethod": _METHODS,
    "attributes.additionalTokenEndpointAuthMethods": _METHODS,
    "tokenEndpointAuthSigningAlg": "token_endpoint_auth_signing_alg_values_supported",
    "idTokenTokenBindingCnf": "id_token_token_binding_cnf_values_supported",
    "backchannelTokenDeliveryMode": "backchannel_token_delivery_modes_supported",
    "backchannelAuthenticationRequestSigningAlg": _CIBA_SIGNING,
    "attributes.authorizationDetailsTypes": "authorization_details_types_supported",
    "defaultAcrValues": _ACRS,
    "attributes.jansAuthorizedAcr": _ACRS,
    "attributes.minimumAcrPriorityList": _ACRS,
}
for _each in PROTECTED:
    _METADATA[_each.signing] = f"{_each.metadata}_signing_alg_values_supported"
    if _each.encryption:
        _METADATA[_each.encryption] = f"{_each.metadata}_encryption_alg_values_supported"
        _METADATA[_each.content] = f"{_each.metadata}_encryption_enc_values_supported"


def offered(client: Client, metadata: Mapping[str, object]) -> Iterator[Finding]:
    """A warning at each value that a list of the provider ``metadata`` lacks.

    Metadata that has no such list says nothing.
    """
    for path, name in _METADATA.items():
        supported = _words(metadata, name)
        if not supported:
            continue
        value = member(client, path)
        rows = value if isinstance(value, list) else [value]
        for index, item in enumerate(rows):
            if isinstance(item, str) and not supported.keys() >= {*item.split()}:
                message = (
                    f"{shown(item)} is not offered by this server: it has {listed(supported)}."
                )
                row = index if isinstance(value, list) else None
                yield Finding(path, Severity.WARNING, message, row, "Server metadata")


def _words(metadata: Mapping[str, object], name: str) -> dict[str, None]:
    """The words of the list ``name``, in order: response types come in combinations."""
    value = metadata.get(name)
    items = value if isinstance(value, list | tuple) else ()
    words = dict.fromkeys(word for item in items if isinstance(item, str) for word in item.split())
    mappings = metadata.get("acr_mappings")
    if words and name == _ACRS and isinstance(mappings, Mapping):
        words |= dict.fromkeys(alias for alias in mappings if isinstance(alias, str))
    if words and name == _METHODS:
        # Servers that serve public clients seldom list the method "none".
        words[AuthMethod.NONE] = None
    return words
