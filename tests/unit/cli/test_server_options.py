"""Which server the full-screen program opens."""

from pathlib import Path

import pytest

from tui.cli.command import CommandError
from tui.cli.parser import build_parser
from tui.cli.server_options import launch_options
from tui.launch import LaunchOptions

ID_AND_SECRET = ("--client-id", "1800.me", "--client-secret", "hush")


def options(*arguments: str) -> LaunchOptions:
    return launch_options(build_parser().parse_args(arguments))


def set_all(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("jans_host", "known.example"),
        ("jca_client_id", "1800.known"),
        ("jca_client_secret", "known"),
    ):
        monkeypatch.setenv(name, value)


def test_nothing_said_is_the_sandbox() -> None:
    assert options() == LaunchOptions()


def test_options_for_a_server(tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_text("")
    assert options("--host", "op.example", *ID_AND_SECRET, "--cacert", str(ca)) == LaunchOptions(
        host="op.example", client_id="1800.me", client_secret="hush", cacert=ca
    )


def test_the_variables_of_the_jans_cli(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch)
    assert options() == LaunchOptions("known.example", "1800.known", "known")
    assert options("--host", "known.example").client_secret == "known"
    assert options("--client-id", "1800.other").client_id == "1800.other"


def test_a_secret_in_the_environment_serves_the_host_that_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("jca_client_secret", "known")
    assert options("--host", "op.example", "--client-id", "x").client_secret == "known"


def test_the_environment_s_secret_goes_to_no_other_host(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch)
    with pytest.raises(CommandError, match=r"signing in to other\.example needs"):
        options("--host", "other.example", "--client-id", "x")


@pytest.mark.parametrize("arguments", [ID_AND_SECRET[:2], ID_AND_SECRET[2:]])
def test_half_the_credentials(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="needs --client-id and --client-secret") as caught:
        options("--host", "op.example", *arguments)
    assert caught.value.code == 2
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    "arguments", [ID_AND_SECRET[:2], ID_AND_SECRET[2:], ("--cacert", __file__)]
)
def test_options_for_a_server_without_one(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="add --host") as caught:
        options(*arguments)
    assert caught.value.code == 2
