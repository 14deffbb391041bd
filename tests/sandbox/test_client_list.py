"""GET ``/openid/clients``: pages, search, order, filters."""

from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, INTERNAL, Door, inums
from tui.sandbox.fill import fill
from tui.sandbox.settings import SandboxSettings

NAMES = ["alpha", "Beta", "gamma, ray", "delta % _ Straße", "Ärger", 'epsilon\'s "x"']


@pytest.fixture
async def named(door: Door) -> dict[str, str]:
    """Clients with ``NAMES``: key by name."""
    made = {}
    for number, name in enumerate(NAMES):
        client = await door.create(
            inum=f"test-{number}",
            clientName=name,
            description=f"number {number} of test",
            applicationType="native" if number % 2 else "web",
            trustedClient=number == 1,
            clientIdIssuedAt=f"2026-01-0{9 - number}T00:00:00",
        )
        made[name] = client["inum"]
    return made


async def test_the_seed_is_listed_in_order_of_inum(door: Door) -> None:
    answer = await door.get(CLIENTS)
    body = answer.json()
    assert (body["start"], body["totalEntriesCount"], body["entriesCount"]) == (0, 8, 8)
    keys = [entry["inum"] for entry in body["entries"]]
    assert keys == sorted(keys)
    assert {key.split(".")[0] for key in keys} >= {"1800", "2000", "1201", "3000"}
    nameless = [entry for entry in body["entries"] if "clientName" not in entry]
    assert nameless
    assert "displayName" not in nameless[0]


async def test_pages(door: Door, named: dict[str, str]) -> None:
    keys = await inums(door, CLIENTS, limit=200)
    assert len(keys) == 8 + len(named)
    pages = [await inums(door, CLIENTS, limit=5, startIndex=start) for start in (0, 5, 10)]
    assert [key for page in pages for key in page] == keys
    beyond = (await door.get(CLIENTS, limit=5, startIndex=99)).json()
    assert beyond == {"start": 99, "totalEntriesCount": len(keys), "entriesCount": 0}


async def test_limits(door: Door, opened: Opener) -> None:
    assert (await door.get(CLIENTS, limit=200)).status_code == 200
    answer = await door.get(CLIENTS, limit=201)
    assert answer.status_code == 400
    assert answer.json() == {
        "code": "400",
        "message": "Maximum number of results per page is 200",
    }
    small = opened(max_count=3)
    answer = await small.get(CLIENTS, limit=4)
    assert answer.json()["message"] == "Maximum number of results per page is 3"


@pytest.mark.parametrize("limit", [0, -1, -(2**31)])
async def test_no_limit_gives_all(opened: Opener, folder: Path, limit: int) -> None:
    fill(SandboxSettings(folder), 1100)
    answer = await opened().get(CLIENTS, limit=limit)
    body = answer.json()
    assert body["totalEntriesCount"] == body["entriesCount"] == len(body["entries"]) == 1108
    keys = [entry["inum"] for entry in body["entries"]]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ALPHA", ["alpha"]),
        ("alpha,BETA", ["alpha", "Beta"]),
        (",,alpha,,", ["alpha"]),
        ("ärg", ["Ärger"]),
        ("STRASSE", ["delta % _ Straße"]),
        ("% _", ["delta % _ Straße"]),
        ("%", ["delta % _ Straße"]),
        ("ray", ["gamma, ray"]),
        ("gamma, ray", ["gamma, ray"]),
        ("number 4", ["Ärger"]),
        ("test-0", ["alpha"]),
        ("epsilon's \"", ['epsilon\'s "x"']),
        ("zeta", []),
    ],
)
async def test_pattern(door: Door, named: dict[str, str], pattern: str, found: list[str]) -> None:
    assert await inums(door, CLIENTS, pattern=pattern) == [named[name] for name in found]


async def test_a_pattern_counts_all_that_match(door: Door, named: dict[str, str]) -> None:
    body = (await door.get(CLIENTS, pattern="of test", limit=2, startIndex=3)).json()
    assert (body["start"], body["totalEntriesCount"], body["entriesCount"]) == (3, 6, 2)
    assert [entry["clientName"] for entry in body["entries"]] == NAMES[3:5]


@pytest.mark.parametrize(
    ("parameters", "order"),
    [
        ({"sortBy": "displayName"}, [0, 1, 3, 5, 2, 4]),
        ({"sortBy": "displayName", "sortOrder": "descending"}, [4, 2, 5, 3, 1, 0]),
        ({"sortBy": "displayName", "sortOrder": "DESCENDING"}, [0, 1, 3, 5, 2, 4]),
        ({"sortBy": "jansClntIdIssuedAt"}, [5, 4, 3, 2, 1, 0]),
        ({"sortBy": "jansAppTyp"}, [1, 3, 5, 0, 2, 4]),
        ({"sortBy": "description", "sortOrder": "descending"}, [5, 4, 3, 2, 1, 0]),
        ({"sortBy": ""}, [0, 1, 2, 3, 4, 5]),
    ],
)
async def test_order(
    door: Door, named: dict[str, str], parameters: dict[str, str], order: list[int]
) -> None:
    found = await inums(door, CLIENTS, pattern="of test", **parameters)
    assert found == [f"test-{number}" for number in order]


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ("applicationType=native", [1, 3, 5]),
        ("applicationType=native,trustedClient=true", [1]),
        ("trustedClient=TRUE", [1]),
        ("trustedClient=no", [0, 2, 3, 4, 5]),
        ("clientName=Beta", [1]),
        ("clientName=Bet", []),
        ("clientId=test-2", [2]),
        (" applicationType = web ", [0, 2, 4]),
        ("nonsense", [0, 1, 2, 3, 4, 5]),
        ("disabled=false", [0, 1, 2, 3, 4, 5]),
    ],
)
async def test_filters(door: Door, named: dict[str, str], pairs: str, found: list[int]) -> None:
    keys = await inums(door, CLIENTS, pattern="of test", fieldValuePair=pairs)
    assert keys == [f"test-{number}" for number in found]


@pytest.mark.parametrize(
    "parameters",
    [
        {"startIndex": -1},
        {"sortBy": "clientName"},
        {"sortBy": "inum; DROP TABLE clients"},
        {"sortBy": 'inum" --'},
        {"sortBy": "(SELECT secret FROM clients_bodies)"},
        {"fieldValuePair": "search=x"},
        {"fieldValuePair": 'inum"=""--=x'},
        {"fieldValuePair": "displayName=x"},
        {"fieldValuePair": "accessTokenLifetime=soon"},
        {"pattern": ",".join(f"t{number}" for number in range(5000))},
    ],
)
async def test_what_the_database_would_refuse(door: Door, parameters: dict[str, Any]) -> None:
    answer = await door.get(CLIENTS, **parameters)
    assert (answer.status_code, answer.json()) == (500, INTERNAL)
    assert len(await inums(door, CLIENTS)) == 8


@pytest.mark.parametrize("name", ["limit", "startIndex"])
@pytest.mark.parametrize("value", ["ten", "1.5", "1e3", str(2**31), "9" * 5000, " "])
async def test_what_is_no_number(door: Door, name: str, value: str) -> None:
    answer = await door.get(CLIENTS, **{name: value})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "text",
    [
        "'; DROP TABLE clients; --",
        '"',
        "\\",
        "\x00",
        "' OR 1=1 --",
        "?",
        "%00",
        "\u202e",
        "x" * 50_000,
    ],
)
async def test_hostile_texts_are_only_texts(door: Door, text: str) -> None:
    for parameters in ({"pattern": text}, {"fieldValuePair": f"clientName={text}"}):
        body = (await door.get(CLIENTS, **parameters)).json()
        assert body == {"start": 0, "totalEntriesCount": 0, "entriesCount": 0}
    assert len(await inums(door, CLIENTS)) == 8
