"""Finding one's way in the form."""

from pathlib import Path

import pytest

from tests.serving import serving
from tests.ui.form_stage import adding, editing, running
from tests.ui.support import NORMAL, SMALL
from tui.forms.spec import Kind, Tab
from tui.forms.table import FIELDS, SPECS
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.secrets import SECRET_MEMBERS
from tui.screens.client import ClientScreen
from tui.screens.pick import PickScreen
from tui.widgets.fields.base import Field
from tui.widgets.tab_strip import KEYS, TABS, TabStrip

KEY_NAMES = {"-": "minus", "=": "equals_sign"}


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_every_tab_has_its_key_and_its_fields(tmp_path: Path, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size=size) as stage:
        for key, tab in zip(KEYS, TABS, strict=True):
            await stage.press(KEY_NAMES.get(key, key))
            await stage.until(lambda tab=tab: stage.form.query_one(TabStrip).current is tab)  # type: ignore[misc]
            assert f"{key} {tab.value}" in stage.text
            pane = stage.form.query_one(f"#tab-{tab.name}")
            shown = [field.spec.path for field in pane.query(Field)]
            assert shown == [spec.path for spec in FIELDS[tab]]
            assert stage.focused == shown[0]
            assert all(len(row) <= size[0] for row in stage.text.splitlines())


async def test_brackets_go_round(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        strip = stage.form.query_one(TabStrip)
        await stage.press("left_square_bracket")
        await stage.until(lambda: strip.current is Tab.SCRIPTS)
        await stage.press("right_square_bracket")
        await stage.until(lambda: strip.current is Tab.BASICS)
        await stage.press("pagedown")
        await stage.until(lambda: strip.current is Tab.GRANTS)
        await stage.press("pageup")
        await stage.until(lambda: strip.current is Tab.BASICS)


async def test_while_typing_digits_are_typed_and_alt_turns_the_tab(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.go_to("description")
        await stage.press("enter", *"2]/=", "alt+2")
        await stage.until(lambda: stage.form.query_one(TabStrip).current is Tab.GRANTS)
        await stage.press("alt+1")
        await stage.see("As it was2]/=   was: As it was")


async def test_top_and_bottom(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.press("G")
        assert stage.focused == FIELDS[Tab.BASICS][-1].path
        await stage.press("g")
        assert stage.focused == FIELDS[Tab.BASICS][0].path


async def test_a_setting_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        for words, path in (
            ("pushed request life", "attributes.parLifetime"),
            ("skip", "trustedClient"),
            ("parLifetime", "attributes.parLifetime"),
            ("dpop_bound", "attributes.dpopBoundAccessToken"),
        ):
            await stage.press("slash")
            await stage.at(PickScreen)
            await stage.press(*("space" if key == " " else key for key in words), "enter")
            await stage.at(ClientScreen)
            await stage.until(lambda path=path: stage.focused == path)  # type: ignore[misc]
            await stage.see(f"▌ {SPECS[path].label}")
            await stage.see(SPECS[path].help[:30])


async def test_looking_for_a_setting_can_be_given_up(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.go_to("contacts")
        await stage.press("slash")
        await stage.at(PickScreen)
        await stage.press("escape")
        await stage.at(ClientScreen)
        assert stage.focused == "contacts"


async def test_a_new_form_has_nothing_that_only_the_server_writes(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.press("escape")
        seen = set()
        for key in KEYS:
            await stage.press(KEY_NAMES.get(key, key))
            seen |= {field.spec.path for field in stage.form.query(Field)}
        assert seen == {path for path, spec in SPECS.items() if spec.kind is not Kind.READ_ONLY}
        assert not seen & (READ_ONLY_MEMBERS | {"inum", "registrationAccessToken"})


async def test_a_clone_has_the_settings_and_not_the_identity(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        draft = await server.made(
            "the-secret-of-the-original",
            clientName="Original",
            accessTokenLifetime=60,
            attributes={"requirePkce": True, "newer": [1]},
            newer={"deep": [None]},
        )
        async with running(server, draft.document.inum) as stage:
            await stage.press("slash", *"Original", "enter")
            await stage.see("▌ Original")
            await stage.press("c")
            await stage.in_form()
            assert "Original (copy)" in stage.text
            assert not (stage.form.draft.edited.keys() & (SECRET_MEMBERS | {"inum", "dn"}))
            await stage.press("escape", "f2")
            await stage.see("Create Original (copy)?")
            await stage.press("f2")
            await stage.see("was created")
            await stage.press("r", "enter")
            await stage.back_in_list()
        [copy] = [one for one in await server.all_named("Original") if "copy" in one.name]
        assert copy.inum != draft.document.inum
        for path in ("accessTokenLifetime", "attributes", "newer", "redirectUris", "grantTypes"):
            assert copy.get(path) == draft.document.get(path)
        assert not await server.lets_in(copy.inum, "the-secret-of-the-original")


async def test_going_on_from_a_field_of_a_tab_that_was_turned_meanwhile(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        field = stage.field("clientName")
        await stage.go_to("grantTypes")
        stage.form.post_message(Field.Left(field, 1, editing=True))
        await stage.pilot.pause()
        assert stage.focused == "grantTypes"


async def test_a_tab_of_a_form_that_is_left_meanwhile(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        form = stage.form
        form.dismiss(None)
        await stage.back_in_list()
        await form.show_tab(Tab.GRANTS)
        assert stage.app._exception is None
