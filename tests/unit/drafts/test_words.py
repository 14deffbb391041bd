"""Drafts in words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.unit.drafts.cases import edited, stored
from tui.drafts.words import changed_settings, counted, title, when
from tui.forms.draft import Draft
from tui.models.new_client import new_client

NOW = datetime(2026, 6, 15, 0, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 6, 14, 22, 5, tzinfo=UTC), "today 00:05"),
        (datetime(2026, 6, 14, 21, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 6, 13, 22, 0, tzinfo=UTC), "yesterday 00:00"),
        (datetime(2026, 6, 13, 21, 59, tzinfo=UTC), "2026-06-13 23:59"),
        (datetime(2027, 1, 1, 0, 0, tzinfo=UTC), "2027-01-01 02:00"),
    ],
)
def test_when(moment: datetime, words: str) -> None:
    assert when(moment, NOW) == words


def test_settings_are_counted_as_the_form_has_them() -> None:
    draft = edited(clientName="New")
    assert counted(stored(draft)) == "1 setting"
    draft.reject("accessTokenLifetime", "soon", "no")
    draft.edited["other"] = 1
    assert changed_settings(draft) == {"clientName", "accessTokenLifetime", "other"}
    draft.set("clientSecret", "the-new-secret")
    assert counted(stored(draft)) == "4 settings"


def test_what_a_draft_is_called() -> None:
    assert title(stored(edited(clientName="New"))) == "New"
    nameless = Draft({"inum": "1234"})
    nameless.set("description", "x")
    assert title(stored(nameless)) == "1234"
    fresh = Draft(None, new_client())
    fresh.set("description", "x")
    assert title(stored(fresh, "key")) == "New client"
