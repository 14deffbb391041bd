"""A person signs in by the device flow, in the app: approved, denied, expired, slowed down …"""

from pathlib import Path

import pytest

from tests.faults import Ending, Fault, answering, broken
from tests.ui.device_stage import SECRET, signing_in
from tests.ui.support import NORMAL, SMALL
from tui.screens.clients import ClientsScreen


def slow() -> Ending:
    """A new one each time: faults that are equal are one, which strikes once."""
    return answering(400, '{"error": "slow_down"}')


@pytest.mark.parametrize("size", [NORMAL, SMALL])
async def test_approved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with signing_in(tmp_path, monkeypatch, size) as stage:
        code = await stage.code()
        await stage.see(" ".join(code))
        await stage.ask_again()
        assert await stage.code() == code
        await stage.decide(code, "approve")
        await stage.ask_again()
        await stage.in_list()
        await stage.see("Jans TUI Client")
        assert stage.clock.waits == [5.0, 5.0]


async def test_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with signing_in(tmp_path, monkeypatch) as stage:
        await stage.decide(await stage.code(), "deny")
        await stage.ask_again()
        await stage.at(ClientsScreen)
        await stage.see("was denied.")
        await stage.press("r")
        await stage.decide(await stage.code(), "approve")
        await stage.ask_again()
        await stage.in_list()
        assert "was denied" not in stage.text


async def test_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with signing_in(tmp_path, monkeypatch) as stage:
        first = await stage.code()
        await stage.press("escape")
        await stage.at(ClientsScreen)
        await stage.see("was given up.")
        await stage.press("r")
        second = await stage.code()
        assert second != first
        await stage.decide(second, "approve")
        await stage.ask_again()
        await stage.in_list()


async def test_expired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with signing_in(tmp_path, monkeypatch, device_code_lifetime=12) as stage:
        first = await stage.code()
        for _ in range(3):
            await stage.ask_again()
        await stage.at(ClientsScreen)
        await stage.see("has expired. Start again for")
        assert stage.clock.waits == [5.0, 5.0, 5.0]
        await stage.press("r")
        assert await stage.code() != first
        await stage.press("escape")


async def test_expired_by_the_servers_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with signing_in(tmp_path, monkeypatch) as stage:
        await stage.code()
        ending = answering(400, '{"error": "expired_token"}')
        stage.transport.faults = [Fault("POST", "/token", "before", ending)]
        await stage.ask_again()
        await stage.see("has expired. Start again for")


async def test_slowed_down_and_through_a_bad_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with signing_in(tmp_path, monkeypatch) as stage:
        code = await stage.code()
        for ending in (slow(), slow(), broken, answering(503)):
            stage.transport.faults = [Fault("POST", "/token", "before", ending)]
            await stage.ask_again()
            assert await stage.code() == code
        await stage.decide(code, "approve")
        await stage.ask_again()
        await stage.in_list()
        # RFC 8628 section 3.5: five seconds more each time, and twice as long for the network.
        assert stage.clock.waits == [5.0, 10.0, 15.0, 30.0, 60.0]


async def test_slowed_down_by_the_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with signing_in(tmp_path, monkeypatch) as stage:
        code = await stage.code()
        await stage.ask_again()
        stage.clock.now -= 3  # As if it had asked after two seconds.
        await stage.ask_again()
        assert stage.clock.waits == [5.0, 5.0, 10.0]
        await stage.decide(code, "approve")
        await stage.ask_again()
        await stage.in_list()


async def test_without_the_role(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with signing_in(tmp_path, monkeypatch) as stage:
        await stage.decide(await stage.code(), "approve", role="api-viewer")
        await stage.ask_again()
        await stage.at(ClientsScreen)
        await stage.see("lacks the role api-admin")
        assert SECRET not in stage.text
