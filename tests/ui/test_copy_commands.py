"""What would be sent, copied as a command: from the list, the form and the review."""

import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.shell import environment
from tests.ui.form_stage import FormStage, adding, editing
from tests.ui.in_terminal import on_server, subject, with_sandbox
from tui.api.config_api import ConfigApi
from tui.api.one_liner import ClientCall, as_one_liner, changing, creating, reading
from tui.cli.operations.table import find
from tui.models.json import JsonObject
from tui.screens.as_command import server_options
from tui.screens.copy_menu import CopyScreen
from tui.screens.review import ReviewScreen
from tui.session import profile_session
from tui.settings.profile import Profile, SignIn

HOSTILE = 'it\'s "$HOME" `id` \\ $(id) \n !x ü, 漢 ${X} \'"${X:?}"\''
SECRET = "a secret: '$x' \"y\""


async def copied(stage: FormStage, monkeypatch: pytest.MonkeyPatch, label: str) -> str:
    """Choose ``label`` in the copy menu that ``y`` opens; what went to the clipboard."""
    texts: dict[str, str] = {}

    async def keep(text: str, what: str) -> None:
        texts[what] = text

    monkeypatch.setattr(stage.app, "copy", keep)
    await stage.press("y")
    await stage.at(CopyScreen)
    screen = stage.app.screen
    assert isinstance(screen, CopyScreen)
    labels = [item.label for item, _ in screen.items]
    await stage.press(str(labels.index(label) + 1))
    await stage.until(lambda: bool(texts))
    return texts.popitem()[1]


async def test_a_client_and_its_draft_in_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with editing(tmp_path) as stage:
        text = await copied(stage, monkeypatch, "Curl command that reads it")
        assert "--request GET" in text
        assert f"openid/clients/{stage.inum}" in text
        await stage.put("description", "It's new")
        text = await copied(stage, monkeypatch, "One-liner that changes it")
        words = shlex.split(text)
        assert words[:2] == ["jans-tui", "--profile=sandbox"]
        assert words[-1] == '--data=[{"op":"add","path":"/description","value":"It\'s new"}]'
        assert stage.server.transport.count("PATCH") == 0


async def test_a_client_in_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with editing(tmp_path) as stage:
        await stage.press("escape")
        await stage.back_in_list()
        text = await copied(stage, monkeypatch, "One-liner that reads it")
        assert "--operation-id=get-oauth-openid-clients-by-inum --url-suffix=inum:" in text


async def test_a_save_that_is_under_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody else changed is not in it, and the review stays open."""
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        await stage.server.change(stage.inum, contacts=["ops@rp.example"])
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "y copies it as curl" in stage.text
        text = await copied(stage, monkeypatch, "Curl command that changes it")
        assert "--request PATCH" in text
        assert '[{"op":"add","path":"/description","value":"As it is to be"}]' in text
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.back_in_list()


async def test_a_conflict_is_decided_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "mine")
        await stage.server.change(stage.inum, description="theirs")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("y")
        await stage.see("Choose mine (m) or theirs (t)")
        await stage.press("m")
        text = await copied(stage, monkeypatch, "One-liner that changes it")
        assert '"value":"mine"' in text


async def test_a_new_client_in_the_form_and_under_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with adding(tmp_path) as stage:
        await stage.press(*"Fresh", "enter")
        text = await copied(stage, monkeypatch, "Curl command that creates it")
        assert "--request POST" in text
        assert '"clientName":"Fresh"' in text
        await stage.add_rows("redirectUris", "https://rp.example/cb")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        text = await copied(stage, monkeypatch, "One-liner that creates it")
        assert "--operation-id=post-oauth-openid-client " in text


async def test_drafts_in_their_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a new client and of an edit; a secret that was typed is on no disk, so not in it."""
    async with adding(tmp_path) as stage:
        await stage.press(*"Fresh", "enter", "escape", "l")
        await stage.back_in_list()
        await stage.press("D")
        await stage.see("d discard")
        text = await copied(stage, monkeypatch, "Curl command that creates it")
        assert "--request POST" in text
        assert '"clientName":"Fresh"' in text
    async with editing(tmp_path / "other") as stage:
        await stage.put("description", "It's new")
        await stage.put("clientSecret", "a-secret-that-was-typed-here")
        await stage.press("escape", "l")
        await stage.back_in_list()
        await stage.press("D")
        await stage.see("Subject")
        text = await copied(stage, monkeypatch, "One-liner that changes it")
        assert "It'\"'\"'s new" in text
        assert "clientSecret" not in text
        assert "(not kept)" not in text


def run_in_shell(command: str, folder: Path) -> None:
    """As a person would who pasted it, where jans-tui is installed."""
    program = folder / "jans-tui"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tui "$@"\n')
    program.chmod(0o700)
    env = environment()
    env |= {"PATH": f"{folder}:{env['PATH']}", "NEW_CLIENT_SECRET": SECRET.replace('"', '\\"')}
    done = subprocess.run(
        ["sh", "-e", "-c", command], env=env, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_one_liners_do_what_they_say_whatever_is_in_them(tmp_path: Path) -> None:
    inum = subject()
    patch: list[JsonObject] = [
        {"op": "add", "path": "/description", "value": HOSTILE},
        {"op": "add", "path": "/clientSecret", "value": SECRET},
    ]
    new: JsonObject = {"inum": "a,b", "clientName": HOSTILE, "redirectUris": ["https://a.example/"]}

    async def lines(api: ConfigApi) -> list[str]:
        calls = [changing(api, inum, patch), creating(api, new), reading(api, "a,b")]
        return [as_one_liner(call, "--profile=sandbox") for call in calls]

    commands = with_sandbox(lines)
    assert SECRET not in commands[0]
    assert all("\n" not in command for command in commands)
    for command in commands:
        run_in_shell(command, tmp_path)
    assert on_server(inum)["description"] == HOSTILE
    assert on_server("a,b")["clientName"] == HOSTILE

    async def works(api: ConfigApi) -> bool | None:
        return await api.secret_works(inum, SECRET, post=False)

    assert with_sandbox(works)


def test_a_long_body_does_not_stand_among_the_arguments() -> None:
    async def line(api: ConfigApi) -> str:
        patch: list[JsonObject] = [{"op": "add", "path": "/jwks", "value": "x" * 200_000}]
        return as_one_liner(changing(api, "1", patch), "")

    command = with_sandbox(line)
    assert command.startswith("printf %s ")
    assert command.endswith("--data=-")


@pytest.mark.parametrize("make", [reading, creating, changing])
def test_the_operations_are_those_of_the_command_line(make: object) -> None:
    async def call(api: ConfigApi) -> ClientCall:
        if make is reading:
            return reading(api, "1")
        return creating(api, {}) if make is creating else changing(api, "1", [])

    made = with_sandbox(call)
    operation = find(made.operation)
    assert operation.method == made.request.method
    assert operation.path.replace("{inum}", "1") == made.request.path
    assert operation.media_type == made.request.media_type


def test_a_server_is_named_by_its_profile_or_by_its_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    profile = Profile("jans.example", "https://jans.example", sign_in=SignIn(client_id="it's me"))
    session = profile_session(profile)
    address = "--host=https://jans.example --client-id='it'\"'\"'s me'"
    assert server_options(session) == address
    for saved, options in (
        (profile, "--profile=jans.example"),
        (replace(profile, url="https://other.example"), address),
    ):
        known = {profile.name: saved}
        monkeypatch.setattr("tui.connecting.choosing.available", lambda _, known=known: known)
        assert server_options(session) == options
