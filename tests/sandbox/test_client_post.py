"""POST ``/openid/clients``, and what every new entry has."""

import json
import re
import uuid
from typing import Any

import pytest

from tests.data.hostile_texts import HOSTILE
from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, INTERNAL, MINIMAL, Door

DEFAULTS = {
    "applicationType": "web",
    "subjectType": "public",
    "tokenEndpointAuthMethod": "client_secret_basic",
    "authenticationMethod": "client_secret_basic",
    "allAuthenticationMethods": ["client_secret_basic"],
    "trustedClient": False,
    "persistClientAuthorizations": False,
    "includeClaimsInIdToken": False,
    "rptAsJwt": False,
    "accessTokenAsJwt": False,
    "disabled": False,
    "deletable": False,
    "frontChannelLogoutSessionRequired": False,
    "customAttributes": [],
    "clientNameLocalized": {},
    "logoUriLocalized": {},
    "clientUriLocalized": {},
    "policyUriLocalized": {},
    "tosUriLocalized": {},
    "attributes": {
        "parLifetime": 600,
        "requirePar": False,
        "jansDefaultPromptLogin": False,
        "minimumAcrLevel": -1,
        "allowSpontaneousScopes": False,
        "runIntrospectionScriptBeforeJwtCreation": False,
        "keepClientAuthorizationAfterExpiration": False,
        "backchannelLogoutSessionRequired": False,
    },
}


async def test_the_least_that_a_client_needs(door: Door) -> None:
    made = await door.create()
    inum = made["inum"]
    assert uuid.UUID(inum).version == 4
    dn = f"inum={inum},ou=clients,o=jans"
    assert made == DEFAULTS | MINIMAL | {"inum": inum, "dn": dn, "baseDn": dn}
    assert await door.entry(f"{CLIENTS}/{inum}") == made


async def test_everything_else_is_kept(door: Door) -> None:
    whole: dict[str, Any] = {
        "inum": "1800.mine",
        "clientName": "Everything ✓",
        "clientNameLocalized": {"values": {"": "Everything", "fr": "Tout"}},
        "description": "All of it",
        "jwks": '{"keys":[]}',
        "idTokenSignedResponseAlg": "ES256",
        "accessTokenSigningAlg": "not-yet-known",
        "defaultMaxAge": 0,
        "clientIdIssuedAt": "2026-01-02T03:04:05",
        "backchannelUserCodeParameter": True,
        "backchannelTokenDeliveryMode": "poll",
        "customAttributes": [{"name": "a", "values": ["x", 1, True]}, {"name": "b", "value": "y"}],
        "scopes": ["inum=F0C4,ou=scopes,o=jans"],
        "attributes": {"requirePkce": True, "jansAuthorizedAcr": ["otp", "fido2"], "evidence": "e"},
    }
    made = await door.create(**whole)
    custom = [
        {
            "name": "a",
            "multiValued": True,
            "values": ["x", 1, True],
            "value": "x",
            "displayValue": "x, 1, True",
        },
        {
            "name": "b",
            "multiValued": False,
            "values": ["y"],
            "value": "y",
            "displayValue": "y",
        },
    ]
    attributes = DEFAULTS["attributes"] | whole["attributes"]
    expected = whole | {"customAttributes": custom, "attributes": attributes}
    assert {name: made[name] for name in expected} == expected
    assert made["displayName"] == "Everything ✓"
    assert await door.entry(f"{CLIENTS}/1800.mine") == made


async def test_what_the_server_decides(door: Door) -> None:
    made = await door.create(
        dn="inum=evil,ou=clients,o=jans",
        baseDn="x",
        deletable=True,
        customObjectClasses=["top"],
        authenticationMethod="none",
        allAuthenticationMethods=["none"],
        ttl=5,
        inum="  ",
    )
    assert made["dn"] == made["baseDn"] == f"inum={made['inum']},ou=clients,o=jans"
    assert made["deletable"] is False
    assert made["authenticationMethod"] == "client_secret_basic"
    assert "customObjectClasses" not in made
    assert "ttl" not in made


async def test_deletable_is_from_the_secrets_expiry(door: Door) -> None:
    door.sandbox.clock = lambda: 1_767_312_000
    made = await door.create(clientSecretExpiresAt="2027-01-01T00:00:00")
    assert made["deletable"] is True
    made = await door.create(expirationDate="2026-01-02T00:01:40")
    assert made["deletable"] is False
    assert made["ttl"] == 100


async def test_unsupported_grants_disappear(door: Door) -> None:
    made = await door.create(
        grantTypes=["refresh_token", "none", "urn:openid:params:grant-type:ciba", "x", "IMPLICIT"],
        responseTypes=["id_token", "Code", "bogus"],
    )
    assert made["grantTypes"] == ["refresh_token", "implicit"]
    assert made["responseTypes"] == ["id_token", "code"]


async def test_enums_ignore_case_and_forget_what_they_do_not_know(door: Door) -> None:
    made = await door.create(
        applicationType="NATIVE",
        subjectType="Pairwise",
        tokenEndpointAuthMethod="None",
        backchannelTokenDeliveryMode="bogus",
        backchannelAuthenticationRequestSigningAlg="es256",
    )
    assert made["applicationType"] == "native"
    assert made["subjectType"] == "pairwise"
    assert made["tokenEndpointAuthMethod"] == "none"
    assert "backchannelTokenDeliveryMode" not in made
    assert made["backchannelAuthenticationRequestSigningAlg"] == "ES256"
    other = await door.create(applicationType="bogus", subjectType="bogus")
    assert other["applicationType"] == "web"
    assert "subjectType" not in other


async def test_lists_lose_order_and_duplicates(door: Door) -> None:
    given = ["https://c.example", "https://a.example", "https://c.example", "https://b.example"]
    names = (
        "redirectUris",
        "contacts",
        "postLogoutRedirectUris",
        "requestUris",
        "authorizedOrigins",
        "groups",
        "defaultAcrValues",
        "claimRedirectUris",
    )
    made = await door.create(**dict.fromkeys(names, given))
    for name in names:
        assert sorted(made[name]) == sorted(set(given))
        assert made[name] != list(dict.fromkeys(given))


async def test_empty_members_are_not_kept(door: Door) -> None:
    made = await door.create(
        clientName="",
        contacts=[],
        description="",
        defaultMaxAge="",
        trustedClient="",
        attributes="",
        clientNameLocalized="",
        clientIdIssuedAt="",
        grantTypes=[],
    )
    for name in ("clientName", "displayName", "contacts", "description", "defaultMaxAge"):
        assert name not in made
    assert "clientIdIssuedAt" not in made
    assert "grantTypes" not in made
    assert made["trustedClient"] is False
    assert made["attributes"] == DEFAULTS["attributes"]


async def test_nulls_fall_back_to_what_java_has(door: Door) -> None:
    made = await door.create(
        disabled=None,
        customAttributes=None,
        applicationType=None,
        subjectType=None,
        attributes={"parLifetime": 0, "minimumAcrLevel": None, "additionalAudience": []},
    )
    assert made["disabled"] is False
    assert made["customAttributes"] == []
    assert made["applicationType"] == "web"
    assert "subjectType" not in made
    assert made["attributes"] == DEFAULTS["attributes"]


async def test_the_later_name_wins(door: Door) -> None:
    assert (await door.create(clientName="a", displayName="b"))["clientName"] == "b"
    assert (await door.create(displayName="b", clientName="a"))["clientName"] == "a"
    assert (await door.create(displayName="b"))["clientName"] == "b"


async def test_scopes_and_claims_by_name(door: Door) -> None:
    scopes = ["openid", "inum=43F1,ou=scopes,o=jans", "profile", "inum=F0C4,ou=scopes,o=jans"]
    claims = ["mail", "inum=2B29,ou=attributes,o=jans"]
    made = await door.create(scopes=scopes, claims=claims)
    assert made["scopes"] == ["inum=F0C4,ou=scopes,o=jans", "inum=43F1,ou=scopes,o=jans"]
    assert made["claims"] == claims
    stored = await door.entry(f"{CLIENTS}/{made['inum']}")
    assert stored["claims"] == ["inum=8F88,ou=attributes,o=jans", claims[1]]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        (
            {"scopes": ["openid", "x", "inum=y,ou=scopes,o=jans"]},
            "scope in request -> [x, inum=y,ou=scopes,o=jans]",
        ),
        ({"claims": ["nosuchclaim", "mail"]}, "claim in request -> [nosuchclaim]"),
        ({"scopes": ["x\ud800"]}, "scope in request -> [x\ud800]"),
    ],
)
async def test_unknown_scopes_and_claims(door: Door, members: dict[str, Any], message: str) -> None:
    for method in ("POST", "PUT"):
        body = MINIMAL | members | {"inum": door.credentials.client_id}
        answer = await door.call(
            method,
            CLIENTS,
            content=json.dumps(body if method == "PUT" else body | {"inum": None}),
            headers={"Content-Type": "application/json"},
        )
        assert answer.status_code == 400
        assert json.loads(answer.text) == {"code": "400", "message": f"Invalid {message}"}
    assert (await door.entry(CLIENTS))["totalEntriesCount"] == 8


@pytest.mark.parametrize("uris", [None, [], [None], "absent"])
async def test_redirect_uris_are_required(door: Door, uris: Any) -> None:
    body = {} if uris == "absent" else {"redirectUris": uris}
    answer = await door.call("POST", CLIENTS, json=body)
    assert answer.status_code == 400
    assert answer.json() == {
        "code": "OCA001",
        "message": "A required attribute is missing.",
        "description": "The attribute redirectUris is required for this operation",
    }


async def test_an_inum_that_is_taken(door: Door) -> None:
    before = await door.entry(f"{CLIENTS}/{door.credentials.client_id}")
    answer = await door.call("POST", CLIENTS, json=MINIMAL | {"inum": door.credentials.client_id})
    assert (answer.status_code, answer.json()) == (500, INTERNAL)
    assert await door.entry(f"{CLIENTS}/{door.credentials.client_id}") == before


async def test_members_that_this_program_does_not_know(door: Door, opened: Opener) -> None:
    future: dict[str, Any] = {"spiffeId": "spiffe://x", "nested": {"list": [1, {"a": None}]}}
    made = await door.create(
        **future, nothing=None, attributes={"idJagScriptDns": ["x"], "zero": 0}
    )
    assert {name: made[name] for name in future} == future
    assert "nothing" not in made
    assert made["attributes"]["idJagScriptDns"] == ["x"]
    assert made["attributes"]["zero"] == 0
    older = opened(keep_unknown=False)
    made = await older.create(**future, attributes={"idJagScriptDns": ["x"]})
    assert not future.keys() & made.keys()
    assert made["attributes"] == DEFAULTS["attributes"]


async def test_texts_of_any_kind_survive(door: Door) -> None:
    made = await door.create(
        contacts=[text for text in HOSTILE if not re.search("[\ud800-\udfff]", text)]
    )
    stored = await door.entry(f"{CLIENTS}/{made['inum']}")
    assert set(stored["contacts"]) == {
        text for text in HOSTILE if not re.search("[\ud800-\udfff]", text)
    }


async def test_a_lone_surrogate_does_no_harm(door: Door) -> None:
    answer = await door.call(
        "POST",
        CLIENTS,
        content=b'{"clientName":"\\ud800 x","redirectUris":["\\udfff"]}',
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 201
    assert (await door.get(CLIENTS, pattern=" x")).json()["totalEntriesCount"] == 1
