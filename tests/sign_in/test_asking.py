"""What has to be typed to sign in: the app and the command line ask for it, and keep it nowhere."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from tests.sign_in.hunt import Hunt
from tests.sign_in.served import Served, new_key, public
from tests.sign_in.ways import text_of, with_certificate, with_secret
from tests.ui.support import WIDE, wait_until
from tests.ui.whole import Whole
from tui.app import JansTui
from tui.locations import config_folder, state_folder
from tui.screens.ask_text import AskTextScreen
from tui.screens.clients import ClientsScreen
from tui.session import profile_session
from tui.settings.profile import Profile, SignIn

PASSWORD = "open-sesame-123"


async def secret(served: Served) -> tuple[Profile, str, str]:
    made = await with_secret("client_secret_post")(served)
    sign_in = replace(made.profile.sign_in, client_secret="prompt")
    return replace(made.profile, sign_in=sign_in), made.secrets[0], "client secret"


async def secret_that_is_nowhere(served: Served) -> tuple[Profile, str, str]:
    profile, right, words = await secret(served)
    return replace(profile, sign_in=replace(profile.sign_in, client_secret="")), right, words


async def key(served: Served) -> tuple[Profile, str, str]:
    own = new_key("ES256")
    inum = await served.client(tokenEndpointAuthMethod="private_key_jwt", jwks=public(own))
    path = served.file(own.as_pem(private=True, password=PASSWORD))
    sign_in = SignIn("private_key_jwt", inum, private_key=f"file:{path}")
    return served.profile(sign_in), PASSWORD, "password of the private key"


async def key_of_a_certificate(served: Served) -> tuple[Profile, str, str]:
    profile = (await with_certificate(served)).profile
    loaded = load_pem_private_key(text_of(profile.tls.key).encode(), None)
    encrypted = loaded.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSWORD.encode())
    )
    tls = replace(profile.tls, key=served.file(encrypted))
    return replace(profile, tls=tls), PASSWORD, "password of the key"


Asked = Callable[[Served], Awaitable[tuple[Profile, str, str]]]


@asynccontextmanager
async def at(profile: Profile) -> AsyncIterator[Whole]:
    app = JansTui(profile_session(profile))
    async with app.run_test(size=WIDE, notifications=True, tooltips=True) as pilot:
        yield Whole(app, pilot, "")


@pytest.mark.parametrize("asked", [secret, secret_that_is_nowhere, key, key_of_a_certificate])
async def test_the_app_asks(served: Served, asked: Asked, caplog: pytest.LogCaptureFixture) -> None:
    profile, right, words = await asked(served)
    hunt = Hunt((right, "not-the-right-one"), caplog)
    async with at(profile) as stage:
        for typed in ("not-the-right-one", right):
            await stage.at(AskTextScreen)
            await stage.see(f"The {words} of served")
            await stage.press(*typed)
            hunt.hear("screen", stage.text, stage.app.export_screenshot())
            await stage.press("enter")
            await stage.at(ClientsScreen)
            if typed != right:
                await wait_until(stage.pilot, lambda: "tries again" in " ".join(stage.text.split()))
                hunt.hear("screen", stage.text, stage.app.export_screenshot())
                await stage.press("r")
        await stage.in_list()
        hunt.hear("screen", stage.text, stage.app.export_screenshot())
    for folder in (config_folder(), state_folder()):
        hunt.hear("disk", *(path.read_text() for path in _files(folder)))
    hunt.end()


async def test_who_gives_no_answer_is_told_and_may_try_again(served: Served) -> None:
    profile, right, _ = await secret(served)
    async with at(profile) as stage:
        await stage.at(AskTextScreen)
        await stage.press("escape")
        await stage.see("Without the client secret of served there is no signing in.")
        await stage.press("r")
        await stage.at(AskTextScreen)
        await stage.press(*right, "enter")
        await stage.in_list()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_nobody_signs_in_to_sign_out(served: Served) -> None:
    profile, right, _ = await secret(served)
    async with at(profile) as stage:
        await stage.at(AskTextScreen)
        await stage.press(*right, "enter")
        await stage.in_list()
        await stage.press("f8")
        await stage.see("Signed out of served")
        for key in ("f7", "f8"):
            await stage.press(key)
            await stage.see("There were no tokens to forget.")
            stage.app.clear_notifications()
            await stage.until(lambda: "no tokens" not in stage.text)
        assert isinstance(stage.app.screen, ClientsScreen)
