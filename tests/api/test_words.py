"""What becomes of a server's words on their way to a person."""

import pytest

from tui.api import http
from tui.api.response_failures import scopes_lacking
from tui.api.words import LIMIT, LOOKED_AT, plain, redacted, words_of


def test_known_secrets_are_hidden_wherever_they_stand() -> None:
    secret = "sec-ret"
    assert redacted(f"a{secret}b {secret}", {secret}) == "a[hidden]b [hidden]"
    assert secret[:4] not in redacted("x" * 7_997 + secret, {secret})


def test_a_short_secret_does_not_tear_the_words_apart() -> None:
    assert redacted("a name", {"a", ""}) == "a name"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("got Bearer abcdefgh.1", "got Bearer [hidden]"),
        ("got basic QWxhZGRpbjpv==", "got basic [hidden]"),
        ('{"client_secret": "x1", "a": 1}', '{"client_secret [hidden]", "a": 1}'),
        ("access_token=abc&x=1", "access_token [hidden]&x=1"),
        ("id eyJhbGciOi.eyJzdWIi.c2ln end", "id [hidden] end"),
        ("Token is Invalid.", "Token is Invalid."),
        ("token scopes: [openid]", "token scopes: [openid]"),
        ("ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!", None),
    ],
)
def test_what_looks_like_a_secret_is_hidden(said: str, shown: str | None) -> None:
    assert redacted(said, ()) == (said if shown is None else shown)


def test_plain_text_is_one_short_line() -> None:
    assert plain("  a\n\n b\x00\x1b[0m\u202e\u2066\ud800 ") == "a b [0m"
    assert plain("x" * 10, 5) == "xxxx…"
    assert plain("\u200b" * 100_000) == ""


@pytest.mark.parametrize(
    "text",
    ["<script" * 400_000, "eyJ-" * 700_000, "a" * 3_000_000, "Required scope: [" * 170_000],
)
def test_only_the_start_of_a_long_answer_is_searched(text: str) -> None:
    response = http.Response(401, html=text)
    assert len(redacted(text, ())) <= LOOKED_AT
    assert len(words_of(response, {"some-secret"})) <= LIMIT
    assert scopes_lacking(response) is None
