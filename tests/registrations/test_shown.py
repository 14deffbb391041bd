"""The commands that are shown for registration, run by the real shell and the real curl."""

import json
import os
import subprocess

from tests.registrations.odd_provider import OddProvider
from tests.registrations.serving import serving
from tui.api.config import ApiConfig
from tui.api.registration.api import DELETE, READ, register_request, update_request
from tui.api.registration.shown import INITIAL_TOKEN, REGISTRATION_TOKEN, registration_curl
from tui.api.request import ApiRequest
from tui.models.json import JsonObject


def test_the_life_of_a_registration_by_curl() -> None:
    with serving(OddProvider(initial_tokens=["the-initial-token"])) as provider:
        config = ApiConfig(provider.issuer, "", "")

        def run(url: str, request: ApiRequest, variable: str, token: str) -> JsonObject:
            command = registration_curl(url, request, config, token_variable=variable)
            assert token not in command
            assert "secret-of" not in command
            done = subprocess.run(
                ["sh", "-c", command],
                env={
                    "PATH": os.environ["PATH"],
                    variable: token,
                    "NEW_CLIENT_SECRET": "secret-of-client-1",
                },
                capture_output=True,
                text=True,
                timeout=30,
            )
            assert done.returncode == 0, done.stderr
            answer: JsonObject = json.loads(done.stdout or "{}")
            return answer

        endpoint = f"{provider.issuer}/register"
        request = register_request({"client_name": "It's"})
        made = run(endpoint, request, INITIAL_TOKEN, "the-initial-token")
        uri, token = made["registration_client_uri"], made["registration_access_token"]
        assert isinstance(uri, str)
        assert isinstance(token, str)
        body: JsonObject = {
            "client_id": "client-1",
            "client_secret": "secret-of-client-1",
            "client_name": "New",
        }
        assert run(uri, update_request(body), REGISTRATION_TOKEN, token)["client_name"] == "New"
        assert run(uri, READ, REGISTRATION_TOKEN, token)["client_name"] == "New"
        assert run(uri, DELETE, REGISTRATION_TOKEN, token) == {}
        assert provider.clients == {}


def test_without_a_token_none_is_sent() -> None:
    config = ApiConfig("https://op.example", "", "")
    command = registration_curl("https://op.example/register", register_request({}), config)
    assert "Authorization" not in command
