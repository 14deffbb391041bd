"""What importing and using the API loads: the list of clients waits for it."""

import json

from tests.shell import run_python

HEAVY = {"pydantic", "joserfc", "cryptography", "starlette", "textual", "click", "rich", "pygments"}

PAGE = """
import asyncio
from tui.api import http
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi

def answer(request):
    if request.url.path.endswith("/token"):
        return http.Response(200, json={"access_token": "t"})
    return http.Response(200, json={"totalEntriesCount": 1, "entries": [{"inum": "a"}]})

async def main():
    config = ApiConfig("https://op.example", "id", "secret")
    async with ConfigApi(config, transport=http.MockTransport(answer)) as api:
        page = await api.clients.page()
        assert page.entries[0].inum == "a"

asyncio.run(main())
"""


def loaded_by(code: str) -> set[str]:
    done = run_python("-c", f"{code}\nimport json, sys\nprint(json.dumps(list(sys.modules)))")
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_the_api_loads_nothing_heavy() -> None:
    modules = loaded_by("import tui.api.config_api")
    assert "httpx" in modules
    assert not modules & HEAVY


def test_a_page_of_clients_loads_nothing_heavy() -> None:
    assert not loaded_by(PAGE) & HEAVY


def test_errors_and_configuration_load_no_httpx() -> None:
    code = "import tui.api.errors, tui.api.config, tui.api.curl, tui.api.request, tui.api.retry"
    assert "httpx" not in loaded_by(code)


def test_the_command_line_of_httpx_can_still_be_loaded() -> None:
    modules = loaded_by("import tui.api.http\nimport httpx._main")
    assert "httpx._main" in modules
