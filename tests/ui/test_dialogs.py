"""The small dialogs, each alone in an app."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, ClassVar

import pytest
from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Button, Input

from tests.data.hostile_texts import HOSTILE
from tests.ui.support import (
    NORMAL,
    SIZES,
    SMALL,
    FakeApi,
    TinyApp,
    client,
    clock,
    session_with,
    text_of,
    wait_for_text,
    wait_until,
)
from tui.commands import APP, CLIENTS, GROUPS, PROFILE
from tui.models.document import ClientDocument
from tui.models.json import Json
from tui.models.json_lines import json_lines
from tui.models.secrets import MASK
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.copy_menu import CopyScreen, choose_and_copy, copy_entries
from tui.screens.help import HelpScreen
from tui.screens.json_view import JsonScreen
from tui.screens.palette import CommandsProvider
from tui.widgets.bindings import bindings
from tui.widgets.json_text import JsonText


@asynccontextmanager
async def shown(
    make: Callable[[], Screen[Any]], size: tuple[int, int] = NORMAL
) -> AsyncIterator[tuple[TinyApp, Pilot[None]]]:
    app = TinyApp(make)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        await pilot.pause()
        yield app, pilot


def confirm(to_type: str | None = None) -> ConfirmScreen:
    return ConfirmScreen(
        "Delete [/b]?", ["It is gone then."] * 8, "Delete", dangerous=True, type_to_confirm=to_type
    )


# Confirm


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], False),
        (["escape"], False),
        (["n"], False),
        (["y"], True),
        (["right", "enter"], True),
        (["tab", "enter"], True),
        (["right", "left", "enter"], False),
    ],
)
async def test_no_comes_first(keys: list[str], answer: bool) -> None:
    async with shown(confirm) as (app, pilot):
        assert app.focused is app.screen.query_one("#no", Button)
        await pilot.press(*keys)
        await wait_until(pilot, lambda: app.results == [answer])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("to_type", [None, "Acme"])
async def test_the_question_and_the_buttons_are_seen_at_every_size(
    size: tuple[int, int], to_type: str | None
) -> None:
    async with shown(lambda: confirm(to_type), size) as (app, pilot):
        text = text_of(app)
        assert "Delete [/b]?" in text
        assert "No" in text
        assert text.count("Delete") == 2
        if to_type:
            assert "Type Acme to go on:" in text
            await pilot.press(*"Ac")
            await wait_for_text(pilot, " Ac")


async def test_yes_waits_for_the_text() -> None:
    async with shown(lambda: confirm("Acme")) as (app, pilot):
        yes = app.screen.query_one("#yes", Button)
        assert isinstance(app.focused, Input)
        assert yes.disabled
        await pilot.press(*"Acm", "enter")
        assert not app.results
        assert yes.disabled
        await pilot.press("e")
        await wait_until(pilot, lambda: not yes.disabled)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.results == [True])


async def test_escape_is_no_while_typing() -> None:
    async with shown(lambda: confirm("Acme")) as (app, pilot):
        await pilot.press(*"Acme", "escape")
        await wait_until(pilot, lambda: app.results == [False])


@pytest.mark.parametrize("text", HOSTILE[::9])
async def test_questions_about_hostile_texts(text: str) -> None:
    async with shown(lambda: ConfirmScreen(f"Delete {text}?", [text]), SMALL) as (app, _):
        assert all(row.isprintable() for row in text_of(app).splitlines())


# Copy


async def test_the_copy_menu() -> None:
    entries = copy_entries(ClientDocument(client(1)))
    async with shown(lambda: CopyScreen(entries)) as (app, pilot):
        assert "1  Client id" in text_of(app)
        await pilot.press("j", "j", "k", "enter")
        await wait_until(pilot, lambda: app.results == [("The name", "Client 000001")])


async def test_a_digit_copies_at_once_and_others_do_nothing() -> None:
    async with shown(lambda: CopyScreen([("A", "a"), ("B", "b")])) as (app, pilot):
        await pilot.press("3", "0", "x")
        assert not app.results
        await pilot.press("2")
        await wait_until(pilot, lambda: app.results == [("B", "b")])


async def test_a_click_copies_and_escape_does_not() -> None:
    async with shown(lambda: CopyScreen([("A", "a"), ("B", "b")])) as (app, pilot):
        await pilot.click("Menu", offset=(3, 1))
        await wait_until(pilot, lambda: app.results == [("B", "b")])
    async with shown(lambda: CopyScreen([("A", "a")])) as (app, pilot):
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.results == [None])


def test_no_secret_is_among_what_can_be_copied() -> None:
    entries = copy_entries(ClientDocument(client(1, registrationAccessToken="the-token")))
    assert not any("the-secret" in text or "the-token" in text for _, text in entries)
    assert json.loads(dict(entries)["The JSON, secrets masked,"])["clientSecret"] == MASK
    assert [label for label, _ in copy_entries(ClientDocument({}))] == ["The JSON, secrets masked,"]


async def test_what_was_chosen_is_copied_as_it_is() -> None:
    app = TinyApp(lambda: Screen())
    document = ClientDocument(client(1, redirectUris=["https://a.example", "[/b]"]))
    async with app.run_test(notifications=True) as pilot:
        app.run_worker(choose_and_copy(app, copy_entries(document)))
        await wait_for_text(pilot, "3  Redirect URIs")
        await pilot.press("3")
        await wait_until(pilot, lambda: bool(app.copied))
        assert app.copied == [("The redirect URIs", "https://a.example\n[/b]")]


# JSON


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        [],
        {},
        "text",
        1.5,
        {"a": [], "b": {}, "c": [[], {}, [1, [2]]]},
        [{"a": None}, "\x1b[31m\u202e\u200b\x85\ud800", {"\u2028": 1}],
        client(1),
    ],
)
def test_lines_are_the_same_json_and_printable(value: Json) -> None:
    lines = json_lines(value)
    assert json.loads("\n".join(line.text for line in lines)) == value
    assert all(line.text.isprintable() for line in lines)


def test_lines_look_as_everybody_writes_json() -> None:
    raw = client(1, claims=[], customAttributes=[{"name": "é", "values": [1, None]}])
    text = "\n".join(line.text for line in json_lines(raw))
    assert text == json.dumps(raw, indent=2, ensure_ascii=False)


def test_deep_json_has_lines() -> None:
    value: Json = 1
    for _ in range(20_000):
        value = [value]
    assert len(json_lines(value)) == 40_001


def big() -> dict[str, Json]:
    return {"items": [{"number": n, "text": "x" * 50} for n in range(3000)], "last": "end"}


async def test_a_big_document_is_read_searched_and_copied() -> None:
    async with shown(lambda: JsonScreen("Big [/b]", big())) as (app, pilot):
        assert "Big [/b] › JSON" in text_of(app)
        await pilot.press("G")
        await wait_for_text(pilot, '"last": "end"')
        await pilot.press("g", "slash", *'number": 2999', "enter")
        await wait_for_text(pilot, "1 of 1")
        await wait_for_text(pilot, '"number": 2999')
        await pilot.press("y")
        await wait_until(pilot, lambda: bool(app.copied))
        assert json.loads(app.copied[0][1]) == big()


async def test_going_from_hit_to_hit() -> None:
    async with shown(lambda: JsonScreen("Big", big())) as (app, pilot):
        await pilot.press("slash", *"NUMBER", "enter")
        await wait_for_text(pilot, "1 of 3000")
        await pilot.press("n", "n")
        await wait_for_text(pilot, "3 of 3000")
        await pilot.press("N", "N", "N")
        await wait_for_text(pilot, "3000 of 3000")
        await wait_for_text(pilot, '"number": 2999')
        await pilot.press("n")
        await wait_for_text(pilot, "1 of 3000")
        await pilot.press("slash", *"zzz", "enter")
        await wait_for_text(pilot, "not found")
        await pilot.press("n", "escape")
        await wait_until(pilot, lambda: "not found" not in text_of(app))
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.results == [None])


async def test_secrets_are_masked_and_copied_masked() -> None:
    raw = client(1, nested=[{"client_secret": "deep-secret"}])
    async with shown(lambda: JsonScreen("x", raw)) as (app, pilot):
        await wait_for_text(pilot, f'"clientSecret": "{MASK}"')
        await pilot.press("y")
        await wait_until(pilot, lambda: bool(app.copied))
        copied = app.copied[0][1]
        assert json.loads(copied)["nested"] == [{"client_secret": MASK}]
        assert "the-secret" not in copied
        assert "deep-secret" not in copied


async def test_long_lines_scroll_and_wrap() -> None:
    raw: dict[str, Json] = {"a": "語" * 300 + "END", "b": 1}
    async with shown(lambda: JsonScreen("x", raw), SMALL) as (app, pilot):
        assert "END" not in text_of(app)
        view = app.screen.query_one(JsonText)
        await pilot.press("l", "l")
        await pilot.pause()
        assert view.scroll_offset.x > 0
        await pilot.press("w", "G")
        await wait_for_text(pilot, "END")
        assert view.scroll_offset.x == 0
        assert '"b": 1' in text_of(app)
        await pilot.press("w")
        await wait_until(pilot, lambda: "END" not in text_of(app))


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_json(size: tuple[int, int]) -> None:
    raw: dict[str, Json] = {text: text for text in HOSTILE}
    async with shown(lambda: JsonScreen(HOSTILE[0], raw), size) as (app, pilot):
        for _ in range(3):
            for strip in app.screen._compositor.render_strips():
                assert strip.text.isprintable()
                assert strip.cell_length == size[0]
            app.screen.query_one(JsonText).scroll_page_down(animate=False)
            await pilot.press("w")


# Help


def clients_screen() -> ClientsScreen:
    return ClientsScreen(session_with(FakeApi([client(1)])), clock)


@pytest.mark.parametrize("size", SIZES)
async def test_help_begins_where_the_person_is(size: tuple[int, int]) -> None:
    async with shown(clients_screen, size) as (app, pilot):
        await wait_for_text(pilot, "Client 000001")
        help_screen = HelpScreen(app.screen)
        app.push_screen(help_screen)
        await wait_for_text(pilot, "Open the client")
        parts = dict(help_screen._parts())
        assert next(iter(parts)) == "Clients"
        assert parts.keys() == GROUPS.keys()
        told = {text for rows in parts.values() for _, text, _ in rows}
        assert told >= {one.help for group in GROUPS.values() for one in group}
        assert (["down", "j"], "Next client.") in [
            (sorted(keys), text) for keys, text, _ in parts["Clients"]
        ]
        await pilot.press("j", "k", "end", "escape")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)


async def test_help_scrolls() -> None:
    async with shown(clients_screen, SMALL) as (app, pilot):
        await wait_for_text(pilot, "Client 000001")
        app.push_screen(HelpScreen(app.screen))
        await wait_for_text(pilot, "Open the client")
        await pilot.press(*["j"] * 10)
        await wait_until(pilot, lambda: "Keys" not in text_of(app))
        await pilot.press("home")
        await wait_until(pilot, lambda: "Keys" in text_of(app))
        await pilot.press("pagedown")
        await wait_until(pilot, lambda: "Keys" not in text_of(app))
        await pilot.press("end")
        await wait_until(pilot, lambda: PROFILE[-1].help[:12] in text_of(app))


# Palette


class PaletteApp(TinyApp):
    COMMANDS = frozenset({CommandsProvider})  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = bindings(APP)

    def action_theme(self) -> None:
        self.said.append("theme")


def in_palette(app: App[Any]) -> list[str]:
    from textual.command import CommandList

    commands = app.screen.query_one(CommandList)
    return [str(commands.get_option_at_index(n).prompt) for n in range(commands.option_count)]


async def test_the_palette_has_the_commands_of_the_screen_and_of_the_app() -> None:
    app = PaletteApp(clients_screen)
    async with app.run_test(size=(100, 50), notifications=True) as pilot:
        await wait_for_text(pilot, "Client 000001")
        await pilot.press("colon")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        expected = len(CLIENTS) + len(APP) - 1
        await wait_until(pilot, lambda: len(in_palette(app)) == expected)
        assert any(one.startswith("Add   a") for one in in_palette(app))
        await pilot.press(*"clone")
        await wait_until(pilot, lambda: bool(in_palette(app)) and "Clone" in in_palette(app)[0])
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(app.added))


async def test_the_palette_runs_commands_of_the_app() -> None:
    app = PaletteApp(clients_screen)
    async with app.run_test(size=NORMAL, notifications=True) as pilot:
        await wait_for_text(pilot, "Client 000001")
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"theme")
        await wait_until(pilot, lambda: bool(in_palette(app)) and "Theme" in in_palette(app)[0])
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.said == ["theme"])
