from hypothesis import given

from tests.unit.models.strategies import client_objects
from tui.models.client import Client
from tui.models.enums import GrantType
from tui.models.json import JsonObject, copied, same
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.new_client import clone_of, new_client
from tui.models.overlay import lay_over


def test_a_new_client_is_sound() -> None:
    overlay = lay_over(Client, new_client())
    assert overlay.oddities == ()
    assert overlay.model.model_extra == {}
    assert overlay.model.grant_types == [GrantType.AUTHORIZATION_CODE]
    assert overlay.model.subject_type == "public"
    assert overlay.model.attributes is not None
    assert overlay.model.attributes.require_pkce is True
    assert overlay.model.client_secret is None


def test_new_clients_share_nothing() -> None:
    first = new_client()
    assert isinstance(first["attributes"], dict)
    first["attributes"]["requirePkce"] = False
    assert new_client()["attributes"] == {"requirePkce": True}


def test_a_clone_has_the_settings_but_not_the_identity() -> None:
    raw: JsonObject = {
        "inum": "1",
        "dn": "inum=1,ou=clients,o=jans",
        "baseDn": "inum=1,ou=clients,o=jans",
        "clientName": "Acme",
        "displayName": "Acme",
        "clientSecret": "s",
        "registrationAccessToken": "t",
        "clientIdIssuedAt": "2026-01-02T03:04:05",
        "clientSecretExpiresAt": "2027-01-31T10:00:00",
        "expirationDate": "2028-01-31T10:00:00",
        "lastAccessTime": "2026-03-01T08:00:00",
        "lastLogonTime": "2026-03-01T08:00:00",
        "ttl": 5,
        "deletable": True,
        "authenticationMethod": "none",
        "allAuthenticationMethods": ["none"],
        "redirectUris": ["https://a"],
        "attributes": {"requirePkce": True, "ofTomorrow": [1]},
        "ofTomorrow": {"x": 1},
    }
    before = copied(raw)
    clone = clone_of(raw)
    assert clone == {
        "clientName": "Acme (copy)",
        "expirationDate": "2028-01-31T10:00:00",
        "redirectUris": ["https://a"],
        "attributes": {"requirePkce": True, "ofTomorrow": [1]},
        "ofTomorrow": {"x": 1},
    }
    assert isinstance(clone["redirectUris"], list)
    clone["redirectUris"].append("https://b")
    assert raw == before


def test_a_clone_of_a_nameless_client_is_called_by_its_id() -> None:
    assert clone_of({"inum": "1", "clientName": ""})["clientName"] == "1 (copy)"
    assert clone_of({"clientName": 5, "displayName": "x"})["clientName"] == "x (copy)"
    assert clone_of({}) == {"clientName": "(copy)"}


@given(client_objects)
def test_a_clone_keeps_every_other_member(raw: JsonObject) -> None:
    clone = clone_of(raw)
    assert not clone.keys() & READ_ONLY_MEMBERS
    for name in clone.keys() - {"clientName"}:
        assert same(clone[name], raw[name])
