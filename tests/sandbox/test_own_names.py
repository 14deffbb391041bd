"""By which names a served sandbox may be called."""

import httpx
import pytest
from starlette.responses import PlainTextResponse

from tui.sandbox.own_names import OwnNames

APP = OwnNames(PlainTextResponse("hello"), ["sandbox.test", "192.0.2.7"])


async def answer(host: str, called: str = "127.0.0.1") -> httpx.Response:
    transport = httpx.ASGITransport(app=APP)
    base_url = f"http://[{called}]" if ":" in called else f"http://{called}"
    async with httpx.AsyncClient(transport=transport, base_url=base_url) as client:
        return await client.get("/", headers={"Host": host})


@pytest.mark.parametrize(
    ("host", "called"),
    [
        ("localhost", "127.0.0.1"),
        ("LOCALHOST:8443", "127.0.0.1"),
        ("localhost.", "127.0.0.1"),
        ("op.localhost:80", "127.0.0.1"),
        ("127.0.0.1:8080", "127.0.0.1"),
        ("[::1]:8080", "::1"),
        ("[0:0:0:0:0:0:0:1]", "::1"),
        ("127.0.0.2", "127.0.0.2"),
        ("203.0.113.5:443", "203.0.113.5"),
        ("192.0.2.7", "127.0.0.1"),
        ("sandbox.test", "127.0.0.1"),
        ("Sandbox.Test.:1", "127.0.0.1"),
        ("", "127.0.0.1"),
    ],
)
async def test_own_names_are_answered(host: str, called: str) -> None:
    answered = await answer(host, called)
    assert (answered.status_code, answered.text) == (200, "hello")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:127.0.0.1",
        "localhost.evil.example",
        "evillocalhost",
        "127.0.0.1.evil.example",
        "203.0.113.5",
        "[::2]",
        "[::",
        "[localhost",
        "user@localhost",
        "localhost/",
        "2130706433",
    ],
)
async def test_other_names_are_not(host: str) -> None:
    refused = await answer(host)
    assert refused.status_code == 421
    assert "does not answer to" in refused.text
    assert "--name" in refused.text


async def test_what_is_refused_is_shown_as_plain_text() -> None:
    refused = await answer("x\x1b[31m" + "y" * 500)
    assert refused.status_code == 421
    assert "\x1b" not in refused.text
    assert len(refused.text) < 500
