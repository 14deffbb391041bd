from collections.abc import Mapping

import pytest

from tests.unit.checks.cases import NOW, Changes, W, changed
from tui.checks.client import check_client
from tui.checks.finding import Finding
from tui.models.discovery import Discovery
from tui.models.json import Json


def found(changes: Changes, metadata: Mapping[str, object]) -> list[Finding]:
    both = [
        check_client(changed(changes), discovery=discovery, now=NOW)
        for discovery in (metadata, Discovery.model_validate(metadata))
    ]
    assert both[0] == both[1]
    return [finding for finding in both[0] if finding.source == "Server metadata"]


CASES: list[tuple[str, Json, str, int | None]] = [
    ("grantTypes", ["authorization_code", "password"], "grant_types_supported", 1),
    ("responseTypes", ["code", "token"], "response_types_supported", 1),
    ("subjectType", "pairwise", "subject_types_supported", None),
    (
        "tokenEndpointAuthMethod",
        "client_secret_post",
        "token_endpoint_auth_methods_supported",
        None,
    ),
    (
        "attributes.additionalTokenEndpointAuthMethods",
        ["client_secret_post"],
        "token_endpoint_auth_methods_supported",
        0,
    ),
    (
        "idTokenSignedResponseAlg",
        "ES256K",
        "id_token_signing_alg_values_supported",
        None,
    ),
    (
        "userInfoEncryptedResponseAlg",
        "dir",
        "userinfo_encryption_alg_values_supported",
        None,
    ),
    (
        "attributes.jansAuthEncRespEnc",
        "A192GCM",
        "authorization_encryption_enc_values_supported",
        None,
    ),
    (
        "tokenEndpointAuthSigningAlg",
        "HS512",
        "token_endpoint_auth_signing_alg_values_supported",
        None,
    ),
    ("backchannelTokenDeliveryMode", "push", "backchannel_token_delivery_modes_supported", None),
    (
        "backchannelAuthenticationRequestSigningAlg",
        "PS512",
        "backchannel_authentication_request_signing_alg_values_supported",
        None,
    ),
    ("idTokenTokenBindingCnf", "x", "id_token_token_binding_cnf_values_supported", None),
    (
        "attributes.authorizationDetailsTypes",
        ["a", "x"],
        "authorization_details_types_supported",
        1,
    ),
    ("defaultAcrValues", ["otp"], "acr_values_supported", 0),
    ("attributes.jansAuthorizedAcr", ["otp"], "acr_values_supported", 0),
    ("attributes.minimumAcrPriorityList", ["otp"], "acr_values_supported", 0),
]
SHORT = {
    "grant_types_supported": ["authorization_code", "refresh_token"],
    "response_types_supported": ["code", "code id_token"],
    "subject_types_supported": ["public"],
    "token_endpoint_auth_methods_supported": ["client_secret_basic"],
}


@pytest.mark.parametrize(("path", "value", "name", "row"), CASES, ids=lambda value: str(value))
def test_what_a_list_lacks_is_a_warning(path: str, value: Json, name: str, row: int | None) -> None:
    last = value[-1] if isinstance(value, list) else value
    metadata = {name: SHORT.get(name, ["a", "b"])}
    [finding] = [f for f in found({path: value}, metadata) if f.path == path]
    assert (finding.severity, finding.index) == (W, row)
    assert f'"{last}" is not offered by this server' in finding.message
    supported = {name: [*SHORT.get(name, ["a"]), last]}
    assert found({path: value}, supported) == []


def test_absent_lists_say_nothing() -> None:
    changes: Changes = {"grantTypes": ["x"], "responseTypes": ["y"], "subjectType": "z"}
    assert found(changes, {}) == []
    assert found(changes, {"grant_types_supported": []}) == []


def test_response_types_come_in_combinations() -> None:
    metadata = {"response_types_supported": ["code id_token", "code token"]}
    assert found({"responseTypes": ["code", "id_token", "token"]}, metadata) == []


def test_public_clients_are_always_possible() -> None:
    metadata = {"token_endpoint_auth_methods_supported": ["client_secret_basic"]}
    assert found({"tokenEndpointAuthMethod": "none"}, metadata) == []


def test_aliases_of_acrs_are_offered_too() -> None:
    metadata = {"acr_values_supported": ["otp"], "acr_mappings": {"strong": "otp"}}
    assert found({"defaultAcrValues": ["strong"]}, metadata) == []


def test_odd_metadata_says_nothing() -> None:
    odd = {"grant_types_supported": 5, "response_types_supported": [None, {}], "acr_mappings": []}
    findings = check_client(changed({}), discovery=odd, now=NOW)
    assert findings == []


def test_a_long_list_is_shortened() -> None:
    metadata = {"grant_types_supported": [f"g{number}" for number in range(1000)]}
    [first, _] = found({}, metadata)
    assert "and 994 more" in first.message


def test_a_combination_is_offered_with_its_words() -> None:
    metadata = {"response_types_supported": ["code", "code id_token"]}
    assert found({"responseTypes": ["code", "code id_token", "id_token"]}, metadata) == []
    [finding] = found({"responseTypes": ["code", "code token"]}, metadata)
    assert (finding.index, "code token" in finding.message) == (1, True)
