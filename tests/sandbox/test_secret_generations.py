"""The three generations of servers differ in what they do with client secrets."""

import base64
import uuid
from typing import Any
from urllib.parse import quote_plus

import pytest

from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, MINIMAL, SCOPES, TOKEN, Door

MINE = f"{CLIENTS}/mine"


async def new(door: Door, **members: Any) -> Any:
    return await door.create(inum="mine", grantTypes=["client_credentials"], **members)


async def works(door: Door, secret: str) -> bool:
    """Whether the client gets a token with this secret (encoded as RFC 6749 2.3.1 says)."""
    answer = await door.http.post(
        TOKEN, auth=("mine", quote_plus(secret)), data={"grant_type": "client_credentials"}
    )
    return answer.status_code == 200


async def in_list(door: Door) -> Any:
    body = await door.entry(f"{CLIENTS}?pattern=mine")
    return body["entries"][0].get("clientSecret")


async def alone(door: Door) -> Any:
    return (await door.entry(MINE)).get("clientSecret")


async def put(door: Door, entry: Any) -> Any:
    answer = await door.call("PUT", CLIENTS, json=entry)
    assert answer.status_code == 200, answer.text
    return answer.json().get("clientSecret")


async def patch(door: Door, secret: str) -> Any:
    answer = await door.patch(MINE, {"op": "add", "path": "/clientSecret", "value": secret})
    assert answer.status_code == 200, answer.text
    return answer.json()["clientSecret"]


def is_ciphertext(value: Any, secret: str) -> bool:
    """Base64 that does not have the secret in it."""
    return secret.encode() not in base64.b64decode(value, validate=True) and value != secret


async def test_a_post(opened: Opener) -> None:
    door = opened(secrets="A")
    made = await new(door, clientSecret="geheim")
    assert made["clientSecret"] == "geheim"
    assert await in_list(door) == "geheim"
    assert is_ciphertext(await alone(door), "geheim")
    assert await works(door, "geheim")
    other = await door.create()
    assert uuid.UUID(other["clientSecret"])


async def test_a_put(opened: Opener) -> None:
    door = opened(secrets="A")
    await new(door)
    entry = await door.entry(MINE)
    assert await put(door, entry | {"clientSecret": "second"}) == "second"
    assert await in_list(door) == "second"
    assert await works(door, "second")


async def test_a_patch_breaks_the_secret(opened: Opener) -> None:
    door = opened(secrets="A")
    await new(door, clientSecret="geheim")
    assert await patch(door, "third") == "third"
    assert await alone(door) == "third"
    assert await in_list(door) is None
    assert not await works(door, "third")
    assert not await works(door, "geheim")


async def test_a_knows_no_settings(opened: Opener) -> None:
    door = opened(secrets="A", return_secret=False, return_encrypted=False)
    assert (await new(door, clientSecret="geheim"))["clientSecret"] == "geheim"
    assert is_ciphertext(await alone(door), "geheim")


async def test_b_post(opened: Opener) -> None:
    door = opened(secrets="B")
    made = await new(door, clientSecret="geheim")
    assert is_ciphertext(made["clientSecret"], "geheim")
    assert await in_list(door) == await alone(door) == made["clientSecret"]
    assert await works(door, "geheim")
    assert (await door.create())["clientSecret"]


async def test_b_encrypts_what_was_encrypted(opened: Opener) -> None:
    door = opened(secrets="B")
    before = (await new(door, clientSecret="geheim"))["clientSecret"]
    after = await put(door, await door.entry(MINE))
    assert after != before
    assert not await works(door, "geheim")
    assert await works(door, before)


async def test_c_post(opened: Opener) -> None:
    door = opened()
    made = await new(door, clientSecret="geheim")
    assert is_ciphertext(made["clientSecret"], "geheim")
    assert not await works(door, "geheim")
    plain = opened(return_encrypted=False)
    replaced = await alone(plain)
    assert uuid.UUID(replaced)
    assert await works(door, replaced)
    assert "clientSecret" not in await door.create()


async def test_c_put_knows_its_own_ciphertext(opened: Opener) -> None:
    door = opened()
    await new(door)
    await patch(door, "geheim")
    entry = await door.entry(MINE)
    assert await put(door, entry) == entry["clientSecret"]
    assert await works(door, "geheim")
    changed = await put(door, entry | {"clientSecret": "second"})
    assert is_ciphertext(changed, "second")
    assert await works(door, "second")
    # Somebody else's ciphertext is a secret like any other.
    foreign = base64.b64encode(bytes(40)).decode()
    await put(door, entry | {"clientSecret": foreign})
    assert await works(door, foreign)


@pytest.mark.parametrize("secrets", ["B", "C"])
async def test_patch_sets_a_secret(opened: Opener, secrets: str) -> None:
    door = opened(secrets=secrets)
    await new(door)
    answer = await patch(door, "geheim ü")
    assert is_ciphertext(answer, "geheim")
    assert await alone(door) == await in_list(door) == answer
    assert await works(door, "geheim ü")
    await door.patch(MINE, {"op": "add", "path": "/disabled", "value": False})
    assert await alone(door) == answer
    await door.patch(MINE, {"op": "remove", "path": "/clientSecret"})
    assert await alone(door) is None
    assert not await works(door, "geheim ü")


@pytest.mark.parametrize("secrets", ["A", "B", "C"])
async def test_put_without_a_secret_removes_it(opened: Opener, secrets: str) -> None:
    door = opened(secrets=secrets)
    await new(door, clientSecret="geheim")
    assert await put(door, MINIMAL | {"inum": "mine"}) is None
    assert await alone(door) is None
    assert await in_list(door) is None


@pytest.mark.parametrize("secrets", ["B", "C"])
@pytest.mark.parametrize(("shown", "encrypted"), [(False, True), (False, False), (True, False)])
async def test_settings(opened: Opener, secrets: str, shown: bool, encrypted: bool) -> None:
    door = opened(secrets=secrets, return_secret=shown, return_encrypted=encrypted)
    await new(door)
    await patch(door, "geheim")
    expected = "geheim" if shown else None
    assert await in_list(door) == expected
    assert await alone(door) == expected
    assert await put(door, (await door.entry(MINE)) | {"clientSecret": "geheim"}) == expected


async def test_scopes_carry_the_secrets_of_their_clients(opened: Opener) -> None:
    door = opened(return_encrypted=False)
    await new(door, scopes=["phone"])
    await patch(door, "geheim")
    scope = await door.entry(f"{SCOPES}/B9D2-D6E5?withAssociatedClients=true")
    assert "geheim" in [client.get("clientSecret") for client in scope["clients"]]


async def test_secrets_are_not_in_the_files(opened: Opener) -> None:
    door = opened()
    await new(door)
    await patch(door, "a-very-secret-secret")
    token = await door.token()
    for path in door.settings.data_folder.iterdir():
        data = path.read_bytes()
        assert b"a-very-secret-secret" not in data
        assert token.encode() not in data
