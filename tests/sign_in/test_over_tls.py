"""Signing in over real TLS to a server in another process: each way, and each that fails.

What fails is tried by three doors: the API, the command line and the screen. Each ends in its
sentence, without a traceback and without a secret.
"""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx
import pytest

from tests.api.asking import Person
from tests.api.local_server import says, serving
from tests.cli.in_process import Shell
from tests.sign_in.failures import FAILURES, Failure
from tests.sign_in.hunt import Hunt
from tests.sign_in.served import Served
from tests.sign_in.ways import WAYS, with_person, with_secret, with_token
from tests.ui.support import WIDE, text_of, wait_until
from tui.api.errors import ApiError, SignInNeeded
from tui.api.sign_in.asking import DeviceCode
from tui.api.tokens import TokenAuth
from tui.app import JansTui
from tui.cli.exit_codes import ExitCode
from tui.connecting.opening import Surroundings, open_profile
from tui.locations import state_folder
from tui.session import profile_session
from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn

REFUSED = {ExitCode.REFUSED, ExitCode.NOT_AUTHORISED, ExitCode.UNREACHABLE}
LIST = ("clients", "list", "--limit", "1", "-debug")


async def lists(profile: Profile, around: Surroundings) -> tuple[int, str]:
    """Open the profile and list: how many clients there are, and the token that it took."""
    async with await open_profile(profile, around) as api:
        total = (await api.clients.page(limit=1)).total
        auth = api._auth
        return total, await auth.value() if isinstance(auth, TokenAuth) else ""


@pytest.mark.parametrize("way", WAYS)
def test_signing_in(
    served: Served, way: str, shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    made = asyncio.run(WAYS[way](served))
    wire: list[str] = []
    total, token = asyncio.run(lists(made.profile, Surroundings(debug=wire.append)))
    assert total >= 8
    hunt = Hunt((*made.secrets, token), caplog)
    SettingsFile().add(made.profile)
    done = shell("--profile", "served", *LIST)
    assert done.code == 0, done.err
    assert "> GET" in done.err
    hunt.hear("wire", *wire)
    hunt.hear("shell", done.out, done.err)
    hunt.end()


def test_a_token_in_a_file_and_on_standard_input(
    served: Served, shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    (token,) = asyncio.run(with_token(served)).secrets
    hunt = Hunt((token,), caplog)
    server = ("--host", served.url, "--cacert", served.ca_cert)
    for given, text in ((served.file(token), ""), ("-", f"{token}\n"), (token, "")):
        done = shell(*server, "--access-token", given, *LIST, text=text)
        assert done.code == 0, done.err
        hunt.hear("shell", done.out, done.err)
    hunt.end()


async def test_a_person(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    made = await with_person(served)
    tasks: list[asyncio.Task[None]] = []

    async def approve(code: DeviceCode) -> None:
        async with httpx.AsyncClient(
            verify=ssl.create_default_context(cafile=served.ca_cert)
        ) as browser:
            form = {"user_code": code.user_code, "decision": "approve"}
            answer = await browser.post(code.verification_uri, data=form)
            assert "Approved" in answer.text

    person = Person(act=lambda code, _cancelled: tasks.append(asyncio.create_task(approve(code))))
    wire: list[str] = []
    total, token = await lists(made.profile, Surroundings(asking=person, debug=wire.append))
    assert total >= 8
    hunt = Hunt((*made.secrets, token, person.shown[0].device_code), caplog)
    hunt.hear("wire", *wire)
    # It is kept: nobody is asked again, until the server knows it no longer.
    assert (await lists(made.profile, Surroundings(asking=Person())))[1] == token
    served.end_tokens("revoked = 1")
    with pytest.raises(SignInNeeded) as caught:
        await lists(made.profile, Surroundings())
    hunt.catch(caught.value)
    assert "Nobody is signed in at" in caught.value.sentence
    hunt.end()


async def test_the_screens_of_a_profile(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    made = await with_secret("client_secret_post")(served)
    SettingsFile().add(made.profile)
    hunt = Hunt(made.secrets, caplog)
    app = JansTui(profile_session(made.profile), settings=SettingsFile().read())
    async with app.run_test(size=WIDE, notifications=True, tooltips=True) as pilot:

        async def go(key: str, words: str) -> None:
            await pilot.press(key)
            await wait_until(pilot, lambda: words in text_of(app))
            hunt.hear(f"screen after {key}", text_of(app), app.export_screenshot())

        await wait_until(pilot, lambda: "1800." in text_of(app))
        await go("p", served.url)
        await go("e", "client_secret_post")
        await go("f4", "clients.")
        await pilot.press("escape", "escape")
        await go("t", "clients.")
        await pilot.press("escape", "escape")
        await go("f8", "Signed out")
    hunt.end()


@pytest.mark.parametrize("name", FAILURES)
async def test_failing(
    served: Served,
    name: str,
    shell: Shell,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    failure = await FAILURES[name](served)
    hunt = Hunt(failure.set.secrets, caplog)
    defaults = TokenAuth.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "wall", lambda: time.time() + failure.clock)
    async with at_server(failure) as profile:
        wire: list[str] = []
        with pytest.raises(ApiError) as caught:
            await lists(profile, Surroundings(debug=wire.append))
        hunt.hear("wire", *wire)
        hunt.catch(caught.value)
        assert isinstance(caught.value, failure.kind)
        assert failure.says in caught.value.sentence

        SettingsFile().add(profile)
        done = await asyncio.to_thread(shell, "--profile", profile.name, *LIST)
        hunt.hear("shell", done.out, done.err)
        assert done.code in REFUSED, done
        assert failure.says in " ".join(done.err.split())

        app = JansTui(profile_session(profile))
        async with app.run_test(size=WIDE, notifications=True, tooltips=True) as pilot:
            await wait_until(pilot, lambda: failure.says in " ".join(text_of(app).split()))
            hunt.hear("screen", text_of(app), app.export_screenshot())
    hunt.end()


@asynccontextmanager
async def at_server(failure: Failure) -> AsyncIterator[Profile]:
    """The profile, with its address at the server that stands in the sandbox's place, if any."""
    if failure.context is None:
        yield failure.set.profile
        return
    async with serving(says(b"{}"), failure.context) as (port, _):
        yield replace(failure.set.profile, url=f"https://127.0.0.1:{port}")


def kept() -> set[str]:
    return {path.name for path in (state_folder() / "tokens").glob("*.json")}


def test_what_is_kept_never_hides_what_was_changed(
    served: Served, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WRONG", "not-the-secret")
    made = asyncio.run(with_secret("client_secret_basic")(served))
    SettingsFile().add(made.profile)
    on_it = ("--profile", "served")
    assert shell(*on_it, "clients", "list").code == 0
    # Whatever says nothing about signing in keeps the token.
    first = kept()
    assert len(first) == 1
    assert shell("profiles", "set", "served", "colour=red").code == 0
    assert kept() == first
    assert shell("profiles", "set", "served", "client_secret=env:WRONG").code == 0
    assert not kept()
    assert shell(*on_it, "clients", "list").code == ExitCode.NOT_AUTHORISED
    # Nor by an editor.
    right = f"plain:{made.secrets[0]}"
    assert shell("profiles", "set", "served", f"client_secret={right}").code == 0
    assert shell(*on_it, "clients", "list").code == 0
    text = SettingsFile().path.read_text()
    SettingsFile().path.write_text(text.replace(right, "env:WRONG"))
    assert shell(*on_it, "clients", "list").code == ExitCode.NOT_AUTHORISED
    # Nor what the variable holds, once it is tested.
    monkeypatch.setenv("WRONG", made.secrets[0])
    assert shell(*on_it, "clients", "list").code == 0
    monkeypatch.setenv("WRONG", "not-the-secret")
    assert shell("profiles", "test", "served").code == ExitCode.REFUSED
    assert shell(*on_it, "clients", "list").code == ExitCode.NOT_AUTHORISED
    monkeypatch.setenv("WRONG", made.secrets[0])
    assert shell(*on_it, "clients", "list").code == 0
    assert shell("profiles", "remove", "served", "--yes").code == 0
    assert not kept()


def test_signing_out_forgets_every_token_of_the_profile(served: Served, shell: Shell) -> None:
    secret = f"plain:{served.client_secret}"
    SettingsFile().add(served.profile(SignIn("client_secret_basic", served.client_id, secret)))
    on_it = ("--profile", "served")
    assert shell(*on_it, "clients", "list").code == 0
    month = ("--endpoint-args", "month:202601")
    assert shell(*on_it, "--no-tui", "--operation-id", "get-stat", *month).code == 0
    assert len(kept()) == 2
    assert shell("sign-out", *on_it).code == 0
    assert not kept()
