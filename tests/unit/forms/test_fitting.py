"""Which settings a form has for clients that are registered with any provider."""

import pytest

from tui.forms.draft import Draft
from tui.forms.fitting import MADE, NOT_REGISTERED, Everything, Fitting, Registered
from tui.forms.lookups import Lookups
from tui.forms.spec import Kind
from tui.forms.support import NOT_OFFERED, OF_JANS, ONLY_JANS, TESTS, unsupported
from tui.forms.table import SPECS
from tui.models.json import Json, JsonObject
from tui.models.registration.metadata import RegistrationMetadata
from tui.models.registration_names import registration_names

JANS: JsonObject = {"issuer": "https://jans.example", "ssa_endpoint": "https://jans.example/ssa"}
BARE: JsonObject = {"issuer": "https://op.example"}
CLIENT: JsonObject = {"inum": "x", "clientName": "Shop"}


def shown(fitting: Fitting, draft: Draft) -> set[str]:
    return {path for path, spec in SPECS.items() if fitting.shows(spec, draft)}


def registered(metadata: JsonObject) -> Registered:
    return Registered(Lookups(metadata, by_name=True))


def test_a_client_of_the_config_api_has_every_setting() -> None:
    assert shown(Everything(), Draft(CLIENT)) == set(SPECS)
    made = {path for path, spec in SPECS.items() if spec.kind is Kind.READ_ONLY}
    assert shown(Everything(), Draft(None, CLIENT)) == set(SPECS) - made
    assert not any(map(Everything().locks, SPECS))


@pytest.mark.parametrize("metadata", [{}, BARE, JANS])
def test_a_registered_one_has_what_registration_knows(metadata: JsonObject) -> None:
    found = shown(registered(metadata), Draft(CLIENT))
    assert found <= set(registration_names())
    assert {"clientName", "redirectUris", "grantTypes", "scopes", "jwks", "clientSecret"} <= found
    assert "disabled" not in found
    assert ("accessTokenLifetime" in found) is (metadata is JANS)


def test_what_holds_a_value_is_there_with_the_reason() -> None:
    fitting = registered(BARE)
    client: JsonObject = {
        **CLIENT,
        "description": "kept",
        "frontChannelLogoutUri": "https://rp.example/out",
        "attributes": {"requirePkce": True},
    }
    draft = Draft(client)
    held = {
        "description": NOT_REGISTERED,
        "frontChannelLogoutUri": NOT_OFFERED,
        "attributes.requirePkce": ONLY_JANS,
    }
    assert held.keys() <= shown(fitting, draft)
    assert held.items() <= fitting.dimmed(draft.document).items()
    for path in held:
        draft.clear(path)
    assert held.keys() <= shown(fitting, draft)
    assert not held.keys() & shown(fitting, Draft(CLIENT))


def test_what_cannot_be_sent_can_only_be_read() -> None:
    fitting = registered(JANS)
    assert fitting.locks("clientSecret")
    assert fitting.locks("description")
    assert not fitting.locks("clientName")
    assert fitting.dimmed(Draft(CLIENT).document)["clientSecret"] == MADE
    assert not {"clientSecret", "inum"} & shown(fitting, Draft(None, CLIENT))


@pytest.mark.parametrize("name", sorted(TESTS))
def test_each_member_hangs_on_what_the_provider_shows(name: str) -> None:
    """Unknown metadata stands against nothing; nor does a provider that shows it all."""
    assert unsupported(name, {}) == ""
    everything: JsonObject = {
        **dict.fromkeys(FLAGS, True),
        "token_endpoint_auth_methods_supported": ["tls_client_auth"],
        "subject_types_supported": ["pairwise"],
    }
    assert unsupported(name, everything) == ""
    nothing: dict[str, Json] = {**BARE, "request_uri_parameter_supported": False}
    assert unsupported(name, nothing) == NOT_OFFERED


FLAGS = (
    "end_session_endpoint",
    "frontchannel_logout_supported",
    "backchannel_logout_supported",
    "backchannel_token_delivery_modes_supported",
    "pushed_authorization_request_endpoint",
    "dpop_signing_alg_values_supported",
    "authorization_details_types_supported",
    *(
        f"{kind}_{use}_alg_values_supported"
        for kind in ("id_token", "userinfo", "request_object", "authorization", "introspection")
        for use in ("signing", "encryption")
    ),
)


def test_the_members_of_jans_are_members() -> None:
    assert set(RegistrationMetadata.model_fields) >= OF_JANS
    assert not OF_JANS & TESTS.keys()
    assert {unsupported(name, JANS) for name in OF_JANS} == {""}
    assert {unsupported(name, BARE) for name in OF_JANS} == {ONLY_JANS}
