"""The dialog to choose from a list."""

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.data.hostile_texts import HOSTILE
from tests.ui.field_app import run
from tests.ui.support import NORMAL, SIZES, TinyApp, text_of, wait_for_text, wait_until
from tui.forms.options import Option
from tui.screens.pick import PickScreen
from tui.widgets.pick_list import PickList

SCOPES = [
    Option("s1", "openid", "sign in"),
    Option("s2", "profile", "their Name"),
    Option("s3", "email", "their mail"),
    Option("s4", "phone", "some number"),
]


def dialog(options: list[Option] = SCOPES, chosen: tuple[str, ...] = (), **how: Any) -> TinyApp:
    return TinyApp(lambda: PickScreen("Scopes", options, chosen, **{"many": True, **how}))


def rows(app: TinyApp) -> list[str]:
    marks = ("■", "□", "●", "○", "+")
    lines = (row.strip().removeprefix("› ") for row in text_of(app).splitlines())
    return [" ".join(row.split()[:2]) for row in lines if row.startswith(marks)]


async def ready(pilot: Pilot[Any], text: str = "type to filter") -> None:
    await wait_for_text(pilot, text)


async def results(pilot: Pilot[Any], app: TinyApp) -> Any:
    await wait_until(pilot, lambda: bool(app.results))
    return app.results[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("many", [True, False])
async def test_it_fits_and_says_its_keys(size: tuple[int, int], many: bool) -> None:
    options = [Option(str(number), f"scope {number}", "x" * 99) for number in range(3000)]
    app = dialog(options, many=many)
    async with run(app, size) as pilot:
        await ready(pilot)
        await wait_for_text(pilot, "enter mark  F2 use these" if many else "enter choose")
        await wait_for_text(pilot, "scope 0")
        await wait_for_text(pilot, "Scopes")
        assert len(rows(app)) >= 5


async def test_the_chosen_come_first_and_are_counted() -> None:
    app = dialog(chosen=("s3", "strange"))
    async with run(app) as pilot:
        await wait_for_text(pilot, "2 chosen of 5")
        assert rows(app) == ["■ email", "■ strange", "□ openid", "□ profile", "□ phone"]
        assert "not on this list" in text_of(app)


async def test_typing_filters_and_enter_marks() -> None:
    app = dialog(chosen=("s1",))
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press(*"their N", "enter")
        await wait_for_text(pilot, "2 chosen of 4")
        assert rows(app) == ["■ profile"]
        await pilot.press("p", "h")
        await wait_until(pilot, lambda: rows(app) == ["□ phone"])
        await pilot.press("enter", "f2")
        assert await results(pilot, app) == ["s1", "s2", "s4"]


async def test_a_blank_marks_unless_it_parts_words() -> None:
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("space")
        await wait_for_text(pilot, "■ openid")
        await pilot.press("down", "down", "space", "e", "m", "enter")
        await wait_for_text(pilot, "□ email")
        await pilot.press("space")
        await wait_for_text(pilot, "■ email")
        await pilot.press(*"zz", "space", "escape", "escape")
        assert await results(pilot, app) is None


async def test_arrows_and_pages_move_the_cursor() -> None:
    options = [Option(str(number), f"scope{number}", "note") for number in range(3000)]
    app = dialog(options)
    async with run(app) as pilot:
        await ready(pilot)
        the_list = app.screen.query_one(PickList)
        await pilot.press("up", "pagedown", "pagedown", "down")
        page = the_list.size.height - 1
        assert the_list.cursor == 2 * page + 1
        await wait_for_text(pilot, f"› □ scope{2 * page + 1}")
        the_list.go_to(9999)
        await wait_for_text(pilot, "› □ scope2999")
        await pilot.press("pageup", "1")
        await wait_for_text(pilot, "› □ scope1 ")


async def test_what_matches_nothing_is_said() -> None:
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press(*"xyz")
        await wait_for_text(pilot, "nothing matches")
        await pilot.press("enter", "down", "up", "f2")
        assert await results(pilot, app) == []


async def test_escape_cancels() -> None:
    app = dialog(chosen=("s1",))
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("o", "escape")
        assert await results(pilot, app) is None


async def test_marks_are_dropped_at_the_second_escape() -> None:
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("enter", "escape")
        await wait_for_text(pilot, "esc again drops your marks")
        await pilot.press("enter", "enter")
        await wait_for_text(pilot, "1 chosen of 4")
        await pilot.press("escape", "escape")
        assert await results(pilot, app) is None


async def test_marks_taken_back_are_no_marks() -> None:
    app = dialog(chosen=("s1",))
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("enter", "enter", "escape")
        assert await results(pilot, app) is None


async def test_of_one_enter_chooses_and_closes() -> None:
    app = dialog(chosen=("s3",), many=False)
    async with run(app) as pilot:
        await wait_for_text(pilot, "› ● email")
        await pilot.press("f2", "up", "enter")
        assert await results(pilot, app) == ["s2"]


async def test_none_can_be_chosen() -> None:
    app = dialog(chosen=("s3",), many=False, allow_none=True)
    async with run(app) as pilot:
        await wait_for_text(pilot, "○ not set")
        await pilot.press(*["up"] * 4, "enter")
        assert await results(pilot, app) == []


async def test_what_is_typed_can_be_new() -> None:
    app = dialog(chosen=("s1",), allow_new=True)
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press(*"otp")
        await wait_for_text(pilot, "+ otp")
        await pilot.press("enter")
        await wait_for_text(pilot, "2 chosen of 5")
        await wait_for_text(pilot, "› ■ otp")
        await pilot.press("f2")
        assert await results(pilot, app) == ["s1", "otp"]


async def test_of_one_what_is_typed_can_be_new() -> None:
    app = dialog(many=False, allow_new=True)
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press(*"otp", "enter")
        assert await results(pilot, app) == ["otp"]


async def test_a_click_marks() -> None:
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.click(PickList, offset=(5, 2))
        await wait_for_text(pilot, "› ■ email")
        await pilot.press("f2")
        assert await results(pilot, app) == ["s3"]


async def test_a_click_below_the_rows_marks_nothing() -> None:
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press(*"email")
        await wait_until(pilot, lambda: len(rows(app)) == 1)
        await pilot.click(PickList, offset=(5, 2))
        await pilot.press("f2")
        assert await results(pilot, app) == []


async def test_nothing_to_choose_from() -> None:
    app = dialog([])
    async with run(app) as pilot:
        await wait_for_text(pilot, "0 chosen of 0")
        await pilot.press("enter", "space", "escape")
        assert await results(pilot, app) is None


async def test_it_follows_the_size_of_the_terminal() -> None:
    options = [Option(str(number), f"scope{number}", "note") for number in range(100)]
    app = dialog(options)
    async with run(app, (120, 40)) as pilot:
        await wait_for_text(pilot, "scope20 ")
        await pilot.resize_terminal(40, 12)
        await wait_until(pilot, lambda: "scope20 " not in text_of(app))
        await wait_for_text(pilot, "F2 use these")
        await pilot.resize_terminal(*NORMAL)
        await wait_for_text(pilot, "scope10 ")
        await wait_for_text(pilot, "F2 use these")


@pytest.mark.parametrize("many", [True, False])
async def test_foreign_names_are_plain_text(many: bool) -> None:
    options = [Option(f"{place}{text}", text, text) for place, text in enumerate(HOSTILE)]
    app = TinyApp(lambda: PickScreen(HOSTILE[0] + HOSTILE[21], options, HOSTILE[:5], many=many))
    async with run(app) as pilot:
        await ready(pilot)
        the_list = app.screen.query_one(PickList)
        for place in range(0, len(options) + 5, 5):
            the_list.go_to(place)
            await pilot.pause()
            assert all(line.isprintable() for line in text_of(app).splitlines())
            assert all(
                the_list.render_line(y).text.isprintable() for y in range(the_list.size.height)
            )
        await wait_until(pilot, lambda: "[/foo]" in text_of(app))
