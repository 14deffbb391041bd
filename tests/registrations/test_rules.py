"""Every rule of the server's ``/register``: its refusal points at the field of the form."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.data.registration_rules import BROKEN, LISTED, OUTSIDE, SWITCHED, Broken
from tui.api.config import ApiConfig
from tui.api.errors import InvalidMetadata
from tui.api.http import ASGITransport
from tui.api.registration.refusals import fields_of
from tui.forms.spec import Kind
from tui.forms.table import SPECS
from tui.models.registration.mapping import client_paths
from tui.registrations.opening import open_registrations
from tui.registrations.service import Registrations
from tui.sandbox import outside
from tui.sandbox.app import create_app
from tui.sandbox.registration.settings import RegistrationSettings
from tui.sandbox.settings import SandboxSettings
from tui.session import SANDBOX_URL


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One sandbox as installed, for all rules: nothing is ever registered with it."""
    app = create_app(SandboxSettings(tmp_path_factory.mktemp("rules") / "sandbox"))
    yield app
    app.state.sandbox.close()


def opened(app: Any, folder: Path) -> Registrations:
    return open_registrations(
        ApiConfig(SANDBOX_URL, "", ""), transport=ASGITransport(app=app), folder=folder
    )


async def points_at(registrations: Registrations, broken: Broken) -> None:
    """The refusal of a broken rule has its code, member and field, and is a sentence."""
    members, status, code, named = broken
    async with registrations:
        with pytest.raises(InvalidMetadata) as caught:
            await registrations.register(members)
        assert registrations.list() == []
    error = caught.value
    assert (error.status, error.code) == (status, code)
    assert named in error.members, error.server_words
    assert error.sentence.startswith("sandbox.localhost ")
    fields = fields_of(error)
    assert SPECS.keys() >= {*fields}
    (path,) = client_paths(named)
    assert path in fields
    assert all(SPECS[path].kind is not Kind.READ_ONLY for path in fields)


@pytest.mark.parametrize("broken", BROKEN)
async def test_a_rule_is_broken(broken: Broken, installed: Any, tmp_path: Path) -> None:
    await points_at(opened(installed, tmp_path), broken)


@pytest.mark.parametrize("broken", OUTSIDE)
async def test_what_the_sector_does_not_list(
    broken: Broken, installed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "json_array", lambda *_: LISTED)
    await points_at(opened(installed, tmp_path), broken)


@pytest.mark.parametrize(("settings", "broken"), SWITCHED)
async def test_what_is_set_up(settings: dict[str, Any], broken: Broken, tmp_path: Path) -> None:
    chosen = RegistrationSettings(**settings)
    app = create_app(SandboxSettings(tmp_path / "sandbox", registration=chosen))
    try:
        await points_at(opened(app, tmp_path / "vault"), broken)
    finally:
        app.state.sandbox.close()


async def test_an_update_keeps_the_rules_too(installed: Any, tmp_path: Path) -> None:
    async with opened(installed, tmp_path) as registrations:
        made = await registrations.register({"redirect_uris": ["https://a.example/cb"]})
        wanted = made.registration.metadata
        wrong = {"id_token_signed_response_alg": "XS256"}
        with pytest.raises(InvalidMetadata) as caught:
            await registrations.update(made.registration.client_id, {**wanted, **wrong})
        assert fields_of(caught.value) == ("idTokenSignedResponseAlg",)
        await registrations.delete(made.registration.client_id)
