from datetime import UTC, datetime

import pytest

from tui.api.retry import LONGEST_WAIT, MAX_TRIES, Fault, Outcome, decide, retry_after

READS = ["GET", "HEAD"]
WRITES = ["POST", "PUT", "PATCH", "DELETE"]
NOW = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("method", READS)
@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(Fault.REFUSED),
        Outcome(Fault.TIMED_OUT),
        Outcome(Fault.BROKEN),
        *(Outcome(status=status) for status in (429, 502, 503, 504)),
    ],
)
def test_reads_are_repeated_after_what_may_pass(method: str, outcome: Outcome) -> None:
    assert decide(method, 1, outcome) is not None
    assert decide(method, MAX_TRIES - 1, outcome) is not None
    assert decide(method, MAX_TRIES, outcome) is None


@pytest.mark.parametrize("status", [200, 204, 301, 400, 401, 403, 404, 409, 500, 501])
@pytest.mark.parametrize("method", [*READS, *WRITES])
def test_other_answers_stand(method: str, status: int) -> None:
    assert decide(method, 1, Outcome(status=status)) is None


@pytest.mark.parametrize("method", [*READS, *WRITES])
def test_a_lasting_fault_stands(method: str) -> None:
    assert decide(method, 1, Outcome(Fault.LASTING)) is None


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize(
    ("outcome", "repeated"),
    [
        (Outcome(Fault.REFUSED), True),
        (Outcome(Fault.TIMED_OUT), False),
        (Outcome(Fault.BROKEN), False),
        (Outcome(status=429), True),
        (Outcome(status=429, retry_after=1), True),
        (Outcome(status=503), False),
        (Outcome(status=503, retry_after=1), True),
        (Outcome(status=502), False),
        (Outcome(status=502, retry_after=1), False),
        (Outcome(status=504, retry_after=1), False),
    ],
)
def test_writes_are_repeated_only_when_not_done(
    method: str, outcome: Outcome, repeated: bool
) -> None:
    assert (decide(method, 1, outcome) is not None) is repeated


def test_backoff_doubles_with_full_jitter() -> None:
    outcome = Outcome(Fault.REFUSED)
    assert [decide("GET", n, outcome, random=lambda: 0.5) for n in (1, 2)] == [0.25, 0.5]
    assert decide("GET", 1, outcome, random=lambda: 0.0) == 0.0


def test_the_wait_asked_for_is_kept_up_to_a_limit() -> None:
    assert decide("GET", 1, Outcome(status=503, retry_after=7)) == 7
    assert decide("GET", 1, Outcome(status=429, retry_after=0)) == 0
    assert decide("GET", 1, Outcome(status=429, retry_after=LONGEST_WAIT)) == LONGEST_WAIT
    assert decide("GET", 1, Outcome(status=429, retry_after=LONGEST_WAIT + 1)) is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0),
        ("17", 17),
        (" 17 ", 17),
        ("9" * 400, 999_999_999),
        ("Thu, 01 Jan 2026 12:00:05 GMT", 5),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0),
        ("Thu, 01 Jan 2026 12:00:05 -0000", 5),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Thu, 99 Jan 2026 12:00:05 GMT", None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds
