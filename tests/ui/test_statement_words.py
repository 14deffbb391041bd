"""Software statements in words, and what is searched for among them."""

from datetime import UTC, datetime, timedelta

import pytest

from tui.models.json import Json, JsonObject
from tui.models.registration.software_statement import SsaDocument
from tui.screens.statement_query import StatementQuery
from tui.widgets.statement_list import columns
from tui.widgets.statement_words import claim_rows, use_word, when

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


def listed(number: int, status: str = "ACTIVE", **claims: Json) -> SsaDocument:
    """As the server lists it."""
    return SsaDocument(
        {
            "ssa": {"jti": f"jti-{number}", "org_id": "Acme", "software_id": "Shop", **claims},
            "created_at": 1_781_000_000 + number,
            "expiration": 1_790_000_000,
            "status": status,
        }
    )


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (timedelta(days=30), "in 30 days"),
        (timedelta(days=29, hours=23, minutes=59), "in 30 days"),
        (timedelta(hours=30), "in 30 h"),
        (timedelta(minutes=59), "in 59 min"),
        (timedelta(), "just now"),
        (-timedelta(hours=3), "3 h ago"),
        (-timedelta(days=1000), "1,000 days ago"),
    ],
)
def test_times_in_words(away: timedelta, words: str) -> None:
    then = NOW + away
    assert when(then, NOW) == f"{then:%Y-%m-%d %H:%M} UTC, {words}"


def test_claims_in_words() -> None:
    claims: JsonObject = {
        "unknown": {"a": [1]},
        "exp": int(NOW.timestamp()) + 86_400 * 10,
        "nbf": "soon",
        "lifetime": 3600,
        "one_time_use": False,
        "software_roles": ["a", "b"],
        "odd": ["a", 1],
        "org_id": 7,
    }
    assert list(claim_rows(claims, NOW)) == [
        ("Organization", "7"),
        ("Software roles", "a, b"),
        ("Expires", "2026-06-25 12:00 UTC, in 10 days"),
        ("Not before", "soon"),
        ("One-time use", "no"),
        ("Clients live", "1 h (3600) after they registered"),
        ("unknown", '{"a": [1]}'),
        ("odd", '["a", 1]'),
    ]


def test_whether_it_can_be_used_again() -> None:
    assert use_word(listed(1, one_time_use=True)) == "once"
    assert use_word(listed(1, one_time_use=False)) == "many"
    assert use_word(listed(1, one_time_use="yes")) == use_word(listed(1)) == ""


def test_a_search_is_for_the_server_and_for_what_it_found() -> None:
    assert StatementQuery.of("") == StatementQuery()
    query = StatementQuery.of('Pay org:"Acme Ltd" ACTIVE jti:x:y other:z')
    assert query == StatementQuery("Acme Ltd", "x:y", ("pay", "active", "other:z"))
    assert query.asks_as(StatementQuery("Acme Ltd", "x:y"))
    assert not query.asks_as(StatementQuery("Acme Ltd"))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", ["jti-3", "jti-2", "jti-1"]),
        ("revoked", ["jti-2"]),
        ("SHOP once", ["jti-1"]),
        ("payment", ["jti-3"]),
        ("jti-2 acme", ["jti-2"]),
        ("2026-06-09", ["jti-3", "jti-2", "jti-1"]),
        ("device", ["jti-3"]),
        ("nothing", []),
    ],
)
def test_words_are_looked_for_in_all_columns(pattern: str, found: list[str]) -> None:
    documents = [
        listed(1, one_time_use=True),
        listed(2, "REVOKED"),
        listed(
            3,
            software_roles=["payment"],
            grant_types=["urn:ietf:params:oauth:grant-type:device_code"],
        ),
    ]
    assert [one.jti for one in StatementQuery.of(pattern).filtered(documents)] == found


def test_what_is_no_statement_is_listed_all_the_same() -> None:
    odd = [SsaDocument({}), SsaDocument({"ssa": 5, "created_at": "x", "status": 1})]
    assert len(StatementQuery().filtered(odd)) == 2


@pytest.mark.parametrize("width", [20, 37, 59, 60, 76, 99, 100, 116, 300])
def test_columns_fill_the_row_and_no_more(width: int) -> None:
    cells = columns(width)
    assert min(cells.values()) > 0
    assert sum(cells.values()) + len(cells) == width
    assert ("created" in cells) == (width >= 100)
