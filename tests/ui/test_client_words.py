"""Words, columns and lines of the list, without a terminal."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from rich.cells import cell_len

from tests.data.hostile_texts import HOSTILE
from tests.ui.support import NOW, client
from tui.models.dates import to_wire
from tui.models.document import ClientDocument
from tui.widgets.cells import exactly
from tui.widgets.client_columns import GAP, MARGIN, Column, columns_for
from tui.widgets.client_facts import asks_for_pkce, dates, lifetimes, summary
from tui.widgets.client_line import client_line, header_line
from tui.widgets.client_status import State, ago, status_of
from tui.widgets.client_words import as_many, auth_word, grant_words, short_id


def document(**members: Any) -> ClientDocument:
    return ClientDocument(client(7, **members))


def test_grants_are_one_short_word_each() -> None:
    grants = [
        "authorization_code",
        "refresh_token",
        "client_credentials",
        "urn:ietf:params:oauth:grant-type:device_code",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:openid:params:grant-type:ciba",
        "urn:example:grant:novel",
        "odd:",
        "",
    ]
    assert grant_words(document(grantTypes=grants)) == [
        "code",
        "refresh",
        "client_credentials",
        "device",
        "exchange",
        "ciba",
        "novel",
        "odd:",
        "",
    ]
    assert grant_words(document(grantTypes="authorization_code")) == []


def test_what_does_not_fit_is_counted() -> None:
    words = ["code", "refresh", "client_credentials"]
    assert as_many(words, 40) == "code refresh client_credentials"
    assert as_many(words, 18) == "code refresh +1"
    assert as_many(words, 10) == "code +2"
    assert as_many(words, 2) == "code +2"
    assert as_many([], 5) == ""


def test_the_auth_method_is_the_set_one_or_the_one_that_the_server_derived() -> None:
    assert auth_word(document()) == "secret_basic"
    assert auth_word(document(tokenEndpointAuthMethod="private_key_jwt")) == "private_key_jwt"
    derived = document(tokenEndpointAuthMethod=None, authenticationMethod="tls_client_auth")
    assert auth_word(derived) == "tls"
    assert auth_word(ClientDocument({})) == ""


@pytest.mark.parametrize("width", [13, 20, 36])
def test_a_shortened_id_keeps_both_ends(width: int) -> None:
    inum = "8c2f70b1-95d2-4b0e-a0a1-0c2e5ab141a9"
    short = short_id(inum, width)
    assert len(short) == width
    head, _, tail = short.partition("…")
    assert inum.startswith(head)
    assert inum.endswith(tail)
    assert short_id(inum, 13) == "8c2f70b1…41a9"


@pytest.mark.parametrize(
    ("left", "word", "state"),
    [
        (timedelta(seconds=-1), "expired", State.EXPIRED),
        (timedelta(), "expired", State.EXPIRED),
        (timedelta(minutes=59), "minutes left", State.ENDING),
        (timedelta(hours=5, minutes=30), "5 h left", State.ENDING),
        (timedelta(days=1), "1 day left", State.ENDING),
        (timedelta(days=6, hours=3), "6 days left", State.ENDING),
        (timedelta(days=30), "30 days left", State.ENDING),
        (timedelta(days=31), "active", State.ACTIVE),
    ],
)
def test_the_status_tells_how_long_a_client_has_left(
    left: timedelta, word: str, state: State
) -> None:
    for member in ("expirationDate", "clientSecretExpiresAt"):
        status = status_of(document(**{member: to_wire(NOW + left)}), NOW)
        assert (status.word, status.state) == (word, state)


def test_the_earlier_end_counts_and_disabled_comes_first() -> None:
    soon, late = to_wire(NOW + timedelta(days=2)), to_wire(NOW + timedelta(days=20))
    both = {"expirationDate": late, "clientSecretExpiresAt": soon}
    assert status_of(document(**both), NOW).word == "2 days left"
    assert status_of(document(**both, disabled=True), NOW).word == "disabled"


@pytest.mark.parametrize("odd", [None, 0, True, "never", "", [], "9999-99-99", 1767225600000])
def test_an_odd_end_is_no_end(odd: Any) -> None:
    assert status_of(document(expirationDate=odd, clientSecretExpiresAt=odd), NOW).word == "active"


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=5), "5 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=59), "59 days ago"),
        (timedelta(days=100), "on 2026-03-07"),
    ],
)
def test_how_long_ago(past: timedelta, words: str) -> None:
    assert ago(NOW - past, NOW) == words


def test_the_columns_that_matter_most_stay_when_it_gets_narrow() -> None:
    def names(width: int) -> list[str]:
        return [cell.column.value for cell in columns_for(width)]

    assert names(39) == ["Name", "Status"]
    assert names(79) == ["Name", "Client ID", "Grants", "Status"]
    every = ["Name", "Client ID", "Type", "Grants", "Auth", "Status"]
    assert names(99) == names(119) == names(300) == every
    assert names(10) == ["Name", "Status"]


@pytest.mark.parametrize("width", range(20, 260, 7))
def test_the_columns_fill_the_width(width: int) -> None:
    cells = columns_for(width)
    assert MARGIN + sum(cell.width for cell in cells) + GAP * (len(cells) - 1) == width
    line = client_line(document(), cells, NOW, "▌")
    assert sum(cell_len(text) for text, _ in line) == width
    assert cell_len(header_line(cells, Column.NAME, descending=True)) == width


@pytest.mark.parametrize("text", ["", "abc", "abcdefgh", "日本語テキスト", "a日b本c", "é" * 9])
@pytest.mark.parametrize("width", [1, 2, 3, 5, 9])
def test_text_of_an_exact_width(text: str, width: int) -> None:
    assert cell_len(exactly(text, width)) == width
    assert exactly(text, 0) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_keep_to_their_columns(text: str) -> None:
    odd = document(
        clientName=text,
        inum=text,
        applicationType=text,
        grantTypes=[text, text],
        tokenEndpointAuthMethod=text,
    )
    for width in (39, 79, 99, 200):
        line = client_line(odd, columns_for(width), NOW)
        assert sum(cell_len(piece) for piece, _ in line) == width
        assert all(piece.isprintable() for piece, _ in line)


def test_the_header_marks_the_sorted_column() -> None:
    cells = columns_for(99)
    assert "Name ▼ " in header_line(cells, Column.NAME, descending=True)
    assert "Client ID ▲ " in header_line(cells, Column.ID, descending=False)


def test_facts_of_a_client() -> None:
    used = to_wire(NOW - timedelta(hours=3))
    whole = document(lastAccessTime=used, clientIdIssuedAt="2026-01-02T03:04:05")
    assert list(summary(whole, NOW)) == [
        "1 redirect URI",
        "2 scopes",
        "PKCE",
        "access 5 min",
        "last used 3 h ago",
    ]
    assert lifetimes(document(refreshTokenLifetime=14400)) == [
        ("access", "5 min"),
        ("refresh", "4 h"),
    ]
    assert dates(whole) == [("created", "2026-01-02 03:04")]
    assert list(summary(ClientDocument({}), NOW)) == ["0 redirect URIs", "0 scopes"]


@pytest.mark.parametrize("odd", [None, "x", True, -1, 0, 10**30, 2.5, [], {}])
def test_odd_values_are_left_out(odd: Any) -> None:
    strange = ClientDocument(
        {
            "redirectUris": odd,
            "scopes": odd,
            "accessTokenLifetime": odd,
            "lastAccessTime": odd,
            "attributes": odd,
        }
    )
    assert list(summary(strange, NOW)) == ["0 redirect URIs", "0 scopes"]
    assert not asks_for_pkce(strange)


def test_the_clock_has_no_zone() -> None:
    from tui.widgets.client_status import utc_now

    assert utc_now().tzinfo is None
    assert isinstance(utc_now(), datetime)
