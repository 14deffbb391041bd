"""What a save would end, in words."""

from datetime import datetime

import pytest

from tests.ui.support import NOW
from tui.forms.draft import Draft
from tui.models.json import JsonObject
from tui.screens.lockout import DISABLED, OLD_SECRET, what_is_cut_off

CLIENT: JsonObject = {"inum": "1", "clientSecret": "old", "lastAccessTime": "2026-06-15T09:00:00"}


@pytest.mark.parametrize(
    ("before", "edit", "words"),
    [
        ({}, {"description": "x"}, ""),
        ({}, {"disabled": True}, f"{DISABLED} It was last used 3 h ago."),
        ({"lastAccessTime": ""}, {"disabled": True}, DISABLED),
        ({"disabled": True}, {"disabled": False}, ""),
        ({}, {"clientSecret": "new"}, f"{OLD_SECRET} It was last used 3 h ago."),
        ({"clientSecret": ""}, {"clientSecret": "new"}, ""),
        ({"tokenEndpointAuthMethod": "none"}, {"clientSecret": "new"}, ""),
    ],
)
def test_what_a_save_ends(before: JsonObject, edit: JsonObject, words: str) -> None:
    draft = Draft({**CLIENT, **before})
    for name, value in edit.items():
        draft.set(name, value)
    assert what_is_cut_off(draft, NOW) == words


def test_a_date_without_a_zone_is_compared_with_utc() -> None:
    draft = Draft(CLIENT)
    draft.set("disabled", True)
    assert what_is_cut_off(draft, datetime(2026, 6, 15, 9)).endswith("just now.")  # noqa: DTZ001
