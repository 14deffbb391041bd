"""What is done to several clients at once."""

import asyncio
import json
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.ui.support import wait_for_text, wait_until
from tests.ui.whole import Whole, whole
from tui.api.config_api import ConfigApi
from tui.api.errors import ServerFailed
from tui.app import JansTui


async def three(app: JansTui) -> list[str]:
    """Clients that stand right below the first one; return their ids."""
    api = await app.session.connect()
    return [
        (
            await api.clients.create(
                {"clientName": f"AAA more {n}", "redirectUris": ["https://rp.example/cb"]}
            )
        ).inum
        for n in range(3)
    ]


async def with_marks(running: Whole) -> list[str]:
    """Mark three clients; return their ids."""
    inums = await three(running.app)
    await running.press("r")
    await running.see("AAA more 2")
    await running.in_list()
    await running.press("g", "j", "space", "space", "space")
    await running.see("3 marked")
    return inums


async def confirm(running: Whole, text: str) -> None:
    await running.see("to go on:")
    await running.press(*text, "enter")


async def api_of(running: Whole) -> ConfigApi:
    return await running.app.session.connect()


async def disabled(running: Whole, inum: str) -> Any:
    return (await (await api_of(running)).clients.get(inum)).get("disabled")


async def test_several_are_deleted_after_their_number_was_typed() -> None:
    async with whole() as running:
        await with_marks(running)
        await running.press("d")
        await running.see("Delete 3 clients?")
        await running.press("enter", "y")  # Nothing that a slip of the finger could do.
        await running.see("Delete 3 clients?")
        await running.press("backspace")
        await confirm(running, "3 clients")
        await running.see("3 clients deleted.")
        await running.in_list()
        page = await (await api_of(running)).clients.page(pattern="AAA")
        assert [client.name for client in page.entries] == ["AAA first"]
        await running.until(lambda: "marked" not in running.text)


async def test_several_are_disabled_and_enabled_again() -> None:
    async with whole() as running:
        inums = await with_marks(running)
        await running.press("t")
        await running.see("Disable 3 clients?")
        await confirm(running, "3 clients")
        await running.see("3 clients disabled.")
        assert [await disabled(running, inum) for inum in inums] == [True] * 3
        await running.in_list()
        await running.press("g", "j", "t")
        await running.see("Enable AAA more 0?")
        await running.press("y")
        await running.see("1 client enabled.")
        assert [await disabled(running, inum) for inum in inums] == [False, True, True]


async def test_one_is_disabled_after_a_plain_question() -> None:
    async with whole() as running:
        await running.press("t")
        await running.see("Disable AAA first?")
        await running.press("enter")  # No comes first.
        await running.in_list()
        assert await disabled(running, running.inum) is not True
        await running.press("t")
        await running.see("Disable AAA first?")
        await running.press("y")
        await running.see("1 client disabled.")
        assert await disabled(running, running.inum) is True


async def test_what_failed_is_told_and_stays_marked(monkeypatch: Any) -> None:
    async with whole() as running:
        inums = await with_marks(running)
        api = await api_of(running)
        remove = api.clients.delete

        async def delete(inum: str) -> None:
            if inum == inums[1]:
                raise ServerFailed("The server failed.")
            await remove(inum)

        monkeypatch.setattr(api.clients, "delete", delete)
        await running.press("d")
        await confirm(running, "3 clients")
        await running.see("1 client was not deleted")
        await running.see("The server failed.")
        await running.press("escape")
        await running.see("1 marked")


async def test_clients_of_tools_are_left_out() -> None:
    async with whole() as running:
        own = (await api_of(running)).config.client_id
        await running.press("slash", *own, "enter")
        await running.see("1–1 of 1")
        await running.in_list()
        await running.press("space", "d")
        await running.see("Tools sign in with this client: change it in the form")
        assert (await (await api_of(running)).clients.get(own)).inum == own


async def test_escape_takes_the_marks_away() -> None:
    async with whole() as running:
        await with_marks(running)
        await running.press("escape")
        await running.until(lambda: "marked" not in running.text)
        await running.press("d")
        await running.see("Delete")
        assert "clients?" not in running.text


async def export(pilot: Pilot[Any], running: Whole, path: Path) -> Any:
    await running.press("x")
    await wait_for_text(pilot, "Path of a new file")
    await running.press(*str(path), "enter")
    await wait_until(pilot, path.exists)
    await running.see("without secrets")
    return json.loads(await asyncio.to_thread(path.read_text))


async def test_export_writes_what_import_reads(tmp_path: Path) -> None:
    async with whole() as running:
        one = await export(running.pilot, running, tmp_path / "one.json")
        assert one["clientName"] == "AAA first"
        assert not {"clientSecret", "dn", "displayName"} & one.keys()
        await with_marks(running)
        several = await export(running.pilot, running, tmp_path / "several.json")
        assert [client["clientName"] for client in several] == [f"AAA more {n}" for n in range(3)]
        assert (tmp_path / "one.json").stat().st_mode & 0o777 == 0o600


async def test_a_path_that_cannot_be_written_is_said_in_the_dialog(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    async with whole() as running:
        await running.press("x")
        await running.see("Path of a new file")
        await running.press(*str(tmp_path / "taken"), "enter")
        await running.see("That file exists already")
        await running.press("escape")
        await running.in_list()
