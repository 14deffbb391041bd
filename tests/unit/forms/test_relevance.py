import pytest

from tui.forms.relevance import RULES, meaningless
from tui.forms.table import SPECS
from tui.models.document import ClientDocument
from tui.models.json import JsonObject

WEB: JsonObject = {"grantTypes": ["authorization_code"], "subjectType": "public"}


def test_every_rule_speaks_of_settings_that_exist() -> None:
    assert {path for rule in RULES for path in rule.paths} <= set(SPECS)


def test_no_setting_has_two_reasons() -> None:
    paths = [path for rule in RULES for path in rule.paths]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("refreshTokenLifetime", {"grantTypes": ["refresh_token"]}),
        ("responseTypes", {"grantTypes": ["implicit"]}),
        ("rptAsJwt", {"grantTypes": ["urn:ietf:params:oauth:grant-type:uma-ticket"]}),
        ("clientSecret", {"tokenEndpointAuthMethod": "client_secret_post"}),
        ("tokenEndpointAuthSigningAlg", {"tokenEndpointAuthMethod": "private_key_jwt"}),
        ("attributes.tlsClientAuthSubjectDn", {"tokenEndpointAuthMethod": "tls_client_auth"}),
        ("attributes.spontaneousScopes", {"attributes": {"allowSpontaneousScopes": True}}),
        ("accessTokenSigningAlg", {"accessTokenAsJwt": True}),
        ("attributes.minimumAcrPriorityList", {"attributes": {"minimumAcrLevel": 5}}),
        ("sectorIdentifierUri", {"subjectType": "pairwise"}),
        ("idTokenEncryptedResponseEnc", {"idTokenEncryptedResponseAlg": "RSA-OAEP"}),
    ],
)
def test_a_setting_comes_into_force_with_what_it_depends_on(path: str, more: JsonObject) -> None:
    without: JsonObject = {
        "grantTypes": ["client_credentials"],
        "tokenEndpointAuthMethod": "none",
        "attributes": {"minimumAcrLevel": -1},
    }
    assert meaningless(ClientDocument(without))[path]
    assert path not in meaningless(ClientDocument({**without, **more}))


def test_a_method_allowed_beside_the_main_one_counts() -> None:
    client: JsonObject = {
        "tokenEndpointAuthMethod": "private_key_jwt",
        "attributes": {"additionalTokenEndpointAuthMethods": ["client_secret_basic"]},
    }
    assert "clientSecret" not in meaningless(ClientDocument(client))


def test_a_client_without_a_method_authenticates_with_its_secret() -> None:
    assert "clientSecret" not in meaningless(ClientDocument(WEB))


def test_odd_values_break_nothing() -> None:
    odd: JsonObject = {"grantTypes": 5, "attributes": [], "subjectType": None}
    assert meaningless(ClientDocument(odd))
