"""The dialog for a text of many lines."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.data.hostile_texts import HOSTILE
from tests.ui.field_app import run
from tests.ui.support import SIZES, TinyApp, text_of, wait_for_text, wait_until
from tui.screens.text_edit import CHECK_AFTER, TextScreen


def dialog(text: str = "", **how: Any) -> TinyApp:
    return TinyApp(lambda: TextScreen("JWKS", text, **how))


def area(app: TinyApp) -> TextArea:
    return app.screen.query_one(TextArea)


async def result(pilot: Pilot[Any], app: TinyApp) -> Any:
    await wait_until(pilot, lambda: bool(app.results))
    return app.results[0]


async def ready(pilot: Pilot[Any]) -> None:
    await wait_for_text(pilot, "F2 accept")


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits(size: tuple[int, int]) -> None:
    app = dialog("first line\n" * 100, hint="What is wanted.", check=lambda _: "Not so.")
    async with run(app, size) as pilot:
        for text in ("JWKS", "What is wanted.", "first line", "Not so.", "F2 accept"):
            await wait_for_text(pilot, text)
        assert area(app).size.height >= 4


async def test_a_text_is_typed_and_accepted() -> None:
    app = dialog("one")
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("t", "w", "o", "enter", "f2")
        assert await result(pilot, app) == "two\none"


async def test_escape_leaves_an_unchanged_text_at_once() -> None:
    app = dialog("one")
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("x", "backspace", "escape")
        assert await result(pilot, app) is None


async def test_a_changed_text_is_given_up_at_the_second_escape() -> None:
    app = dialog("one")
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("x", "escape")
        await wait_for_text(pilot, "esc again gives up what you typed; F2 accepts it.")
        await pilot.pause(CHECK_AFTER + 0.1)
        assert "esc again gives up" in text_of(app)
        await pilot.press("y")
        await wait_until(pilot, lambda: "esc again" not in text_of(app))
        await pilot.press("escape", "escape")
        assert await result(pilot, app) is None


async def test_what_is_wrong_is_said_while_one_types() -> None:
    app = dialog("", check=lambda text: "That is no JSON [/x]\x1b." if "{" in text else "")
    async with run(app) as pilot:
        await ready(pilot)
        await pilot.press("{")
        await wait_for_text(pilot, "That is no JSON [/x]␛.")
        await pilot.press("backspace")
        await wait_until(pilot, lambda: "That is no JSON" not in text_of(app))


async def test_a_text_that_is_only_looked_at_comes_back_to_the_letter() -> None:
    odd = "a\x1b[31m\r\nb\u202ec\u2028d"
    app = dialog(odd)
    async with run(app) as pilot:
        await ready(pilot)
        assert "\x1b" not in area(app).text
        await pilot.press("f2")
        assert await result(pilot, app) == odd


async def test_foreign_texts_are_plain() -> None:
    app = TinyApp(lambda: TextScreen(HOSTILE[0], "", hint=HOSTILE[1]))
    async with run(app) as pilot:
        await ready(pilot)
        for text in HOSTILE[::3]:
            area(app).post_message(events.Paste(text[:500]))
            await pilot.pause()
            shown = text_of(app).replace("\u200c", "").replace("\u200d", "")
            assert all(line.isprintable() for line in shown.splitlines())
        await pilot.press("escape", "escape")
        assert await result(pilot, app) is None


async def test_a_large_text_is_shown() -> None:
    keys = [{"kty": "RSA", "kid": f"k{number}", "n": "A" * 342} for number in range(500)]
    text = json.dumps({"keys": keys}, indent=2)
    assert len(text) > 200_000
    app = dialog(text)
    async with run(app) as pilot:
        await wait_for_text(pilot, '"kid": "k0"')
        area(app).move_cursor(area(app).document.end)
        await wait_for_text(pilot, "]")
        await pilot.press("f2")
        assert await result(pilot, app) == text


# Files


async def load(pilot: Pilot[Any], app: TinyApp, path: str) -> None:
    await pilot.press("ctrl+o")
    await wait_for_text(pilot, "path of a file")
    app.screen.query_one("Input").value = path  # type: ignore[attr-defined]
    await pilot.press("enter")


async def test_a_file_is_loaded_and_can_be_undone(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    file.write_bytes('\ufeff{"keys": []}\r\n\x1b'.encode())
    app = dialog("before")
    async with run(app) as pilot:
        await ready(pilot)
        await load(pilot, app, f" {file} ")
        await wait_for_text(pilot, '{"keys": []}')
        assert area(app).text == '{"keys": []}\n␛'
        assert area(app).has_focus
        await pilot.press("ctrl+z")
        await wait_for_text(pilot, "before")
        await pilot.press("ctrl+y", "f2")
        assert await result(pilot, app) == '{"keys": []}\n␛'


async def test_a_file_in_the_home_folder_is_found(own_folders: Path) -> None:
    (own_folders / "keys.json").write_text("from home")
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await load(pilot, app, "~/keys.json")
        await wait_for_text(pilot, "from home")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "Type the path of a file."),
        ("missing", "There is no such file."),
        ("folder", "That is a folder."),
        ("binary", "The file is no text in UTF-8."),
        ("large", "The file is larger than 1 MB."),
        ("nul\0", "There is no such file."),
    ],
)
async def test_what_cannot_be_loaded_is_told(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "large").write_bytes(b"x" * (1024 * 1024 + 1))
    app = dialog("before")
    async with run(app) as pilot:
        await ready(pilot)
        await load(pilot, app, str(tmp_path / name) if name else "")
        await wait_for_text(pilot, problem)
        assert area(app).text == "before"
        await pilot.press("escape")
        await wait_until(pilot, lambda: area(app).has_focus)
        await pilot.press("escape")
        assert await result(pilot, app) is None


async def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "closed").write_text("x")
    monkeypatch.setattr(Path, "open", refuse)
    app = dialog()
    async with run(app) as pilot:
        await ready(pilot)
        await load(pilot, app, str(tmp_path / "closed"))
        await wait_for_text(pilot, "The file cannot be read: Permission denied.")
