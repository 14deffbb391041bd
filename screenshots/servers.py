"""Plays about servers: setting them up, testing them, signing in to them."""

import asyncio
from collections.abc import AsyncIterator
from unittest.mock import patch

from screenshots.stage import Stage
from tui.api.sign_in.asking import DeviceCode
from tui.connecting.checking import Step
from tui.screens.device_sign_in import DeviceScreen
from tui.screens.profiles import ProfilesScreen
from tui.session import Caution
from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn, Tls
from tui.widgets.first_run import FirstRun
from tui.widgets.qr_code import QrCode
from tui.widgets.top_bar import TopBar

STAGING = Profile(
    "staging",
    "https://jans.staging.acme.example",
    sign_in=SignIn("device", "2000.4f0c8f1e", "keyring:jans/staging"),
    colour="green",
)
PRODUCTION = Profile(
    "production",
    "https://jans.acme.example",
    sign_in=SignIn("private_key_jwt", "1800.b69752a0", private_key="file:~/keys/jans.pem"),
    tls=Tls(ca_file="~/keys/acme-ca.pem"),
    colour="red",
    read_only=True,
    protected=True,
)
CODE = DeviceCode(
    "WDJB-MJHT",
    "https://jans.acme.example/device-code",
    "https://jans.acme.example/device-code?user_code=WDJB-MJHT",
    1_795,
    "not-to-be-seen",
)
STEPS = (
    Step("name", "passed", "jans.acme.example is 192.0.2.7."),
    Step("port", "passed", "Port 443 is open."),
    Step("TLS", "passed", "The certificate is trusted."),
    Step("token", "passed", "The server gives a token."),
    Step(
        "scopes",
        "warned",
        "The token lacks https://jans.io/oauth/config/openid/clients.delete (delete clients). Give "
        "the client these scopes, if it is to do that.",
    ),
    Step("API", "passed", "The Config API answers: 128 clients."),
)


async def first_run(stage: Stage) -> None:
    """What a fresh machine offers."""
    await stage.app.screen.mount(FirstRun(lambda _kind: None))
    await stage.see("Add a server")


async def profiles(stage: Stage) -> None:
    """The list of servers, with the cursor on production."""
    for profile in (STAGING, PRODUCTION):
        SettingsFile().add(profile)
    await stage.press("p")
    await stage.come_to(ProfilesScreen)
    await stage.see("production")
    await stage.change("down")
    await stage.change("down")


async def profile_form(stage: Stage) -> None:
    """How production is set up."""
    await profiles(stage)
    await stage.open("e")


async def profile_check(stage: Stage) -> None:
    """The test of production, done."""

    async def check(*_: object) -> AsyncIterator[Step]:
        for step in STEPS:
            yield step

    await profiles(stage)
    with patch("tui.screens.profile_check.check_profile", check):
        await stage.open("t")
        await stage.see("128 clients")


async def device(stage: Stage) -> None:
    """Where to go, and the code to type there."""
    cancelled = asyncio.Event()
    stage.app.push_screen(DeviceScreen("production", CODE, cancelled, lambda: 0.0))
    await stage.come_to(DeviceScreen)
    screen = stage.app.screen
    # Made in a thread, it is there before it is known whether there is room for it.
    await stage.until(
        lambda: any(code.display is screen.has_class("-with-code") for code in screen.query(QrCode))
    )


async def insecure(stage: Stage) -> None:
    """What the top line says of a server whose certificate nobody verifies."""
    session = stage.app.session
    session.name, session.kind = "production", "server"
    session.caution = Caution("red", read_only=True, protected=True, insecure=True)
    stage.app.screen.query_one(TopBar).refresh()
    await stage.see("insecure")
