"""Answers that say as little as HTTP allows, and text where JSON was due."""

import pytest

from tests.api.local_server import says, serving
from tests.api.registration.support import ISSUER, registration_api
from tui.api import errors, http
from tui.api.config import ApiConfig
from tui.api.registration.api import RegistrationApi, register_request


@pytest.mark.parametrize("reason", ["", " ", " \t", " It is so"])
async def test_a_status_without_a_reason_phrase(reason: str) -> None:
    async with serving(says(b"", status=f"401{reason}")) as (port, _):
        base = f"http://127.0.0.1:{port}"
        async with RegistrationApi(ApiConfig(base, "", "")) as api:
            with pytest.raises(errors.TokenRefused) as caught:
                await api.read(f"{base}/one", "the-token")
    assert caught.value.status == 401
    assert "(401)" in caught.value.sentence
    async with serving(says(b"", status=f"204{reason}")) as (port, _):
        base = f"http://127.0.0.1:{port}"
        async with RegistrationApi(ApiConfig(base, "", "")) as api:
            assert (await api.delete(f"{base}/one", "the-token")).status == 204


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("text/plain", "Moved to the new portal.\nAsk the desk.", "Moved to the new portal. Ask"),
        ("text/html", "<p>Please sign <b>in</b></p>", "Please sign in"),
        ("application/json", "not yet", "not yet"),
        ("application/json", '["a list"]', ""),
        ("application/json", '{"client_secret": "hush", "client_name": "cut o', ""),
        ("text/plain", '{"client_secret": "hush"}', ""),
    ],
)
async def test_the_words_of_an_answer_that_is_no_json(kind: str, text: str, words: str) -> None:
    answer = http.Response(200, headers={"content-type": kind}, text=text)
    async with registration_api(lambda _: answer) as api:
        with pytest.raises(errors.NotProvider) as caught:
            await api.register(f"{ISSUER}/register", register_request({"a": 1}))
    assert caught.value.server_words.startswith(words)
    assert bool(caught.value.server_words) == bool(words)
    assert "(200)" in caught.value.sentence
    assert "hush" not in f"{caught.value.sentence} {caught.value.server_words}"
