"""What is known of a long list, and what is read next."""

from tests.ui.support import client
from tui.models.document import ClientDocument
from tui.models.page import Page
from tui.widgets.row_window import PAGE, RowWindow, Span


def page(start: int, count: int, total: int) -> Page[ClientDocument]:
    return Page(start, total, [ClientDocument(client(start + n)) for n in range(count)])


def test_nothing_is_known_at_first() -> None:
    window = RowWindow()
    assert window.total is None
    assert window.row(0) is None
    assert window.missing(0, 20) is None


def test_the_seen_page_is_read_first_then_the_next_then_the_one_before() -> None:
    window = RowWindow()
    window.put(page(0, 50, 1000))
    assert window.missing(0, 20) == Span(50, 50)
    assert window.missing(300, 320) == Span(300, 50)
    window.put(page(300, 50, 1000))
    assert window.missing(300, 320) == Span(350, 50)
    window.put(page(350, 50, 1000))
    assert window.missing(300, 320) == Span(250, 50)
    window.put(page(250, 50, 1000))
    assert window.missing(300, 320) is None


def test_rows_across_two_pages_are_read_at_once() -> None:
    window = RowWindow()
    window.put(page(0, 50, 1000))
    assert window.missing(390, 410) == Span(350, 100)


def test_a_huge_terminal_does_not_ask_for_more_than_servers_give() -> None:
    window = RowWindow()
    window.put(page(0, 0, 10_000))
    assert window.missing(1000, 1600) == Span(1000, 200)


def test_the_end_of_the_list_is_not_passed() -> None:
    window = RowWindow()
    window.put(page(0, 50, 73))
    assert window.missing(40, 60) == Span(50, 23)
    window.put(page(50, 23, 73))
    assert window.missing(40, 60) is None


def test_a_server_that_gives_fewer_rows_is_asked_for_the_rest() -> None:
    window = RowWindow()
    window.put(page(0, 20, 100))
    assert window.missing(0, 30) == Span(20, 30)


def test_rows_that_the_server_owes_but_does_not_give_are_not_asked_for_again() -> None:
    window = RowWindow()
    window.put(page(0, 50, 60))
    window.put(page(50, 0, 60))
    assert window.missing(40, 60) is None
    assert window.row(55) is None


def test_memory_is_bounded() -> None:
    window = RowWindow(keep=200)
    for start in range(0, 5000, PAGE):
        window.put(page(start, PAGE, 5000))
    assert len(window) <= 200
    assert window.row(4999) is not None
    assert window.row(0) is None


def test_expired_rows_are_seen_until_newer_ones_come_and_are_read_again() -> None:
    window = RowWindow()
    window.put(page(0, 50, 100))
    window.expire()
    assert window.row(10) is not None
    assert window.missing(0, 20) == Span(0, 50)
    newer = ClientDocument(client(10, clientName="newer"))
    window.put(Page(10, 100, [newer]))
    assert window.row(10) is newer
    assert window.find(newer.inum) == 10
    assert window.find(ClientDocument(client(11)).inum) is None


def test_a_shorter_list_forgets_what_is_behind_its_end() -> None:
    window = RowWindow()
    window.put(page(0, 50, 50))
    window.put(page(0, 10, 10))
    assert window.row(10) is None
    window.clear()
    assert window.total is None
