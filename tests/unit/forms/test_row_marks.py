from hypothesis import given
from hypothesis import strategies as st

from tui.forms.row_marks import RowMarks, mark_rows

ROWS = st.lists(st.sampled_from("abcd"), max_size=8)


def test_a_row_that_was_not_there_is_new() -> None:
    assert mark_rows(["a"], ["a", "b"]) == RowMarks(frozenset({1}))


def test_a_row_in_the_place_of_another_replaces_it() -> None:
    assert mark_rows(["a", "b"], ["a", "c"]) == RowMarks(was={1: "b"})


def test_a_row_that_is_gone_is_removed() -> None:
    assert mark_rows(["a", "b", "c"], ["a", "c"]) == RowMarks(removed=("b",))


def test_moved_rows_are_not_marked() -> None:
    assert mark_rows(["a", "b", "c"], ["c", "a", "b"]) == RowMarks()


def test_of_equal_rows_each_counts() -> None:
    assert mark_rows(["a"], ["a", "a"]) == RowMarks(frozenset({1}))
    assert mark_rows(["a", "a"], ["a"]) == RowMarks(removed=("a",))


@given(ROWS, ROWS)
def test_the_marks_add_up(before: list[str], now: list[str]) -> None:
    marks = mark_rows(before, now)
    came = [now[row] for row in [*marks.new, *marks.was]]
    gone = [*marks.removed, *marks.was.values()]
    assert sorted([*before, *came]) == sorted([*now, *gone])
    assert not set(came) & set(gone)
