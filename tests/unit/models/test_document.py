import pytest

from tests.shell import run_python
from tui.models.document import (
    ClaimDocument,
    ClientDocument,
    DiscoveryDocument,
    Document,
    ScopeDocument,
    ScriptDocument,
    member,
)
from tui.models.enums import CreatorType, ScopeType
from tui.models.json import ABSENT, Json


def test_members_are_found_by_their_path() -> None:
    raw: dict[str, Json] = {"attributes": {"requirePkce": None}, "scopes": ["a"], "clientName": "x"}
    assert member(raw, "attributes.requirePkce") is None
    assert member(raw, "attributes.requirePar") is ABSENT
    assert member(raw, "scopes.0") is ABSENT
    assert member(raw, "clientName.x") is ABSENT
    assert member({}, "attributes.requirePkce") is ABSENT


def test_texts_are_texts_whatever_is_there() -> None:
    document = Document({"a": 5, "b": ["x", None, 5, "y"], "c": "x", "d": {"e": "f"}})
    assert [document.text(path) for path in ("a", "b", "c", "d", "d.e", "z")] == [
        "", "", "x", "", "f", "",
    ]  # fmt: skip
    assert [document.texts(path) for path in ("a", "b", "c", "d", "z")] == [
        [], ["x", "y"], [], [], [],
    ]  # fmt: skip


def test_documents_are_equal_when_their_json_is() -> None:
    assert Document({"a": 1}) == ClientDocument({"a": 1.0})
    assert Document({"a": 1}) != Document({"a": True})
    assert Document({}) != {}
    with pytest.raises(TypeError):
        hash(Document({}))


def test_a_client_is_called_by_either_name() -> None:
    assert ClientDocument({"clientName": "a", "displayName": "b"}).name == "a"
    assert ClientDocument({"clientName": "", "displayName": "b"}).name == "b"
    assert ClientDocument({"clientName": 5}).name == ""
    client = ClientDocument({"inum": "1", "baseDn": "inum=1,ou=clients,o=jans", "disabled": True})
    assert (client.inum, client.dn) == ("1", "inum=1,ou=clients,o=jans")
    assert client.client.disabled is True
    assert client.overlay is client.overlay


def test_a_scope_has_all_its_members() -> None:
    document = ScopeDocument(
        {
            "dn": "inum=764C,ou=scopes,o=jans",
            "inum": "764C",
            "id": "email",
            "displayName": "view_email_address",
            "description": "View your email address.",
            "iconUrl": "https://as.example/icon.png",
            "scopeType": "openid",
            "claims": ["inum=8F88,ou=attributes,o=jans"],
            "defaultScope": True,
            "groupClaims": False,
            "dynamicScopeScripts": ["inum=1,ou=scripts,o=jans"],
            "umaAuthorizationPolicies": ["inum=2,ou=scripts,o=jans"],
            "attributes": {
                "spontaneousClientScopes": ["x"],
                "showInConfigurationEndpoint": True,
            },
            "creatorId": "1800.1",
            "creatorType": "client",
            "creationDate": "2022-10-27T20:51:17",
            "creatorAttributes": {"a": "b"},
            "umaType": False,
            "expirationDate": "2027-10-27T20:51:17",
            "deletable": False,
            "baseDn": "inum=764C,ou=scopes,o=jans",
        }
    )
    scope = document.scope
    assert document.overlay.oddities == ()
    assert scope.model_extra == {}
    assert document.id == "email"
    assert scope.scope_type is ScopeType.OPENID
    assert scope.creator_type is CreatorType.CLIENT
    assert scope.attributes is not None
    assert scope.attributes.show_in_configuration_endpoint is True
    assert scope.model_dump(mode="json", by_alias=True) == document.raw


def test_scripts_and_claims_are_read() -> None:
    script = ScriptDocument(
        {"dn": "inum=1,ou=scripts,o=jans", "name": "x", "scriptType": "post_authn", "enabled": True}
    )
    assert (script.name, script.script.script_type, script.script.enabled) == (
        "x", "post_authn", True,
    )  # fmt: skip
    claim = ClaimDocument({"inum": "8F88", "name": "mail", "claimName": "email", "oddOne": [1]})
    assert (claim.name, claim.claim.name, claim.claim.claim_name) == ("email", "mail", "email")
    assert claim.claim.model_extra == {"oddOne": [1]}
    assert ClaimDocument({"name": "mail", "claimName": None}).name == "mail"


def test_discovery_is_read_by_its_own_names() -> None:
    document = DiscoveryDocument(
        {
            "issuer": "https://as.example",
            "registration_endpoint": 5,
            "tx_token_signing_alg_values_supported": ["ES256"],
            "require_pushed_authorization_requests": False,
            "of_tomorrow": {"x": 1},
        }
    )
    metadata = document.discovery
    assert metadata.issuer == "https://as.example"
    assert metadata.registration_endpoint is None
    assert metadata.tx_token_signing_alg_values_supported == ["ES256"]
    assert metadata.require_pushed_authorization_requests is False
    assert metadata.model_extra == {"of_tomorrow": {"x": 1}}
    assert [oddity.path for oddity in document.overlay.oddities] == ["registration_endpoint"]


@pytest.mark.parametrize(
    ("value", "options"),
    [
        (["code", "code id_token"], ["code", "code id_token"]),
        (["a", "b", "a", "", " ", None, 5, ["c"]], ["a", "b"]),
        ("code", ["code"]),
        ("", []),
        (None, []),
        ({"a": "b"}, []),
        (True, []),
    ],
)
def test_options_are_texts_each_once(value: Json, options: list[str]) -> None:
    assert DiscoveryDocument({"x_supported": value}).options("x_supported") == options
    assert DiscoveryDocument({}).options("x_supported") == []


def test_a_list_is_shown_and_compared_without_the_big_libraries() -> None:
    code = """
import sys
import tui.models.changes, tui.models.document, tui.models.members, tui.models.new_client
import tui.models.page, tui.models.plain, tui.models.secrets
from tui.models.document import ClientDocument
client = ClientDocument({"inum": "1", "clientName": "x", "scopes": ["a"]})
assert client.name and client.texts("scopes")
assert tui.models.changes.to_patch(tui.models.changes.difference({}, client.raw))
loaded = {"pydantic", "jsonpatch", "jsonpointer", "joserfc"} & set(sys.modules)
assert not loaded, loaded
"""
    done = run_python("-c", code)
    assert done.returncode == 0, done.stderr
