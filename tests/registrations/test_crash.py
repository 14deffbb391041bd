"""A token is on the disk before anything else happens, however the program ends."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.programs import run_together, waiting
from tests.registrations.odd_provider import WEB, OddProvider, on_disk, service
from tests.registrations.serving import serving
from tests.shell import ROOT, environment
from tui.api.config import ApiConfig
from tui.api.registration.api import RegistrationApi
from tui.api.registration.caller import Answer
from tui.registrations.opening import open_registrations
from tui.registrations.vault import Vault, VaultError

# It dies at the first chance that the event loop has after an answer has come.
PROGRAM = """
import asyncio, os, signal, sys
from pathlib import Path
from tui.api.config import ApiConfig
from tui.api.registration.api import RegistrationApi
from tui.registrations.outcome import Provider
from tui.registrations.service import Registrations
from tui.registrations.vault import Vault

issuer, folder, call = sys.argv[1:]

class Api(RegistrationApi):
    pass

def dying(name):
    async def send(self, *args):
        answer = await getattr(RegistrationApi, name)(self, *args)
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGKILL)
        return answer
    return send

setattr(Api, call, dying(call))

async def main():
    registrations = Registrations(
        Provider(issuer), Api(ApiConfig(issuer, "", "")), Vault(Path(folder))
    )
    if call == "register":
        await registrations.register({"client_name": "Shop"})
    elif call == "read":
        await registrations.read("client-1")
    else:
        await registrations.update("client-1", {"client_name": "New"})
    print("alive")

asyncio.run(main())
"""


def run(provider: OddProvider, folder: Path, call: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, provider.issuer, str(folder), call],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(),
        cwd=ROOT,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("call", ["register", "read", "update"])
def test_killed_after_the_answer_the_new_token_is_there(call: str, tmp_path: Path) -> None:
    with serving(OddProvider(rotates=True)) as provider:
        if call != "register":
            run(provider, tmp_path, "register")
        run(provider, tmp_path, call)
        (kept,) = Vault(tmp_path).all(provider.issuer)
    assert kept.token == provider.tokens["client-1"]
    assert kept.secret == provider.clients["client-1"]["client_secret"]
    secrets = on_disk(tmp_path)["secrets"]
    assert isinstance(secrets, dict)
    assert ("previous" in secrets) is (call != "register")


async def test_who_leaves_while_the_provider_answers_loses_no_token(tmp_path: Path) -> None:
    provider = OddProvider(rotates=True)
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        asked, go_on = asyncio.Event(), asyncio.Event()
        original = RegistrationApi.read

        async def slow(self: RegistrationApi, uri: str, token: str) -> Answer:
            answer = await original(self, uri, token)
            asked.set()
            await go_on.wait()
            return answer

        registrations._api.read = slow.__get__(registrations._api)  # type: ignore[method-assign]
        reading = asyncio.create_task(registrations.read("client-1"))
        await asked.wait()
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        go_on.set()
    assert Vault(tmp_path).all()[0].token == provider.tokens["client-1"]


async def test_a_failure_that_nobody_waits_for_is_quiet(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        provider.tokens.clear()
        reading = asyncio.create_task(registrations.read("client-1"))
        await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading


async def test_a_token_that_cannot_be_written_comes_with_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:

        def full(*_: Any) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("tui.registrations.vault.write_private", full)
        with pytest.raises(VaultError, match="Nothing was sent"):
            await registrations.register(WEB)
        assert "POST" not in provider.methods
        monkeypatch.setattr(registrations.vault, "prove", lambda: None)
        with pytest.raises(VaultError, match="Note its access token now") as caught:
            await registrations.register(WEB)
    kept = caught.value.registration
    assert kept is not None
    assert kept.token == provider.tokens["client-1"]
    assert kept.token not in str(caught.value)


TWO = """
import asyncio, sys
from pathlib import Path
from tui.api.config import ApiConfig
from tui.registrations.opening import open_registrations

issuer, folder, count = sys.argv[1:]

async def main():
    async with open_registrations(ApiConfig(issuer, "", ""), folder=Path(folder)) as own:
        print("ready", flush=True)
        sys.stdin.readline()
        for _ in range(int(count)):
            await own.read("client-1")
            await own.register({"client_name": "mine"})

asyncio.run(main())
"""

EACH = 8


async def first(provider: OddProvider, folder: Path) -> None:
    async with open_registrations(
        ApiConfig(provider.issuer, "", ""), folder=folder
    ) as registrations:
        await registrations.register(WEB)


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    """Each use of the token replaces it: whoever comes second must know the new one."""
    with serving(OddProvider(rotates=True)) as provider:
        running = [waiting(TWO, provider.issuer, tmp_path, EACH) for _ in range(2)]
        asyncio.run(first(provider, tmp_path))
        run_together(running)
        kept = Vault(tmp_path).all(provider.issuer)
        assert len(kept) == 1 + 2 * EACH
        assert {one.client_id: one.token for one in kept} == provider.tokens
