"""Two people edit one client at a time."""

from pathlib import Path

import pytest

from tests.ui.form_stage import FormStage, editing
from tests.ui.support import NORMAL, WIDE
from tui.forms.spec import Kind
from tui.forms.table import SPECS
from tui.screens.client import ClientScreen
from tui.screens.review import ReviewScreen

MINE, THEIRS = "mine [/b]", "theirs [b]"


async def both_edit(stage: FormStage) -> None:
    """I change the description; they change it too, and the contacts."""
    await stage.put("description", MINE)
    await stage.server.change(stage.inum, description=THEIRS, contacts=["they@rp.example"])


@pytest.mark.parametrize(("size", "key", "stays"), [(NORMAL, "m", MINE), (WIDE, "t", THEIRS)])
async def test_the_side_is_chosen(
    tmp_path: Path, size: tuple[int, int], key: str, stays: str
) -> None:
    async with editing(tmp_path, size=size) as stage:
        await both_edit(stage)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "You and someone else changed these." in stage.text
        assert f"○ mine   {MINE}" in stage.text
        assert f"○ theirs {THEIRS}" in stage.text
        assert "Changed by someone else since you opened it, kept:" in stage.text
        assert "they@rp.example" in stage.text
        await stage.press("f2")
        await stage.see("Choose mine (m) or theirs (t)")
        await stage.press("space", "space", key)
        await stage.see("● mine" if key == "m" else "● theirs")
        await stage.press("f2")
        await stage.back_in_list()
        stored = await stage.stored()
        assert stored["description"] == stays
        assert stored["contacts"] == ["they@rp.example"]


async def test_several_conflicts_are_gone_through(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await both_edit(stage)
        await stage.put("accessTokenLifetime", "15m")
        await stage.server.change(stage.inum, accessTokenLifetime=60)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("m", "t", "up", "down", "right")
        await stage.see("● theirs")
        await stage.press("f2")
        await stage.back_in_list()
        stored = await stage.stored()
        assert sorted([str(stored["description"]), str(stored["accessTokenLifetime"])]) in (
            [str(60), MINE],
            [str(900), THEIRS],
        )


async def test_an_edit_of_something_else_is_kept(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", MINE)
        await stage.server.change(stage.inum, contacts=["they@rp.example"])
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "You and someone else" not in stage.text
        assert "Changed by someone else since you opened it, kept:" in stage.text
        await stage.press("f2")
        await stage.back_in_list()
        stored = await stage.stored()
        assert (stored["description"], stored["contacts"]) == (MINE, ["they@rp.example"])


async def test_the_same_edit_needs_no_choice(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", MINE)
        await stage.server.change(stage.inum, description=MINE)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "You and someone else" not in stage.text
        await stage.press("f2")
        await stage.back_in_list()
        assert stage.server.transport.count("PATCH") == 0


async def test_an_edit_between_review_and_save_is_reviewed(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", MINE)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert THEIRS not in stage.text
        await stage.server.change(stage.inum, description=THEIRS)
        await stage.press("f2")
        await stage.see("Somebody changed it just now. Look again:")
        assert f"○ theirs {THEIRS}" in stage.text
        await stage.press("m", "f2")
        await stage.back_in_list()
        assert (await stage.stored())["description"] == MINE


async def test_back_from_a_second_review_leaves_no_trace(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", MINE)
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.server.change(stage.inum, contacts=["they@rp.example"])
        await stage.press("f2")
        await stage.see("Somebody changed it just now. Look again:")
        await stage.press("escape")
        await stage.at(ClientScreen)
        assert stage.banner == ""
        assert "Saving" not in stage.text
        assert stage.server.transport.count("PATCH") == 0


async def test_secrets_and_times_of_the_server_are_no_edits_of_others(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", MINE)
        await stage.server.change(
            stage.inum, clientSecret="changed by them", lastAccessTime="2026-01-01T00:00:00"
        )
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "someone else" not in stage.text
        await stage.press("f2")
        await stage.back_in_list()
        stored = await stage.stored()
        assert (stored["description"], stored["lastAccessTime"]) == (MINE, "2026-01-01T00:00:00")


async def test_long_lists_of_conflicts_and_changes_can_be_read_to_their_end(
    tmp_path: Path,
) -> None:
    switches = [
        path for path, spec in SPECS.items() if spec.kind is Kind.SWITCH and "." not in path
    ]
    texts = ["description", "logoUri", "tosUri", "policyUri", "clientUri", "softwareVersion"]
    async with editing(tmp_path) as stage:
        draft = stage.form.draft
        for path in switches:
            draft.set(path, True)
        for path in texts:
            draft.set(path, "https://mine.example")
        await stage.server.change(stage.inum, **dict.fromkeys(texts, "https://theirs.example"))
        await stage.press("f2")
        await stage.at(ReviewScreen)
        labels = [SPECS[path].label for path in texts]
        for _ in texts:
            assert any(f"▌ {label}" in stage.text for label in labels)
            await stage.press("m")
        last = SPECS[switches[-1]].label
        await stage.press("tab")
        assert last not in stage.text
        await stage.press("end")
        await stage.see(last)
        await stage.press("home")
        await stage.see("You and someone else changed these.")
        await stage.press("pagedown", "down", "up", "pageup", "f2")
        await stage.back_in_list()
        assert (await stage.stored())["softwareVersion"] == "https://mine.example"
