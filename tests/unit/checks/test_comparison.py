import pytest

from tests.unit.checks.cases import E, W
from tui.checks.comparison import blocking, compare
from tui.checks.finding import Finding

A = Finding("redirectUris", E, "a is wrong", 3)
A_MOVED = Finding("redirectUris", E, "a is wrong", 0)
B = Finding("grantTypes", W, "b is odd")
C = Finding("attributes.parLifetime", E, "c is wrong")
D = Finding("tokenEndpointAuthMethod", E, "d needs keys", related=("jwks", "jwksUri"))


def test_what_is_new_and_what_is_gone() -> None:
    assert compare([A, B], [B, C]) == ([C], [A])
    assert compare([], [A]) == ([A], [])
    assert compare([A], []) == ([], [A])


def test_moving_to_another_row_is_no_change() -> None:
    assert compare([A], [A_MOVED]) == ([], [])


def test_the_same_at_two_rows_counts_twice() -> None:
    assert compare([A], [A_MOVED, A]) == ([A], [])
    assert compare([A, A_MOVED], [A]) == ([], [A_MOVED])


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ([], []),
        (["description"], []),
        (["grantTypes"], []),
        (["redirectUris"], [A]),
        (["redirectUris.0"], [A]),
        (["redirectUrisRegex"], []),
        (["attributes.parLifetime"], [C]),
        (["attributes"], [C]),
        (["attributes.requirePar"], []),
        (["jwks"], [D]),
        (["jwksUri"], [D]),
        (["tokenEndpointAuthMethod", "redirectUris"], [A, D]),
    ],
)
def test_errors_block_where_something_changed(changed: list[str], expected: list[Finding]) -> None:
    assert blocking([A, B, C, D], changed) == expected


def test_every_error_blocks_a_new_client() -> None:
    assert blocking([A, B, C, D], [], new=True) == [A, C, D]


def test_an_error_at_a_row_that_was_there_does_not_block_other_rows() -> None:
    fresh = Finding("redirectUris", E, "other is wrong", 1)
    assert blocking([A_MOVED, fresh], ["redirectUris"], before=[A]) == [fresh]
    assert blocking([C], ["attributes.parLifetime"], before=[C]) == [C]
