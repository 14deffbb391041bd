"""Software statement assertions: made, listed, shown, validated, revoked, used."""

import json
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from tests.sandbox.conftest import Opener
from tests.sandbox.support import (
    API,
    CLIENTS,
    REGISTER,
    SSA,
    TOKEN,
    Door,
    P,
    manage,
    problem,
    register,
)
from tui.sandbox.registration.settings import RegistrationSettings
from tui.sandbox.signing import public_keys, sign

URIS = {"redirect_uris": ["https://rp.example/cb"]}
A = "https://jans.io/auth/ssa."
NOW = 1_767_312_000
UNKNOWN = "0b6c53ae-1c1e-4c39-9d5f-61c9e0a7c003"


async def make(door: Door, **members: Any) -> str:
    """The JWT of a new statement."""
    answer = await door.call("POST", SSA, json={"org_id": 1} | members)
    assert answer.status_code == 201, answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json().keys() == {"ssa"}
    return str(answer.json()["ssa"])


def claims_of(door: Door, statement: str) -> dict[str, Any]:
    keys = KeySet.import_key_set(public_keys(door.settings.data_folder))  # type: ignore[arg-type]
    decoded = jwt.decode(statement, keys, algorithms=["ES256"])
    assert decoded.header["typ"] == "jwt"
    return decoded.claims


async def client_with(door: Door, scope: str) -> dict[str, str]:
    """The Authorization header of another client, which has this one scope."""
    made = await door.create(grantTypes=["client_credentials"], scopes=[scope])
    secret = {"op": "add", "path": "/clientSecret", "value": "geheim"}
    await door.patch(f"{CLIENTS}/{made['inum']}", secret)
    answer = await door.http.post(
        TOKEN, auth=(made["inum"], "geheim"), data={"grant_type": "client_credentials"}
    )
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


async def test_what_a_statement_says(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    said = {
        "org_id": "acme",
        "description": "For the shop",
        "software_id": "shop",
        "software_roles": ["passkey"],
        "grant_types": ["client_credentials"],
        "expiration": NOW + 600,
        "one_time_use": False,
        "rotate_ssa": False,
        "lifetime": 77,
        "colour": {"of": ["night"]},
    }
    claims = claims_of(door, await make(door, **said))
    jti = claims.pop("jti")
    del said["expiration"]
    made = {"iss": "https://op.example", "iat": NOW, "exp": NOW + 600}
    assert claims == said | made
    (listed,) = await door.entry(SSA)
    assert listed == {
        "ssa": said | made | {"jti": jti},
        "iss": door.credentials.client_id,
        "created_at": NOW,
        "expiration": NOW + 600,
        "status": "ACTIVE",
    }


async def test_what_a_statement_has_by_itself(door: Door, opened: Opener) -> None:
    door.sandbox.clock = lambda: NOW
    claims = claims_of(door, await make(door))
    assert claims["exp"] == NOW + 30 * 24 * 3600
    assert (claims["one_time_use"], claims["rotate_ssa"]) == (True, True)
    assert claims["software_id"]
    assert not {"lifetime", "grant_types", "software_roles", "description"} & claims.keys()
    assert "colour" not in claims_of(
        opened(keep_unknown=False), await make(opened(keep_unknown=False), colour=1)
    )


@pytest.mark.parametrize(
    "members",
    [
        {"org_id": None},
        {"org_id": True},
        {"org_id": ""},
        {"lifetime": 0},
        {"lifetime": "long"},
        {"expiration": "tomorrow"},
        {"software_roles": "admin"},
        {"grant_types": [1]},
        {"one_time_use": "yes"},
        {"description": []},
    ],
)
async def test_statements_that_are_not_made(door: Door, members: dict[str, Any]) -> None:
    answer = await door.call("POST", SSA, json={"org_id": 1} | members)
    status, error, text = problem(answer)
    assert (status, error) == (400, "invalid_ssa_metadata")
    assert next(iter(members)) in text
    assert await door.entry(SSA) == []


async def test_claims_of_the_token_are_the_servers(door: Door) -> None:
    claims = claims_of(door, await make(door, iss="https://evil.example", exp=1, jti="mine"))
    assert claims["iss"] == "https://op.example"
    assert claims["jti"] != "mine"


async def test_lists(door: Door) -> None:
    first = claims_of(door, await make(door, org_id=1))["jti"]
    second = claims_of(door, await make(door, org_id="acme"))["jti"]
    for query, expected in (
        ("", {first, second}),
        ("?org_id=1", {first}),
        ("?org_id=acme", {second}),
        (f"?jti={first}", {first}),
        (f"?jti={first}&org_id=acme", set()),
        (f"?jti={UNKNOWN}", set()),
        ("?jti=&org_id=", {first, second}),
    ):
        listed = await door.entry(f"{SSA}{query}")
        assert {entry["ssa"]["jti"] for entry in listed} == expected


async def test_who_may_do_what(door: Door) -> None:
    jti = claims_of(door, await make(door))["jti"]
    statuses: dict[str, list[int]] = {}
    for scope in ("admin", "portal", "developer"):
        header = await client_with(door, A + scope)
        calls = (
            door.http.post(SSA, json={"org_id": 2}, headers=header),
            door.http.get(f"{SSA}/jwt?jti={jti}", headers=header),
            door.http.delete(f"{SSA}?jti={UNKNOWN}", headers=header),
        )
        statuses[scope] = [(await call).status_code for call in calls]
        listed = (await door.http.get(SSA, headers=header)).json()
        assert bool(listed) == (scope != "developer")
    assert statuses == {
        "admin": [201, 200, 422],
        "portal": [401, 401, 401],
        "developer": [401, 401, 401],
    }


async def test_tokens_that_are_not_enough(door: Door) -> None:
    header = await client_with(door, "openid")
    for method, path, body in (
        ("GET", SSA, None),
        ("POST", SSA, {"org_id": 1}),
        ("DELETE", f"{SSA}?org_id=1", None),
        ("GET", f"{SSA}/jwt", None),
    ):
        answer = await door.http.request(method, path, json=body, headers=header)
        assert problem(answer)[:2] == (401, "unauthorized_client")
        for bad in ({}, {"Authorization": "Bearer x"}):
            answer = await door.http.request(method, path, json=body, headers=bad)
            assert problem(answer)[:2] == (401, "invalid_token")


async def test_a_developer_sees_its_own(door: Door) -> None:
    header = await client_with(door, A + "admin")
    await make(door)
    await door.http.post(SSA, json={"org_id": 2}, headers=header)
    assert len((await door.http.get(SSA, headers=header)).json()) == 2
    own = await door.entry(CLIENTS)
    (inum,) = [
        entry["inum"]
        for entry in own["entries"]
        if "clientName" not in entry and entry["grantTypes"] == ["client_credentials"]
    ]
    role = {"op": "add", "path": "/scopes", "value": ["inum=1800.05.3,ou=scopes,o=jans"]}
    await door.patch(f"{CLIENTS}/{inum}", role)
    answer = await door.http.post(
        TOKEN, auth=(inum, "geheim"), data={"grant_type": "client_credentials"}
    )
    developer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    listed = (await door.http.get(SSA, headers=developer)).json()
    assert [(entry["iss"], entry["ssa"]["org_id"]) for entry in listed] == [(inum, 2)]


async def status_of(door: Door, jti: str) -> str:
    (listed,) = await door.entry(f"{SSA}?jti={jti}")
    return str(listed["status"])


async def valid(door: Door, jti: str) -> int:
    answer = await door.http.post(f"{SSA}/validation", headers={"jti": jti})
    assert answer.content == b""
    return answer.status_code


async def test_revoked_expired_used(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    jti = claims_of(door, await make(door))["jti"]
    late = claims_of(door, await make(door, expiration=NOW + 1))["jti"]
    once = await make(door)
    assert await valid(door, jti) == 200
    assert await valid(door, UNKNOWN) == 422
    assert await valid(door, "") == 422

    revoked = await door.call("DELETE", f"{SSA}?jti={jti}")
    assert (revoked.status_code, revoked.content) == (200, b"")
    assert (await door.call("DELETE", f"{SSA}?jti={jti}")).status_code == 422
    assert (await door.call("DELETE", SSA)).status_code == 406
    await register(door, **URIS, software_statement=once)
    door.sandbox.clock = lambda: NOW + 1
    once_jti = claims_of(door, once)["jti"]
    for gone, status in ((jti, "REVOKED"), (late, "EXPIRED"), (once_jti, "USED")):
        assert await status_of(door, gone) == status
        assert await valid(door, gone) == 422
        answer = await door.get(f"{SSA}/jwt", jti=gone)
        assert problem(answer)[:2] == (400, "invalid_jti")


async def test_the_jwt_again(door: Door) -> None:
    statement = await make(door)
    jti = claims_of(door, statement)["jti"]
    again = await door.entry(f"{SSA}/jwt?jti={jti}")
    assert claims_of(door, again["ssa"]) == claims_of(door, statement)


async def test_revoking_an_organizations_and_by_the_config_api(door: Door) -> None:
    jtis = [claims_of(door, await make(door, org_id="acme"))["jti"] for _ in range(2)]
    other = claims_of(door, await make(door))["jti"]
    assert (await door.call("DELETE", f"{SSA}?org_id=acme")).status_code == 200
    assert [await status_of(door, jti) for jti in jtis] == ["REVOKED", "REVOKED"]
    path = f"{API}/jans-auth-server/ssa"
    weak = {"Authorization": f"Bearer {await door.token(f'{P}scopes.readonly')}"}
    assert (await door.http.delete(f"{path}?jti={other}", headers=weak)).status_code == 401
    assert await status_of(door, other) == "ACTIVE"
    assert (await door.call("DELETE", f"{path}?jti={other}")).status_code == 200
    assert (await door.call("DELETE", f"{path}?jti={other}")).status_code == 422
    assert await status_of(door, other) == "REVOKED"


async def test_a_statement_overrides_the_request(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    statement = await make(
        door,
        org_id=7,
        software_id="shop",
        grant_types=["client_credentials", "authorization_code"],
        lifetime=60,
        scope="phone",
        client_name="From the statement",
        description="Not of the client",
    )
    made = await register(
        door,
        **URIS,
        software_statement=statement,
        software_id="mine",
        grant_types=["implicit"],
        client_name="Mine",
        scope="openid address",
        lifetime=9999,
    )
    expected = {
        "software_id": "shop",
        "org_id": "7",
        "grant_types": ["client_credentials", "authorization_code"],
        "client_name": "From the statement",
        "scope": "phone",
        "lifetime": 60,
        "client_secret_expires_at": NOW + 60,
        "software_statement": statement,
    }
    assert {name: made[name] for name in expected} == expected
    entry = await door.entry(f"{CLIENTS}/{made['client_id']}")
    assert "description" not in entry
    assert entry["expirationDate"] == "2026-01-02T00:01:00"


async def test_one_time_use(door: Door) -> None:
    once, often = await make(door), await make(door, one_time_use=False)
    made = await register(door, **URIS, software_statement=once)
    again = await door.http.post(REGISTER, json=URIS | {"software_statement": once})
    assert problem(again)[:2] == (400, "invalid_software_statement")
    assert "used" in problem(again)[2]
    for _ in range(2):
        await register(door, **URIS, software_statement=often)
    # Sending it back in an update is no second use.
    assert (await manage(door, "PUT", made, json=made)).json() == made
    other = await manage(door, "PUT", made, json=URIS | {"software_statement": often})
    assert other.json()["software_statement"] == often


async def test_a_request_that_fails_uses_nothing_up(door: Door) -> None:
    once = await make(door)
    answer = await door.http.post(REGISTER, json={"software_statement": once})
    assert problem(answer)[:2] == (400, "invalid_redirect_uri")
    assert (await register(door, **URIS, software_statement=once))["client_id"]


async def test_statements_that_are_refused(door: Door, opened: Opener) -> None:
    good = await make(door)
    claims = claims_of(door, good)
    stranger = ECKey.generate_key("P-256")
    foreign = jwt.encode({"alg": "ES256"}, claims, stranger)
    head, body, signature = good.split(".")
    folder = door.settings.data_folder
    for bad in (
        "x",
        "a.b.c",
        "ü.ü.ü",
        foreign,
        f"{head}.{body}.",
        f"eyJhbGciOiJub25lIn0.{body}.",
        f"{head}.{body}x.{signature}",
        # Signed by the server, but made for something else.
        await door.token(),
        sign(folder, claims | {"jti": UNKNOWN}, "jwt"),
        sign(folder, claims | {"iss": "https://other.example"}, "jwt"),
        {"a": "b"},
    ):
        answer = await door.http.post(REGISTER, json=URIS | {"software_statement": bad})
        assert problem(answer)[:2] == (400, "invalid_software_statement")
    demanding = opened(registration=RegistrationSettings(statement_required=True))
    answer = await demanding.http.post(REGISTER, json=URIS)
    assert problem(answer)[:2] == (403, "access_denied")
    await register(demanding, **URIS, software_statement=good)


async def test_signed_requests(door: Door, opened: Opener) -> None:
    media = {"Content-Type": "application/jwt"}
    key = ECKey.generate_key("P-256")
    public = {"keys": [key.as_dict(private=False)]}
    text = jwt.encode({"alg": "ES256"}, {**URIS, "jwks": public, "client_name": "Signed"}, key)
    answer = await door.http.post(REGISTER, content=text, headers=media)
    assert problem(answer)[:2] == (400, "invalid_client_metadata")

    signed = opened(registration=RegistrationSettings(signed_requests=True))
    answer = await signed.http.post(REGISTER, content=text, headers=media)
    assert answer.status_code == 201, answer.text
    assert answer.json()["client_name"] == "Signed"
    statement = await make(signed, jwks=public)
    inner = jwt.encode({"alg": "ES256"}, URIS | {"software_statement": statement}, key)
    answer = await signed.http.post(REGISTER, content=inner, headers=media)
    assert answer.json()["jwks"] == public
    update = jwt.encode({"alg": "ES256"}, {**URIS, "jwks": public, "client_name": "New"}, key)
    headers = {"Authorization": f"Bearer {answer.json()['registration_access_token']}"} | media
    uri = answer.json()["registration_client_uri"]
    changed = await signed.http.put(uri, content=update, headers=headers)
    assert changed.json()["client_name"] == "New"

    other = ECKey.generate_key("P-256")
    past = {**URIS, "jwks": public, "exp": 1}
    for bad in (
        b"\xff",
        b"",
        jwt.encode({"alg": "ES256"}, URIS, key),
        jwt.encode({"alg": "ES256"}, {**URIS, "jwks": public}, other),
        jwt.encode({"alg": "ES256"}, past, key),
        jwt.encode({"alg": "ES256"}, {**URIS, "jwks": {"keys": [{}]}}, key),
        jwt.encode({"alg": "ES256"}, {**URIS, "jwks": {}}, key),
        json.dumps(URIS),
    ):
        answer = await signed.http.post(REGISTER, content=bad, headers=media)
        assert problem(answer)[:2] == (400, "invalid_client_metadata")
