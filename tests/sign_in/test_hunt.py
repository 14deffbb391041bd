"""What the hunt for secrets finds."""

import logging

import pytest

from tests.sign_in.hunt import Hunt
from tui.api.errors import Unauthorised

SECRET = "hush/hush and more"
KEY = f"-----BEGIN PRIVATE KEY-----\n{'x' * 64}\n{'y' * 64}\n-----END PRIVATE KEY-----\n"


@pytest.mark.parametrize(
    "told",
    [f"said {SECRET} aloud", "form=hush%2Fhush+and+more", "hush%2Fhush%20and%20more", "y" * 64],
)
def test_a_secret_that_is_told_is_found(told: str, caplog: pytest.LogCaptureFixture) -> None:
    hunt = Hunt((SECRET, KEY), caplog)
    hunt.hear("screen", "nothing", told)
    with pytest.raises(AssertionError, match="a secret stands in: screen"):
        hunt.end()


def test_the_log_and_what_lies_behind_an_error_are_looked_through(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hunt = Hunt((SECRET,), caplog)
    hunt.hear("screen", "nothing")
    hunt.end()
    logging.getLogger("some.library").debug("sending %s", SECRET)
    with pytest.raises(AssertionError, match="a secret stands in: log"):
        hunt.end()
    caplog.clear()
    hunt = Hunt((SECRET,), caplog)
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            raise Unauthorised("It failed.") from cause
    except Unauthorised as error:
        hunt.catch(error)
    with pytest.raises(AssertionError, match="a secret stands in: exception"):
        hunt.end()


def test_a_traceback_before_a_person_is_found(caplog: pytest.LogCaptureFixture) -> None:
    hunt = Hunt((SECRET,), caplog)
    hunt.hear("shell", "Traceback (most recent call last):")
    with pytest.raises(AssertionError, match="a traceback stands in: shell"):
        hunt.end()


def test_nothing_to_look_through_is_no_success(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(AssertionError, match="nothing was heard"):
        Hunt((SECRET,), caplog).end()
